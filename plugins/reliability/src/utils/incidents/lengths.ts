import { Duration } from 'luxon';

const units = ['days', 'hours', 'minutes', 'seconds'] as const;
const MINUTE = 60_000;

/**
 * A length of time in its two largest units: `1 day, 3 hr`. Seconds are told below an hour only where nothing
 * larger is.
 *
 * @param milliseconds - not negative
 */
export function lengthText(milliseconds: number): string {
  const rounded =
    milliseconds >= MINUTE
      ? Math.floor(milliseconds / MINUTE) * MINUTE
      : Math.max(0, milliseconds);
  const whole = Duration.fromMillis(rounded).shiftTo(...units);
  const first = units.findIndex(unit => Math.floor(whole[unit]) > 0);
  const shown =
    first < 0
      ? { seconds: 0 }
      : Object.fromEntries(
          units
            .slice(first, first + 2)
            .map(unit => [unit, Math.floor(whole[unit])] as const)
            .filter(([, count]) => count > 0),
        );
  return Duration.fromObject(shown).toHuman({ unitDisplay: 'short' });
}

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time where there is room for four letters: `33m`, `1.5h`, `12d`. @param milliseconds - not negative */
export function shortLengthText(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.round(milliseconds / MINUTE)}m`;
  if (milliseconds < 2 * DAY) {
    return `${Math.round((10 * milliseconds) / HOUR) / 10}h`;
  }
  return `${Math.round(milliseconds / DAY)}d`;
}
