import { DimensionScore } from '../score';
import { Outcome } from '../assess';

/**
 * One word for a dimension of one service: `fail` where any counted check fails, else `unknown` where any is,
 * else `pass`; `not-applicable` where nothing in it counts.
 *
 * @public
 */
export function dimensionOutcome(
  dimension: DimensionScore | undefined,
): Exclude<Outcome, 'exempt'> {
  if (!dimension) return 'not-applicable';
  if (dimension.failing > 0) return 'fail';
  return dimension.unknown > 0 ? 'unknown' : 'pass';
}
