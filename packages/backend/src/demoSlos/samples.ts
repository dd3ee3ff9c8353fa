import { countersOf } from './counters';
import { CYCLE_DAYS, DAY, HOUR, MINUTE, Stream, incidentAt } from './traffic';

/** A sample as `PUT /slo-samples` takes it. */
export interface DemoSample {
  readonly entityRef: string;
  readonly slo: string;
  readonly start: string;
  readonly end: string;
  readonly bad: number;
  readonly total: number;
}

/** From then on burn rates of short windows are of interest. */
const FINE_DAYS = 3;

const FINE = 5 * MINUTE;

/** Whether an incident goes on in the hour of a time: what it spent is told only by samples as short as it. */
function isEventful(stream: Stream, at: number, since: number): boolean {
  const hour = Math.floor(at / HOUR) * HOUR;
  for (let time = hour; time < hour + HOUR; time += FINE) {
    if (incidentAt(stream, time, since) !== undefined) return true;
  }
  return false;
}

/** Length of the sample that begins at a time; boundaries depend on the story alone, so that they never overlap. */
function lengthAt(stream: Stream, at: number, since: number) {
  if (stream.slices) return FINE;
  if (stream.pushed) return HOUR;
  const isOld = at < since - FINE_DAYS * DAY;
  return isOld && !isEventful(stream, at, since) ? HOUR : FINE;
}

/**
 * The samples of a stream from the beginning of its past on.
 *
 * @param since - when the story begins, a full hour; milliseconds since the epoch
 * @returns those that ended by a time and were not given before; times must not go back
 */
export function samplesOf(
  stream: Stream,
  since: number,
): (now: number) => DemoSample[] {
  const first = Math.floor((since - CYCLE_DAYS * DAY) / HOUR) * HOUR;
  const read = countersOf(stream, since, first);
  // Ratios have no whole events.
  const whole = stream.shape.kind === 'ratio' ? Number : Math.floor;
  let start = first;
  let before = read(start);
  return now => {
    const samples: DemoSample[] = [];
    for (;;) {
      const end = start + lengthAt(stream, start, since);
      if (end > now) return samples;
      const after = read(end);
      if (before && after) {
        const bad = whole(after.bad) - whole(before.bad);
        const good = whole(after.good) - whole(before.good);
        samples.push({
          entityRef: `component:default/${stream.service}`,
          slo: stream.slo,
          start: new Date(start).toISOString(),
          end: new Date(end).toISOString(),
          bad,
          total: good + bad,
        });
      }
      start = end;
      before = after;
    }
  };
}
