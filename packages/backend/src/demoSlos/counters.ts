import { MINUTE, minutesOf, Stream } from './traffic';

// Called millions of times, and looking up a global is slow under Jest.
const { floor, max } = Math;

/** Readings of the counters of a stream: what was good and bad since it was first measured. */
export interface Reading {
  readonly good: number;
  readonly bad: number;
  /** Of the minute in which it was read; what gauges show. */
  readonly now: { readonly total: number; readonly bad: number };
}

/**
 * Counters of a stream, to be read in the order of time. They continue each other: a reading depends on the
 * story and the time alone, not on when reading began.
 *
 * @param from - milliseconds; the start of the story's past
 */
export function countersOf(
  stream: Stream,
  since: number,
  from: number,
): (at: number) => Reading | undefined {
  const minute = minutesOf(stream, since);
  let next = floor(from / MINUTE) * MINUTE;
  let good = 0;
  let bad = 0;
  return at => {
    for (; next + MINUTE <= at; next += MINUTE) {
      const count = minute(next);
      if (count) {
        good += count.total - count.bad;
        bad += count.bad;
      }
    }
    const now = minute(next);
    if (!now) return undefined;
    const part = max(0, at - next) / MINUTE;
    return {
      good: good + (now.total - now.bad) * part,
      bad: bad + now.bad * part,
      now,
    };
  };
}
