import { EventFault } from './calendar/events';
import { SlotOddity } from './calendar/slots';

/** What can be odd about a feed that is used all the same. */
export type Oddity = EventFault | SlotOddity | 'endless' | 'unknown-zone';

/** Counts what is odd. */
export class Tally {
  private readonly counts = new Map<Oddity, number>();
  private readonly first = new Map<Oddity, number>();

  /** @param at - when it begins; milliseconds since the epoch */
  add(oddity: Oddity, at?: number, count = 1): void {
    this.counts.set(oddity, this.of(oddity) + count);
    if (at === undefined) return;
    this.first.set(oddity, Math.min(at, this.first.get(oddity) ?? at));
  }

  of(oddity: Oddity): number {
    return this.counts.get(oddity) ?? 0;
  }

  /** When the first one begins; undefined: not told. */
  firstOf(oddity: Oddity): number | undefined {
    return this.first.get(oddity);
  }
}

const TEXTS: Readonly<Record<Oddity, [one: string, many: string]>> = {
  unreadable: ['event cannot be read', 'events cannot be read'],
  backwards: ['event ends before it starts', 'events end before they start'],
  'no-length': [
    'event ends when it starts, or has no end',
    'events end when they start, or have no end',
  ],
  range: [
    'event changes the rest of its series, which is not understood',
    'events change the rest of their series, which is not understood',
  ],
  endless: [
    'event repeats too often, or on days that never come, and is left out',
    'events repeat too often, or on days that never come, and are left out',
  ],
  'unknown-zone': [
    'time zone is not known; the zone of the feed is taken',
    'time zones are not known; the zone of the feed is taken',
  ],
  'no-title': [
    'shift names nobody and counts as unfilled',
    'shifts name nobody and count as unfilled',
  ],
  busy: [
    'shift only says that somebody is busy. Share the calendar with its details',
    'shifts only say that somebody is busy. Share the calendar with its details',
  ],
  'not-a-name': [
    'shift has a title that is no name, and it is shown as it is. Invite the person, or set person of the feed',
    'shifts have a title that is no name, and it is shown as it is. Invite the person, or set person of the feed',
  ],
  'too-many': [
    'shift has more than 50 people; the first 50 are taken',
    'shifts have more than 50 people; the first 50 are taken',
  ],
  'no-level': [
    'shift has a level that is no number',
    'shifts have a level that is no number',
  ],
};

const time = (at: number) =>
  new Date(at).toISOString().replace(/:\d\d\.\d{3}Z$/, 'Z');

/** In words for people. Titles of events are left out: they name people. */
export function warningsOf(tally: Tally, events: number): string[] {
  const told = (Object.keys(TEXTS) as Oddity[])
    .filter(oddity => tally.of(oddity) > 0)
    .map(oddity => {
      const count = tally.of(oddity);
      const at = tally.firstOf(oddity);
      const since = at === undefined ? '' : ` (first at ${time(at)})`;
      return `${count} ${TEXTS[oddity][count === 1 ? 0 : 1]}${since}.`;
    });
  return events === 0 ? [...told, 'The calendar holds no events.'] : told;
}
