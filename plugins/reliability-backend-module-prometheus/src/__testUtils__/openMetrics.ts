/** Samples of one series: the value at a time, or undefined where there is no sample. */
export interface FakeSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly at: (ms: number) => number | undefined;
}

/** Series of one name; the name of a counter without its `_total`. */
export interface FakeFamily {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly series: readonly FakeSeries[];
}

const labelText = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(',');

/**
 * Writes OpenMetrics text, as `promtool tsdb create-blocks-from openmetrics` reads it.
 *
 * @param range - milliseconds; the first and the last sample, one each `stepMs`
 */
export function openMetricsText(
  families: readonly FakeFamily[],
  range: { from: number; to: number; stepMs: number },
): string {
  const lines: string[] = [];
  for (const { name, type, series } of families) {
    lines.push(`# TYPE ${name} ${type}`);
    for (const { labels, at } of series) {
      const metric = `${name}${type === 'counter' ? '_total' : ''}{${labelText(
        labels,
      )}}`;
      for (let ms = range.from; ms <= range.to; ms += range.stepMs) {
        const value = at(ms);
        if (value !== undefined) {
          lines.push(`${metric} ${value} ${ms / 1000}`);
        }
      }
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

/**
 * A counter that is asked in the order of time. It ran before: a counter that begins near 0 is extrapolated less.
 *
 * @param options - `events` of the step that ends at a time; `seen`: whether there is a sample, while the counter
 * goes on in any case; `resets`: back to 0 before a step
 */
export function counterOf(options: {
  readonly events: (ms: number) => number;
  readonly seen?: (ms: number) => boolean;
  readonly resets?: (ms: number) => boolean;
  readonly start?: number;
}): (ms: number) => number | undefined {
  let value = options.start ?? 1_000_000;
  return ms => {
    if (options.resets?.(ms)) value = 0;
    value += options.events(ms);
    return options.seen?.(ms) === false ? undefined : value;
  };
}
