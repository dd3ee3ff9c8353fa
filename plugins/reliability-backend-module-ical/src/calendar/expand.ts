import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import { CalendarError } from './CalendarError';
import { CalendarEvent, instantOf, Moment } from './events';
import { MOST_OCCURRENCES, MOST_STEPS, MOST_STEPS_OF_EVENT } from './limits';
import { EndlessRule } from './recurrence';
import { Chosen, choose, timesOf } from './times';
import { DAY_MS } from './zone';

/** One time of an event; milliseconds since the epoch. */
export interface Occurrence {
  readonly event: CalendarEvent;
  readonly start: number;
  readonly end: number;
}

const keyOf = ({ uid, replaces, start }: CalendarEvent) =>
  `${uid} ${replaces ? 'replaces' : 'is'} ${instantOf(replaces ?? start)}`;

/** Of an event that is there in several states only the newest. The same UID alone says nothing: some feeds repeat it. */
function newest(events: readonly CalendarEvent[]): CalendarEvent[] {
  const best = new Map<string, number>();
  for (const event of events) {
    const key = keyOf(event);
    best.set(key, Math.max(best.get(key) ?? 0, event.sequence));
  }
  return events.filter(
    event => !event.uid || event.sequence === best.get(keyOf(event)),
  );
}

const NONE = choose([]);

/** Of each series, which of its times have an event of their own. */
function replacedTimes(events: readonly CalendarEvent[]) {
  const moments = new Map<string, Moment[]>();
  for (const { uid, replaces } of events) {
    if (!replaces || uid === '') continue;
    const some = moments.get(uid) ?? [];
    some.push(replaces);
    moments.set(uid, some);
  }
  const chosen = new Map<string, Chosen>();
  for (const [uid, some] of moments) chosen.set(uid, choose(some));
  return ({ uid, replaces }: CalendarEvent): Chosen =>
    (!replaces && chosen.get(uid)) || NONE;
}

function inForce(events: readonly CalendarEvent[]): CalendarEvent[] {
  const gone = new Set(
    events
      .filter(({ cancelled, replaces }) => cancelled && !replaces)
      .filter(({ rules }) => rules.length > 0)
      .map(({ uid }) => uid),
  );
  return events.filter(
    ({ cancelled, replaces, uid }) =>
      !cancelled && !(replaces && gone.has(uid)),
  );
}

/**
 * All times of all events that touch the window, in the order of their start.
 *
 * @returns how many events were left out: `endless` repeat too often or never, rules of `broken` make no sense
 * @throws CalendarError when there are too many
 */
export function expand(
  events: readonly CalendarEvent[],
  window: OncallWindow,
): { occurrences: Occurrence[]; endless: number; broken: number } {
  const current = newest(events);
  const replacedOf = replacedTimes(current);
  const occurrences: Occurrence[] = [];
  let endless = 0;
  let broken = 0;
  let left = MOST_STEPS;
  for (const event of inForce(current)) {
    const share = Math.min(left, MOST_STEPS_OF_EVENT);
    const budget = { left: share };
    try {
      const moved = replacedOf(event);
      for (const { wall, start, end } of timesOf(event, window, budget)) {
        if (!moved(event, wall)) occurrences.push({ event, start, end });
      }
    } catch (error) {
      // The library throws plain errors at rules that it finds wrong.
      if (error instanceof EndlessRule) endless += 1;
      else broken += 1;
    }
    left -= share - Math.max(budget.left, 0);
    if (occurrences.length > MOST_OCCURRENCES) {
      throw new CalendarError(
        'too-much',
        `holds more than ${MOST_OCCURRENCES} shifts in ${Math.round(
          (window.to - window.from) / DAY_MS,
        )} days. Give it fewer repeating events.`,
      );
    }
  }
  occurrences.sort((a, b) => a.start - b.start || a.end - b.end);
  return { occurrences, endless, broken };
}
