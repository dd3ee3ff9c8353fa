import { Indicator } from '@plimsoll/backstage-plugin-reliability-common';
import { Parts, partsOf, PrintOptions } from './parts';
import { sliceOf, sliceParts } from './slices';
import { Range } from './windowed';

/** A query that goes to the source. */
export interface PrintedQuery {
  readonly text: string;
}

/** A window to print: `(endMs - rangeMs, endMs]`, in milliseconds since the epoch. */
export interface PrintWindow {
  readonly key: string;
  readonly rangeMs: number;
  readonly endMs: number;
}

/** Most characters of one query: servers and what stands before them cap the length of a request. */
const MAX_PRINTED = 30_000;
const DEFAULTS: PrintOptions = { stepMs: 30_000 };

/** Names an answer by labels. */
export function labelled(
  text: string,
  labels: Readonly<Record<string, string>>,
): string {
  return Object.entries(labels).reduce(
    (inner, [name, value]) =>
      `label_replace(${inner}, "${name}", ${JSON.stringify(value)}, "", "")`,
    text,
  );
}

/** Joins what each gives one sample, into as few queries as their length allows. */
export function union(texts: readonly string[]): PrintedQuery[] {
  const joined: string[] = [];
  for (const text of texts) {
    const last = joined.at(-1);
    if (last && last.length + text.length < MAX_PRINTED) {
      joined[joined.length - 1] = `${last}\nor ${text}`;
    } else {
      joined.push(text);
    }
  }
  return joined.map(text => ({ text }));
}

/** The parts of an indicator in a range; the end of slices is a multiple of the slice. */
function rangeParts(
  indicator: Indicator,
  range: Range,
  options: PrintOptions,
): Parts {
  if (indicator.method === 'Occurrences') {
    return partsOf(indicator.sli, range, options);
  }
  const slice = sliceOf(indicator);
  const aligned =
    range.endMs === undefined
      ? range
      : { ...range, endMs: Math.floor(range.endMs / slice) * slice };
  return sliceParts(indicator, aligned, options);
}

/** Each part with its name, the total last. */
export function partList(parts: Parts): [part: keyof Parts, text: string][] {
  return (['bad', 'good', 'total'] as const).flatMap(part => {
    const text = parts[part];
    return text === undefined ? [] : [[part, text]];
  });
}

/**
 * Prints what counts an indicator in all windows. Each answer has one sample for a window and part, with
 * the labels `w` (the key) and `part`: `total` and one of `bad` and `good`. With slices they count slices:
 * `total` those that were measured. Windows end where they say, whatever the time of the query.
 *
 * @param options.stepMs - distance of samples, for values that are compared one by one
 * @returns one query, or several where one would be too long
 * @throws PromqlError where a query of the indicator cannot be used
 */
export function printMeasure(
  indicator: Indicator,
  windows: readonly PrintWindow[],
  options: PrintOptions = DEFAULTS,
): PrintedQuery[] {
  return union(
    windows.flatMap(({ key, rangeMs, endMs }) =>
      partList(rangeParts(indicator, { rangeMs, endMs }, options)).map(
        ([part, text]) => labelled(text, { w: key, part }),
      ),
    ),
  );
}

/**
 * Prints what counts an indicator step by step in a range query, whose start is a multiple of the step: the
 * value at t counts (t - step, t]. Answers carry the label `part`.
 *
 * @param stepMs - with slices a multiple of the slice
 * @throws PromqlError
 */
export function printSeries(
  indicator: Indicator,
  stepMs: number,
  options: PrintOptions = DEFAULTS,
): PrintedQuery[] {
  return union(
    partList(rangeParts(indicator, { rangeMs: stepMs }, options)).map(
      ([part, text]) => labelled(text, { part }),
    ),
  );
}
