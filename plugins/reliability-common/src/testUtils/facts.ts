import {
  defaultTiers,
  FactGroup,
  Facts,
  FactValue,
  pushedFacts,
  Tier,
  tierFacts,
} from '../core';

/** The time at which the tests take place. */
export const NOW = Date.parse('2026-11-20T12:00:00Z');

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When the facts of the builders were observed, unless a test says otherwise. */
export const OBSERVED = NOW - HOUR;

type Values = Readonly<Record<string, FactValue>>;

/** What the catalog says about a service that has everything. */
export const perfectEntity: Values = {
  ref: 'component:default/pay',
  kind: 'component',
  namespace: 'default',
  name: 'pay',
  title: 'pay',
  description: 'Takes payments for orders',
  type: 'service',
  lifecycle: 'production',
  owner: 'group:default/payments',
  ownerKind: 'group',
  ownerExists: true,
  system: 'system:default/checkout',
  domain: 'domain:default/sales',
  sourceUrl: 'https://git.example/pay',
  tags: [],
  labels: {},
  annotations: { 'pagerduty.com/service-id': 'P1' },
  links: {
    runbook: 1,
    dashboard: 1,
    docs: 1,
    alerts: 1,
    logs: 1,
    chat: 1,
    repository: 1,
    total: 7,
  },
  linkTypes: [],
  dependencies: 2,
  dependents: 3,
  providedApis: 1,
  consumedApis: 1,
};

/** `entity.*` facts of the perfect service with some of them changed. */
export function entityFacts(
  changed: Values = {},
  expiresAt: number = NOW + 3 * DAY,
): FactGroup {
  return {
    root: 'entity',
    source: 'catalog',
    at: OBSERVED,
    expiresAt,
    values: { ...perfectEntity, ...changed },
  };
}

/** Facts pushed by the source `ci`, by key. */
export function ciFacts(values: Values, expiresAt?: number): FactGroup[] {
  return pushedFacts(
    Object.entries(values).map(([key, value]) => ({
      source: 'ci',
      key,
      value,
      at: OBSERVED,
      expiresAt,
    })),
  );
}

/** `tier.*` facts; without a tier the service is untiered. */
export function factsOfTier(tier?: Tier): FactGroup {
  return tierFacts(
    tier ? { tier, source: 'declared' } : { source: 'none' },
    OBSERVED,
  );
}

/** The tiers that ship, by their rank. */
export const [tier0, tier1, tier2, tier3] = defaultTiers;

/** All facts of the perfect service of tier 1, with some changed. */
export function serviceFacts(
  changed: Values = {},
  tier: Tier | undefined = tier1,
): Facts {
  return [entityFacts(changed), factsOfTier(tier)];
}
