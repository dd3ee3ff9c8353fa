import { FakeRequest } from '../FakeVendor';
import {
  OperationsEntry,
  OperationsRotation,
  OperationsSchedule,
} from './state';

const DAY_MS = 24 * 3600_000;
const WEEK_MS = 7 * DAY_MS;
/** 1 January 1970 was a Thursday. */
const MONDAY_MS = 4 * DAY_MS;

/** A period before it is written in one of the dialects. */
export interface TimelinePeriod extends OperationsEntry {
  /** Over already: then the plan that it came from is not told. */
  readonly past: boolean;
}

export interface Timeline {
  readonly from: number;
  readonly to: number;
  readonly rotations: readonly (OperationsRotation & {
    readonly id: string;
    readonly periods: readonly TimelinePeriod[];
  })[];
}

/** The window begins with the week that the date is in, and whatever began before is cut. */
function windowOf(
  query: FakeRequest['query'],
  now: number,
): { from: number; to: number } | undefined {
  const date = query.has('date') ? Date.parse(query.get('date') ?? '') : now;
  const interval = Number(query.get('interval') ?? 1);
  const weeks = query.get('intervalUnit') ?? 'weeks';
  if (Number.isNaN(date) || !(interval > 0) || weeks !== 'weeks')
    return undefined;
  const from = Math.floor((date - MONDAY_MS) / WEEK_MS) * WEEK_MS + MONDAY_MS;
  return { from, to: from + interval * WEEK_MS };
}

const clipped = (
  entry: OperationsEntry,
  from: number,
  to: number,
): OperationsEntry =>
  entry.end < entry.start
    ? entry
    : {
        ...entry,
        start: Math.max(entry.start, from),
        end: Math.min(entry.end, to),
      };

/** A turn that goes on is told in two: what was, and what is planned. */
function split(entry: OperationsEntry, now: number): TimelinePeriod[] {
  if (entry.end <= now) return [{ ...entry, past: true }];
  if (entry.start >= now) return [{ ...entry, past: false }];
  return [
    { ...entry, end: now, past: true },
    { ...entry, start: now, past: false },
  ];
}

/** @returns undefined when the question makes no sense */
export function timelineOf(
  schedule: OperationsSchedule,
  query: FakeRequest['query'],
  now: number,
): Timeline | undefined {
  const window = windowOf(query, now);
  if (!window) return undefined;
  const { from, to } = window;
  return {
    from,
    to,
    rotations: schedule.rotations.map((rotation, index) => ({
      ...rotation,
      id: `${schedule.id}-${index}`,
      periods: rotation
        .entries(from, to)
        .filter(({ start, end }) => start < to && Math.max(start, end) > from)
        .map(entry => clipped(entry, from, to))
        .flatMap(entry => split(entry, now)),
    })),
  };
}
