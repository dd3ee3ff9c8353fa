import { SloWindow } from './slo';
import { dayRange, sloDayAt, TimeRange } from './window';

/** With fewer whole days nothing is suggested. */
const FEWEST_DAYS = 7;

/** No higher target is suggested: five nines leave 26 seconds a month. */
const HIGHEST = 999_990;

/**
 * The target that 95 of 100 whole days reached, rounded down; parts per million. null: too few days had data.
 *
 * @param shareOf - share of what was bad in a stretch; null: nothing happened
 */
export function suggestTarget(
  {
    slo,
    from,
    to,
  }: { readonly slo: { readonly window: SloWindow } } & TimeRange,
  shareOf: (range: TimeRange) => number | null,
): number | null {
  const shares: number[] = [];
  let range = dayRange(slo.window, sloDayAt(slo.window, from));
  while (range.to <= to) {
    const share = range.from >= from ? shareOf(range) : null;
    if (share !== null) shares.push(share);
    range = dayRange(slo.window, sloDayAt(slo.window, range.to));
  }
  if (shares.length < FEWEST_DAYS) return null;
  const worstFirst = shares.sort((one, other) => other - one);
  const missed = Math.floor(shares.length / 20);
  const reached = Math.floor((1 - worstFirst[missed]) * 1_000_000 + 1e-6);
  return Math.min(reached, HIGHEST);
}
