import {
  companionOf,
  dayRange,
  SloWindow,
  sloDayAt,
  windowAt,
} from '@plimsoll/backstage-plugin-reliability-common';
import { KnownDay } from './SloDayStore';

/** Not more days are computed for one SLO, however long its window is. */
const MAX_DAYS = 400;

/** Days that are computed once more, because samples come late. */
const UNSETTLED = 2;

/** The closed days that a window and its companion hold, newest first. */
export function closedDays(window: SloWindow, at: number): string[] {
  const oldest = Math.min(
    windowAt(window, at).from,
    windowAt(companionOf(window), at).from,
  );
  const first = sloDayAt(window, oldest);
  const days: string[] = [];
  let day = sloDayAt(window, dayRange(window, sloDayAt(window, at)).from - 1);
  while (day >= first && days.length < MAX_DAYS) {
    days.push(day);
    day = sloDayAt(window, dayRange(window, day).from - 1);
  }
  return days;
}

/**
 * The closed days that have to be computed, newest first: those that are not there, that were computed for
 * another definition, that were opened again, and once a day the last two.
 *
 * @param measureHash - of the definition in force
 */
export function daysToCompute(
  window: SloWindow,
  at: number,
  measureHash: string,
  known: readonly KnownDay[],
): string[] {
  const byDay = new Map(known.map(day => [day.day, day]));
  const today = sloDayAt(window, at);
  return closedDays(window, at).filter((day, age) => {
    const found = byDay.get(day);
    if (!found?.closed || found.definitionHash !== measureHash) return true;
    return age < UNSETTLED && sloDayAt(window, found.evaluatedAt) < today;
  });
}

/** When the day that a time falls in ends, in the time zone of the window. */
export const endOfDay = (window: SloWindow, at: number): number =>
  dayRange(window, sloDayAt(window, at)).to;
