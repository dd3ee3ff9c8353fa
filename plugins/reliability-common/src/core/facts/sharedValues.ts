import { FactGroup } from './facts';

type Values = FactGroup['values'];

/** Values with their integers converted, by the paths of the integers. */
type Conversions = Map<readonly string[][], { [key: string]: unknown }>;

const shared = new WeakMap<Values, Conversions>();

/**
 * Declares that many services have the very same object of values, as those of a tier: its integers are
 * converted once for each scorecard. The object must not change any more.
 */
export function shareValues<T extends Values>(values: T): T {
  shared.set(values, new Map());
  return values;
}

/** Where conversions of shared values are kept; undefined for values of one service. */
export const conversionsOf = (values: Values): Conversions | undefined =>
  shared.get(values);
