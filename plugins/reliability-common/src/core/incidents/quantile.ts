/**
 * The value below which a share of the values lies, with linear interpolation between the two that it falls
 * between (method 7 of Hyndman and Fan 1996, what spreadsheets call PERCENTILE.INC). The median of an even number
 * is the mean of the two in the middle. null for no values.
 *
 * @param sorted - ascending
 * @param p - 0 to 1
 * @public
 */
export function quantile(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  const share = place - below;
  return sorted[below] + share * (sorted[above] - sorted[below]);
}
