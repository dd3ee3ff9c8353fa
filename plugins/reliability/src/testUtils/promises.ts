import type {
  PromiseDependencyItem,
  PromiseItem,
  PromiseNodeItem,
  PromisesResponse,
  PromiseSummary,
  ServicePromiseResponse,
  TierHonestyItem,
  TierHonestyResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { Answers } from './callMock';

const tiers = {
  critical: { id: 'tier-0', name: 'Mission critical', rank: 0 },
  business: { id: 'tier-1', name: 'Business critical', rank: 1 },
  operational: { id: 'tier-2', name: 'Business operational', rank: 2 },
  none: { id: 'untiered', name: 'Untiered', rank: null },
};
const computedAt = '2026-11-20T11:58:00.000Z';

const node = (
  name: string,
  tier: PromiseNodeItem['tier'],
): PromiseNodeItem => ({
  entityRef: `component:default/${name.toLowerCase()}`,
  title: name,
  tier,
});

const checkout = {
  ...node('Checkout', tiers.critical),
  owner: 'group:default/payments',
};

const dependency = (
  name: string,
  target: number | null,
  overrides: Partial<PromiseDependencyItem> = {},
): PromiseDependencyItem => ({
  ...node(name, tiers.operational),
  isService: true,
  target,
  sloId: target === null ? null : `component~default~${name}~up`,
  sloTitle: target === null ? null : `${name} answers`,
  cyclic: false,
  ...overrides,
});

/** A promise that its two dependencies break. */
export const promiseSummary = (
  overrides: Partial<PromiseSummary> = {},
): PromiseSummary => ({
  verdict: 'broken',
  unknown: null,
  promised: 999_500,
  promisedBy: 'slo',
  allowed: 997_101,
  reachable: 996_602,
  upperBound: false,
  dependencies: [
    dependency('Ledger', 998_000, { cyclic: true }),
    dependency('Rates', 999_100, { tier: tiers.business }),
  ],
  hiddenDependencies: 0,
  softDependencies: 1,
  ...overrides,
});

export const promiseItem = (
  overrides: Partial<PromiseSummary> = {},
  name = 'Checkout',
): PromiseItem => ({
  service: { ...checkout, ...node(name, tiers.critical) },
  promise: promiseSummary(overrides),
});

export const promiseList = (
  items: PromiseItem[] = [promiseItem()],
  overrides: Partial<PromisesResponse> = {},
): PromisesResponse => ({
  items,
  totalItems: items.length,
  counts: { broken: 1, tight: 0, unknown: 2, kept: 4 },
  computedAt,
  ...overrides,
});

/** Promises of every verdict. */
export const allPromises = (): PromiseItem[] => [
  promiseItem(),
  promiseItem(
    {
      verdict: 'broken',
      promisedBy: 'tier',
      reachable: null,
      upperBound: true,
      allowed: 998_000,
      dependencies: [
        dependency('Ledger', 998_000),
        dependency('smtp', null, {
          entityRef: 'resource:default/smtp',
          isService: false,
          tier: tiers.none,
        }),
      ],
      hiddenDependencies: 2,
      softDependencies: 0,
    },
    'Ledger of all accounts and their movements since 1998',
  ),
  promiseItem(
    {
      verdict: 'tight',
      promised: 999_000,
      allowed: 999_100,
      reachable: 998_100,
      dependencies: [dependency('Rates', 999_100)],
    },
    'Cart',
  ),
  promiseItem(
    {
      verdict: 'unknown',
      unknown: 'no-dependencies',
      allowed: null,
      reachable: null,
      dependencies: [],
      softDependencies: 0,
    },
    'Rates',
  ),
  promiseItem(
    {
      verdict: 'unknown',
      unknown: 'dependency-without-slo',
      upperBound: true,
      allowed: 999_900,
      reachable: 999_400,
      dependencies: [dependency('Rates', 999_900), dependency('Mail', null)],
      softDependencies: 0,
    },
    'Search',
  ),
  promiseItem(
    {
      verdict: 'unknown',
      unknown: 'no-promise',
      promised: null,
      promisedBy: null,
      reachable: null,
      dependencies: [dependency('Rates', 999_100)],
    },
    'Mail',
  ),
  promiseItem(
    {
      verdict: 'kept',
      promised: 990_000,
      allowed: 999_100,
      reachable: 989_109,
      dependencies: [dependency('Rates', 999_100)],
      softDependencies: 0,
    },
    'Reports',
  ),
];

/** Checkout rests on a less critical service, and on another further away. */
export const inversionItem = (
  overrides: Partial<TierHonestyItem> = {},
): TierHonestyItem => ({
  service: checkout,
  inversions: [
    { dependency: node('Ledger', tiers.operational), via: [] },
    { dependency: node('Mail', tiers.none), via: [] },
    {
      dependency: node('Archive', {
        id: 'tier-3',
        name: 'Administrative',
        rank: 3,
      }),
      via: ['component:default/ledger', null],
    },
  ],
  hiddenInversions: 1,
  proposal: null,
  ...overrides,
});

/** What speaks for a more critical Ledger. */
export const proposalItem = (
  overrides: Partial<TierHonestyItem> = {},
): TierHonestyItem => ({
  service: {
    ...node('Ledger', tiers.operational),
    owner: 'group:default/data',
  },
  inversions: [],
  hiddenInversions: 0,
  proposal: {
    tier: tiers.critical,
    direction: 'raise',
    confidence: 'high',
    reasons: [
      {
        kind: 'dependents',
        tier: tiers.critical,
        count: 3,
        examples: [node('Checkout', tiers.critical)],
      },
      { kind: 'slo', tier: tiers.critical, target: 999_500, asked: 999_500 },
      { kind: 'incidents', tier: tiers.business, sev1: 1, sev2: 4 },
      { kind: 'pages', tier: tiers.operational, pages: 64 },
      { kind: 'many-dependents', tier: tiers.business, count: 12 },
    ],
  },
  ...overrides,
});

export const honestyList = (
  items: TierHonestyItem[] = [],
  overrides: Partial<TierHonestyResponse> = {},
): TierHonestyResponse => ({
  items,
  totalItems: items.length,
  counts: { inversion: 1, proposal: 1 },
  computedAt,
  ...overrides,
});

/** Everything about Checkout. */
export const servicePromise = (
  overrides: Partial<ServicePromiseResponse> = {},
): ServicePromiseResponse => ({
  ...inversionItem(),
  promise: promiseSummary(),
  burn: [
    {
      sloId: 'component~default~checkout~up',
      title: 'Requests succeed',
      objectiveId: '0.9995',
      window: {
        from: '2026-10-21T12:00:00.000Z',
        to: '2026-11-20T12:00:00.000Z',
      },
      spent: 0.62,
      borrowed: 0.41,
      own: 0.13,
      unexplained: 0.08,
      unmeasured: 1,
      upstream: [
        {
          dependency: node('Ledger', tiers.operational),
          incidentId: 'pager:P1',
          name: 'P1: Postings are refused',
          from: '2026-11-02T09:00:00.000Z',
          to: '2026-11-02T11:00:00.000Z',
          share: 0.41,
        },
      ],
      hiddenIncidents: 1,
    },
  ],
  computedAt,
  ...overrides,
});

/** Nothing is known of what a service needs. */
export const promiseAnswers: Answers = {
  listTierHonesty: async () => honestyList(),
  listPromises: async () =>
    promiseList([], { counts: { broken: 0, tight: 0, unknown: 0, kept: 0 } }),
  getServicePromise: async () =>
    servicePromise({
      inversions: [],
      hiddenInversions: 0,
      burn: [],
      promise: promiseSummary({
        verdict: 'unknown',
        unknown: 'no-dependencies',
        allowed: null,
        reachable: null,
        dependencies: [],
        softDependencies: 0,
      }),
    }),
};
