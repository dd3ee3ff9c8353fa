import { countersOf, Reading } from './counters';
import { CYCLE_DAYS, DAY, Stream } from './traffic';

interface Series {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Whole numbers of good and bad events are added up apart, so that no counter ever falls. */
  readonly value: (reading: Reading) => number;
}

const whole = Math.floor;

function seriesOf({ service, labels, shape }: Stream): readonly Series[] {
  const all = { job: service, ...labels };
  const { metric } = shape;
  switch (shape.kind) {
    case 'counter':
      return [
        {
          metric,
          labels: { ...all, ...shape.good },
          value: ({ good }) => whole(good),
        },
        {
          metric,
          labels: { ...all, ...shape.bad },
          value: ({ bad }) => whole(bad),
        },
      ];
    case 'latency': {
      const bucket = (le: number | '+Inf', value: Series['value']) => ({
        metric: `${metric}_bucket`,
        labels: { ...all, le: `${le}` },
        value,
      });
      const count: Series['value'] = ({ good, bad }) =>
        whole(good) + whole(bad);
      return [
        bucket(shape.under / 4, ({ good }) => whole(good * 0.6)),
        bucket(shape.under, ({ good }) => whole(good)),
        bucket(
          shape.under * 4,
          ({ good, bad }) => whole(good) + whole(bad * 0.8),
        ),
        bucket('+Inf', count),
        { metric: `${metric}_count`, labels: all, value: count },
      ];
    }
    case 'gauge':
      return [
        {
          metric,
          labels: all,
          value: ({ now }) => (now.bad > 0 ? shape.bad : shape.good),
        },
      ];
    default:
      return [
        {
          metric,
          labels: all,
          value: ({ now }) => Number((1 - now.bad / now.total).toFixed(6)),
        },
      ];
  }
}

const TYPES = { counter: 'counter', latency: 'histogram' } as const;

const typeLine = ({ shape: { kind, metric } }: Stream) =>
  `# TYPE ${metric.replace(/_total$/, '')} ${
    kind === 'gauge' || kind === 'ratio' ? 'gauge' : TYPES[kind]
  }`;

const labelText = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',');

/** What Prometheus would find, for a past or for now. */
export class Exporter {
  private readonly readers: readonly {
    readonly stream: Stream;
    readonly read: (at: number) => Reading | undefined;
    readonly series: readonly (Series & { readonly text: string })[];
  }[];

  /** @param since - when the story begins, milliseconds since the epoch */
  constructor(streams: readonly Stream[], since: number) {
    this.readers = streams
      .filter(({ pushed }) => !pushed)
      .sort((a, b) => (a.shape.metric < b.shape.metric ? -1 : 1))
      .map(stream => ({
        stream,
        read: countersOf(stream, since, since - CYCLE_DAYS * DAY),
        series: seriesOf(stream).map(series => ({
          ...series,
          text: `${series.metric}{${labelText(series.labels)}}`,
        })),
      }));
  }

  /** Answers a scrape, as OpenMetrics text. Times must not go back. */
  scrape(at: number): string {
    const lines = this.readers.flatMap(({ stream, read, series }, index) => {
      const before = this.readers[index - 1]?.stream;
      const reading = read(at);
      return [
        ...(before && typeLine(before) === typeLine(stream)
          ? []
          : [typeLine(stream)]),
        ...(reading
          ? series.map(({ text, value }) => `${text} ${value(reading)}`)
          : []),
      ];
    });
    return `${lines.join('\n')}\n# EOF\n`;
  }

  /**
   * Writes a past as OpenMetrics text with times, one series after the other.
   *
   * @param range - milliseconds; the first and the last sample, one each `stepMs`
   */
  *history(range: {
    readonly from: number;
    readonly to: number;
    readonly stepMs: number;
  }): Generator<string> {
    for (const { stream, read, series } of this.readers) {
      const lines = series.map((): string[] => []);
      for (let at = range.from; at <= range.to; at += range.stepMs) {
        const reading = read(at);
        if (reading) {
          series.forEach(({ text, value }, index) =>
            lines[index].push(`${text} ${value(reading)} ${at / 1000}\n`),
          );
        }
      }
      yield `${typeLine(stream)}\n`;
      for (const each of lines) yield each.join('');
    }
    yield '# EOF\n';
  }
}
