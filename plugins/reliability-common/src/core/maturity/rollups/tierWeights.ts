import { Tier, UNTIERED } from '../../tier';

/**
 * How much a service of each tier weighs in a rollup: twice as much as one of the tier below. The least
 * critical tier and services without a tier weigh 1.
 *
 * @param tiers - most critical first; n tiers weigh 2^(n-1) … 1
 * @param changed - instead of these weights, by tier id
 *
 * @public
 */
export function tierWeights(
  tiers: readonly Pick<Tier, 'id'>[],
  changed: Readonly<Record<string, number>> = {},
): ReadonlyMap<string, number> {
  const last = tiers.length - 1;
  return new Map<string, number>([
    ...tiers.map(({ id }, rank): [string, number] => [id, 2 ** (last - rank)]),
    [UNTIERED, 1],
    ...Object.entries(changed),
  ]);
}
