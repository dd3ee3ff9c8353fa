import {
  judgeKpi,
  kpiDefinitions,
  type KpiItem,
  type KpisResponse,
  type ListRisksResponse,
  type RiskItem,
} from '@plimsoll/backstage-plugin-reliability-common';

type Told = Partial<KpiItem>;

const told: Readonly<Record<string, Told>> = {
  'slo-compliance': {
    value: 91.3,
    n: 46,
    of: 52,
    trend: { previous: 94.1, n: 44, change: -2.8, verdict: 'worse' },
  },
  'budget-consumed': {
    value: 38.4,
    n: 46,
    of: 52,
    trend: { previous: 44, n: 44, change: -5.6, verdict: 'better' },
  },
  'budgets-spent': { value: 8.7, n: 46, of: 52 },
  'impact-minutes': { value: 214, n: 31, of: 34, coverage: 0.9 },
  'rto-met': { value: 75, n: 8, of: 21 },
  'sev1-incidents': {
    value: 2,
    n: 31,
    of: 34,
    trend: { previous: 2, n: 31, change: 0, verdict: 'same' },
  },
  'sev2-incidents': {
    value: 5,
    n: 31,
    of: 34,
    trend: { previous: 9, n: 31, change: -4, verdict: 'better' },
  },
  'repeat-rate': { value: 9.5, n: 21, of: 21 },
  'time-to-detect': { value: 6, n: 14, of: 21, p90: 41 },
  'time-to-acknowledge': { value: 4, n: 19, of: 21, p90: 12 },
  'time-to-restore': { value: 48, n: 18, of: 19, p90: 310 },
  'change-failure-rate': {
    value: 12.1,
    n: 141,
    of: 147,
    trend: { previous: 17.2, n: 122, change: -5.1, verdict: 'better' },
  },
  'postmortem-timeliness': { value: 66.7, n: 6, of: 7 },
  'follow-up-timeliness': { value: 92, n: 25, of: 31 },
  'page-load': { value: 4.2, n: 9, of: 9 },
  'after-hours-share': { value: 31.6, n: 158, of: 158, coverage: 0.8 },
  'noise-share': { value: 24.1, n: 158, of: 158 },
  'readiness-rate': { value: 58.8, n: 34, of: 34 },
  'restore-test-rate': { value: 71.4, n: 14, of: 14, coverage: 0.857 },
  'scorecard-coverage': {
    value: 93.2,
    n: 34,
    of: 34,
    trend: { previous: 88, n: 34, change: 5.2, verdict: 'better' },
  },
  'level-share': { value: 82.4, n: 34, of: 34 },
};

const levels = [
  { id: 'bronze', name: 'Bronze', index: 0 },
  { id: 'silver', name: 'Silver', index: 1 },
  { id: 'gold', name: 'Gold', index: 2 },
];

const part = (
  key: string,
  title: string,
  value: number | null,
  target = 95,
) => ({
  key,
  title,
  value,
  n: 10,
  of: 12,
  target,
  met: judgeKpi(value, target, 'higher'),
});

const parts: Readonly<Record<string, KpiItem['parts']>> = {
  'slo-compliance': [
    part('tier-0', 'Mission critical', 83.3),
    part('tier-1', 'Business critical', 95.2),
    part('tier-2', 'Supporting', null),
  ],
  'level-share': [
    ['none', 'No level', 17.6],
    ['bronze', 'Bronze', 41.2],
    ['silver', 'Silver', 29.4],
    ['gold', 'Gold', 11.8],
  ].map(([key, title, value]) => ({
    ...part(String(key), String(title), Number(value)),
    target: null,
    met: 'no-target' as const,
  })),
};

/** A figure, known where the test says nothing else. */
export function kpi(id: string, changed: Told = {}): KpiItem {
  const definition = kpiDefinitions.find(each => each.id === id)!;
  const target = definition.defaultTarget;
  const { value = null, n = 0, of = 34, ...rest } = told[id] ?? {};
  return {
    ...definition,
    target,
    value,
    n,
    of,
    met: judgeKpi(value, target, definition.direction),
    coverage: of > 0 ? n / of : null,
    p90: null,
    trend: null,
    parts: parts[id] ?? [],
    ...rest,
    ...changed,
  };
}

/** The executive page of a company of 34 services. */
export const kpisResponse = (
  changed: Partial<KpisResponse> = {},
): KpisResponse => ({
  from: '2026-10-22',
  to: '2026-11-20',
  previousFrom: '2026-09-22',
  previousTo: '2026-10-21',
  computedAt: '2026-11-20T12:00:00.000Z',
  services: 34,
  scorecard: { id: 'reliability', title: 'Reliability maturity', levels },
  items: [
    ...kpiDefinitions.map(({ id }) => kpi(id)),
    {
      ...kpi('readiness-rate'),
      id: 'satisfaction',
      title: 'Developer satisfaction',
      group: 'others',
      unit: 'of 5',
      target: 4,
      value: 4.1,
      met: 'yes',
      detail: 'none',
      n: 12,
      coverage: 12 / 34,
    },
  ],
  history: ['2026-10-22', '2026-11-05', '2026-11-20'].map((day, index) => ({
    day,
    services: 34,
    coverage: 88 + index * 2.6,
    levels: { none: 9 - index, bronze: 14, silver: 8 + index, gold: 3 },
  })),
  ...changed,
});

/** A risk that a failing check means. */
export const derivedRiskItem = (changed: Partial<RiskItem> = {}): RiskItem => ({
  id: 'reliability/restore-within-rto/component:default/pay',
  kind: 'derived',
  title: 'Incidents are restored within the RTO',
  description: 'Somebody promised it.',
  likelihood: 4,
  impact: 5,
  score: 20,
  reasons: [
    'The check fails for 30 days or longer',
    '3 incidents in 90 days, 1 of severity 1 or 2',
    'The tier is Mission critical',
  ],
  check: {
    scorecard: 'reliability',
    id: 'restore-within-rto',
    title: 'Incidents are restored within the RTO',
    entityRef: 'component:default/pay',
    failing: true,
    since: null,
  },
  services: [{ entityRef: 'component:default/pay', title: 'Payments' }],
  scope: { owner: null, system: null },
  tier: { id: 'tier-0', name: 'Mission critical', rank: 0 },
  owner: 'group:default/payments',
  mitigation: '',
  reviewBy: null,
  overdue: false,
  state: 'open',
  version: null,
  createdBy: null,
  createdAt: null,
  changedBy: null,
  changedAt: null,
  owned: null,
  ...changed,
});

/** A risk that somebody wrote down. */
export const writtenRiskItem = (changed: Partial<RiskItem> = {}): RiskItem => ({
  ...derivedRiskItem(),
  id: '6f1e1f0c-2f0a-4e6e-9d53-0a3f7f1d2b11',
  kind: 'written',
  title: 'One person knows the ledger',
  description: 'Nobody else ever restored it.',
  likelihood: 3,
  impact: 4,
  score: 12,
  reasons: [],
  check: null,
  services: [{ entityRef: 'component:default/ledger', title: 'Ledger' }],
  tier: null,
  owner: 'group:default/ledger',
  mitigation: 'Two people restore it every quarter.',
  reviewBy: '2026-12-24',
  version: 2,
  createdBy: 'user:default/anna.berg',
  createdAt: '2026-10-01T09:00:00.000Z',
  changedBy: 'user:default/anna.berg',
  changedAt: '2026-11-01T09:00:00.000Z',
  ...changed,
});

/** A register with risks of every sort. */
export const risksResponse = (
  items: RiskItem[] = [
    derivedRiskItem(),
    writtenRiskItem(),
    derivedRiskItem({
      id: 'reliability/enough-responders/component:default/search',
      title: 'Enough people share the pager',
      likelihood: 2,
      score: 6,
      impact: 3,
      reasons: [
        'It fails now',
        'The service has no tier; its impact is taken as 3',
      ],
      check: {
        ...derivedRiskItem().check!,
        id: 'enough-responders',
        since: '2026-11-12',
      },
      services: [{ entityRef: 'component:default/search', title: 'Search' }],
      tier: { id: 'untiered', name: 'Untiered', rank: null },
      owned: {
        id: '6f1e1f0c-2f0a-4e6e-9d53-0a3f7f1d2b12',
        owner: 'group:default/search',
        state: 'closed',
        mitigation: '',
        reviewBy: '2026-11-01',
        overdue: false,
        version: 3,
      },
    }),
    writtenRiskItem({
      id: '6f1e1f0c-2f0a-4e6e-9d53-0a3f7f1d2b13',
      title: 'The data centre in the north has one power line',
      services: [],
      likelihood: 1,
      impact: 5,
      score: 5,
      state: 'accepted',
      mitigation: '',
      overdue: true,
      reviewBy: '2026-11-01',
      description: '',
    }),
  ],
): ListRisksResponse => ({
  items,
  totalItems: items.length,
  matrix: items.map(({ likelihood, impact }) => ({
    likelihood,
    impact,
    count: 1,
  })),
  counts: {
    derived: items.filter(({ kind }) => kind === 'derived').length,
    written: items.filter(({ kind }) => kind === 'written').length,
    overdue: items.filter(({ overdue }) => overdue).length,
  },
});
