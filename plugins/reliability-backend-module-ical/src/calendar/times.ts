import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import ICAL from 'ical.js';
import { CalendarEvent, endOf, instantOf, Length, Moment } from './events';
import { Budget, repeats, wallOf, WallSpan } from './recurrence';
import { DAY_MS, UTC, Wall } from './zone';

/** Tells whether a time of a series is one of those that were named. */
export type Chosen = (event: CalendarEvent, wall: Wall) => boolean;

const dayOf = (wall: Wall) => Math.floor(wall / DAY_MS);

/** Times of a series that are named by time, or by day where either of the two is only a day. */
export function choose(moments: readonly Moment[]): Chosen {
  const instants = new Set(moments.map(instantOf));
  const all = new Set(moments.map(({ wall }) => dayOf(wall)));
  const named = new Set(
    moments.filter(({ date }) => date).map(({ wall }) => dayOf(wall)),
  );
  return ({ start: { date, zone } }, wall) =>
    (date ? all : named).has(dayOf(wall)) || instants.has(zone.toInstant(wall));
}

/** A rule's end as the clock of the event shows it. A day counts to its end. */
function untilOf(rule: ICAL.Recur, start: Moment): Wall | undefined {
  if (!rule.until) return undefined;
  const wall = wallOf(rule.until);
  if (rule.until.isDate) return wall + DAY_MS - 1;
  return rule.until.zone?.tzid === UTC.id ? start.zone.toWall(wall) : wall;
}

const ruled = (
  { start }: CalendarEvent,
  rules: readonly ICAL.Recur[],
  span: WallSpan,
  budget: Budget,
): Wall[] =>
  rules.flatMap(rule => [
    ...repeats(rule, start.wall, untilOf(rule, start), span, budget),
  ]);

/**
 * Clocks are less than two days apart, so that what lies further outside need not be looked at. A file has room
 * for 300,000 dates.
 */
const isNear = (wall: Wall, { wall: length, exact }: Length, span: WallSpan) =>
  wall + Math.max(length + exact, 0) >= span.from - 2 * DAY_MS &&
  wall < span.to + 2 * DAY_MS;

const NO_LENGTH: Length = { wall: 0, exact: 0 };

/**
 * All times of one event that touch the window, without those that are left out.
 *
 * @throws EndlessRule
 */
export function timesOf(
  event: CalendarEvent,
  window: OncallWindow,
  budget: Budget,
): { start: number; end: number; wall: Wall }[] {
  const { start, rules, extra, length } = event;
  const longest = Math.max(length.wall + length.exact, 0) + DAY_MS;
  const span = {
    from: start.zone.toWall(window.from) - longest,
    to: start.zone.toWall(window.to) + DAY_MS,
  };
  const lengths = new Map<Wall, Length>();
  if (rules.length === 0) lengths.set(start.wall, length);
  for (const wall of ruled(event, rules, span, budget)) {
    lengths.set(wall, length);
  }
  for (const { at, length: own = length } of extra) {
    if (!isNear(at.wall, own, span)) continue;
    const same = at.zone.id === start.zone.id;
    const wall = same ? at.wall : start.zone.toWall(instantOf(at));
    lengths.set(wall, own);
  }
  for (const wall of ruled(event, event.exceptRules, span, budget)) {
    lengths.delete(wall);
  }
  const near = event.except.filter(({ wall }) => isNear(wall, NO_LENGTH, span));
  const left = choose(near);
  return [...lengths]
    .filter(([wall, own]) => isNear(wall, own, span) && !left(event, wall))
    .map(([wall, own]) => ({
      wall,
      start: start.zone.toInstant(wall),
      end: endOf(wall, start.zone, own),
    }))
    .filter(
      time =>
        time.end > time.start &&
        time.end > window.from &&
        time.start < window.to,
    );
}
