import { Duration } from 'luxon';

const text = (value: number, options: Intl.NumberFormatOptions) =>
  value.toLocaleString(undefined, options);

/** A target as percent, for instance `99.95 %`. @param ppm - parts per million */
export function targetText(ppm: number): string {
  return `${text(ppm / 10_000, { maximumFractionDigits: 4 })} %`;
}

/**
 * A share of good events as percent. Cut off and never rounded up: 99.9996 % is not 100 %. With a target
 * there are as many digits as are needed to stand on the right side of it.
 *
 * @param sli - 0 to 1
 * @param target - parts per million
 */
export function sliText(sli: number, target?: number): string {
  const percent = sli * 100;
  const goal = target === undefined ? undefined : target / 10_000;
  for (let digits = 2; ; digits += 1) {
    const scale = 10 ** digits;
    // Binary noise would cut 99.95 down to 99.94.
    const cut = Math.floor(percent * scale + 1e-6) / scale;
    const clear =
      digits >= 6 ||
      ((goal === undefined || cut !== goal || percent === goal) &&
        100 - percent >= 2 / scale) ||
      percent >= 100;
    if (clear) return `${text(cut, { maximumFractionDigits: digits })} %`;
  }
}

/** A share as percent with at most three digits that count, for instance `62 %`, `4.2 %`, `0.031 %`. */
export function shareText(share: number): string {
  const percent = share * 100;
  const options =
    Math.abs(percent) >= 10
      ? { maximumFractionDigits: Math.abs(percent) < 100 ? 1 : 0 }
      : { maximumSignificantDigits: 2 };
  return `${text(percent, options)} %`;
}

/** A burn rate, for instance `2.4×`. */
export function burnText(rate: number): string {
  const options =
    rate >= 100
      ? { maximumFractionDigits: 0 }
      : { maximumSignificantDigits: 3 };
  return `${text(rate < 10 ? Number(rate.toPrecision(2)) : rate, options)}×`;
}

/** How many events: estimates, so never more than three digits that count. */
export function countText(count: number): string {
  return text(count, {
    maximumSignificantDigits: 3,
    ...(Math.abs(count) >= 100_000 && { notation: 'compact' }),
  });
}

const SHORT = { unitDisplay: 'short' } as const;
const units = ['days', 'hours', 'minutes', 'seconds'] as const;

/** A length of time in its two largest units, without its sign: `3 hr, 12 min`. */
export function spanText(milliseconds: number): string {
  const whole = Duration.fromMillis(Math.abs(milliseconds)).shiftTo(...units);
  const first = units.findIndex(unit => Math.floor(whole[unit]) > 0);
  if (first < 0) return Duration.fromObject({ seconds: 0 }).toHuman(SHORT);
  const shown = units
    .slice(first, first + 2)
    .map(unit => [unit, Math.floor(whole[unit])] as const)
    .filter(([, count]) => count > 0);
  return Duration.fromObject(Object.fromEntries(shown)).toHuman(SHORT);
}
