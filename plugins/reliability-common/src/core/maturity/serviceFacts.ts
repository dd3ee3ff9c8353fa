import { contractFacts, TierResolution, UNTIERED } from '../tier';
import { FactGroup, FactValue } from './facts';

/** A fact that was pushed for one service. @public */
export interface PushedFact {
  readonly source: string;
  readonly key: string;
  readonly value: FactValue;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly expiresAt?: number;
}

/** Facts about the tier of a service; `at` is when it was last declared or overridden. */
export function tierFacts(resolution: TierResolution, at: number): FactGroup {
  const { tier, source } = resolution;
  const values: FactGroup['values'] = tier
    ? {
        id: tier.id,
        name: tier.name,
        rank: tier.rank,
        source,
        contract: contractFacts(tier.contract) as unknown as FactValue,
      }
    : { id: UNTIERED, source };
  return { root: 'tier', source: 'configuration', at, values };
}

/** Pushed facts as checks see them: `facts["<source>/<key>"]`. */
export function pushedFacts(pushed: readonly PushedFact[]): FactGroup[] {
  return pushed.map(fact => ({
    root: 'facts',
    source: fact.source,
    at: fact.at,
    expiresAt: fact.expiresAt,
    values: { [`${fact.source}/${fact.key}`]: fact.value },
  }));
}
