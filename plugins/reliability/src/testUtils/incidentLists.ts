import type {
  BudgetReview,
  IncidentAccountsResponse,
  SloLedgerResponse,
  UnmappedSubject,
} from '@plimsoll/backstage-plugin-reliability-common';

type Account = IncidentAccountsResponse['items'][number];

/** An account that is read and takes webhooks. */
export function incidentAccount(overrides: Partial<Account> = {}): Account {
  return {
    account: 'pd-main',
    provider: 'pagerduty',
    state: 'ok',
    incidents: 1240,
    unmapped: 3,
    readAt: new Date(Date.now() - 80_000).toISOString(),
    triedAt: new Date(Date.now() - 80_000).toISOString(),
    error: null,
    backfilledTo: null,
    webhooks: {
      path: '/api/reliability/webhooks/pagerduty/pd-main',
      received: 412,
      waiting: 0,
      lastAt: new Date(Date.now() - 3_600_000).toISOString(),
    },
    ...overrides,
  };
}

/** Something at a provider that is no service yet, with what it might be. */
export function unmappedSubject(
  overrides: Partial<UnmappedSubject> = {},
): UnmappedSubject {
  return {
    account: 'pd-main',
    provider: 'pagerduty',
    kind: 'service',
    id: 'PX1',
    label: 'Checkout API (prod)',
    url: 'https://kittiwake.pagerduty.example/services/PX1',
    incidents: 12,
    lastAt: '2026-11-20T08:30:00Z',
    lastIncident: {
      id: 'pd-main:Q1',
      reference: 'INC-42',
      title: 'Payments are refused',
    },
    ignored: false,
    suggestions: [
      {
        entityRef: 'component:default/checkout',
        title: 'Checkout',
        score: 0.82,
        reason: 'the names share "checkout"',
      },
      {
        entityRef: 'component:default/checkout-web',
        title: 'Checkout web',
        score: 0.5,
        reason: 'the names share "checkout"',
      },
    ],
    ...overrides,
  };
}

/** Budget that went without an incident. */
export function budgetReview(
  overrides: Partial<BudgetReview> = {},
): BudgetReview {
  return {
    id: 'r1',
    kind: 'dark-burn',
    sloId: 'component:default/checkout#requests',
    sloTitle: 'Requests succeed',
    entityRef: 'component:default/checkout',
    serviceTitle: 'Checkout',
    owner: 'group:default/payments',
    incident: null,
    from: '2026-11-17T00:00:00Z',
    to: '2026-11-18T00:00:00Z',
    share: 0.18,
    state: 'open',
    note: '',
    settledBy: null,
    settledAt: null,
    foundAt: '2026-11-18T01:10:00Z',
    canEdit: true,
    ...overrides,
  };
}

/** A window of an SLO with an incident, a correction and a day that nobody explained. */
export function sloLedger(
  overrides: Partial<SloLedgerResponse> = {},
): SloLedgerResponse {
  return {
    sloId: 'component:default/checkout#requests',
    objectiveId: '1',
    window: { from: '2026-10-22T00:00:00Z', to: '2026-11-21T00:00:00Z' },
    evaluatedAt: '2026-11-21T08:55:00Z',
    budget: 43_200,
    spent: 0.62,
    explained: 0.41,
    unexplained: 0.21,
    unmeasured: 0,
    lines: [
      {
        kind: 'incident',
        from: '2026-11-18T09:02:00Z',
        to: '2026-11-18T10:02:00Z',
        title: 'INC-42 Payments are refused',
        incidentId: 'pd-main:Q1',
        reviewId: null,
        bad: 17_700,
        share: 0.41,
      },
      {
        kind: 'unexplained',
        from: '2026-11-17T00:00:00Z',
        to: '2026-11-18T00:00:00Z',
        title: 'No incident',
        incidentId: null,
        reviewId: 'r1',
        bad: 7_776,
        share: 0.18,
      },
      {
        kind: 'correction',
        from: '2026-11-10T02:00:00Z',
        to: '2026-11-10T03:00:00Z',
        title: 'Announced maintenance of the database',
        incidentId: null,
        reviewId: null,
        bad: 2_160,
        share: -0.05,
      },
    ],
    burnDown: [],
    ...overrides,
  };
}
