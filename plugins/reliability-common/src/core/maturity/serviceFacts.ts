import { contractFacts, Tier, TierResolution, UNTIERED } from '../tier';
import { FactGroup, FactValue } from '../facts/facts';
import { shareValues } from '../facts/sharedValues';

/** A fact that was pushed for one service. @public */
export interface PushedFact {
  readonly source: string;
  readonly key: string;
  readonly value: FactValue;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly expiresAt?: number;
}

/** Every service of a tier shares these, so they are made once for each tier and source. */
const tierValues = new WeakMap<Tier, Map<string, FactGroup['values']>>();

function valuesOf(tier: Tier, source: string): FactGroup['values'] {
  const bySource = tierValues.get(tier) ?? new Map();
  tierValues.set(tier, bySource);
  const known = bySource.get(source);
  if (known) return known;
  const values = shareValues({
    id: tier.id,
    name: tier.name,
    rank: tier.rank,
    source,
    contract: contractFacts(tier.contract) as unknown as FactValue,
  });
  bySource.set(source, values);
  return values;
}

/** Facts about the tier of a service; `at` is when it was last declared or overridden. @public */
export function tierFacts(resolution: TierResolution, at: number): FactGroup {
  const { tier, source } = resolution;
  return {
    root: 'tier',
    source: 'configuration',
    at,
    values: tier ? valuesOf(tier, source) : { id: UNTIERED, source },
  };
}

/** Pushed facts as checks see them: `facts["<source>/<key>"]`. @public */
export function pushedFacts(pushed: readonly PushedFact[]): FactGroup[] {
  return pushed.map(fact => ({
    root: 'facts',
    source: fact.source,
    at: fact.at,
    expiresAt: fact.expiresAt,
    values: { [`${fact.source}/${fact.key}`]: fact.value },
  }));
}
