import { DateTime } from 'luxon';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The UTC day after this one. */
export const tomorrow = (): string =>
  DateTime.utc().plus({ days: 1 }).toISODate() ?? '';

/** Whether an exemption may last until a day; both as YYYY-MM-DD. */
export const isDayAllowed = (day: string, latest: string): boolean =>
  DAY.test(day) && day >= tomorrow() && day <= latest;
