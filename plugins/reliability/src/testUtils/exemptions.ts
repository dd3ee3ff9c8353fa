import type {
  ExemptionItem,
  ExemptionResponse,
  ListExemptionsResponse,
  WaiverDebtResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { Answers } from './callMock';

const nothing = {
  approve: false,
  deny: false,
  revoke: false,
  withdraw: false,
  renew: false,
};

/** A request of Mei that the reader may decide. */
export function exemptionItem(
  overrides: Partial<ExemptionItem> = {},
): ExemptionItem {
  return {
    id: 'e1',
    from: 'portal',
    service: {
      entityRef: 'component:default/checkout',
      title: 'Checkout',
      owner: 'group:default/payments',
      tier: { id: 'tier-0', name: 'Mission critical', rank: 0 },
    },
    scorecard: { id: 'reliability', title: 'Reliability maturity' },
    check: {
      id: 'runbook',
      title: 'Runbook is linked',
      weight: 3,
      outcome: 'fail',
    },
    reason: 'The runbook moves to the new wiki, which opens in January.',
    until: '2027-01-31',
    endsAt: '2027-02-01T00:00:00.000Z',
    state: 'requested',
    requestedBy: 'user:default/mei.tanaka',
    requestedAt: '2026-11-18T09:00:00.000Z',
    decidedBy: null,
    decidedAt: null,
    note: '',
    since: null,
    renews: null,
    renewedBy: null,
    renewals: 0,
    version: 1,
    may: { ...nothing, approve: true, deny: true },
    ...overrides,
  };
}

/** One that was approved and renewed. */
export const exemptionInForce = (
  overrides: Partial<ExemptionItem> = {},
): ExemptionItem =>
  exemptionItem({
    id: 'e2',
    state: 'approved',
    check: {
      id: 'restore',
      title: 'A restore was tested',
      weight: 2,
      outcome: 'exempt',
    },
    decidedBy: 'user:default/ines.moreau',
    decidedAt: '2026-10-20T09:00:00.000Z',
    since: '2026-05-04T09:00:00.000Z',
    renews: 'e0',
    renewals: 2,
    version: 2,
    may: { ...nothing, revoke: true, withdraw: true, renew: true },
    ...overrides,
  });

export const exemptionList = (
  items: ExemptionItem[] = [],
  overrides: Partial<ListExemptionsResponse> = {},
): ListExemptionsResponse => ({
  items,
  totalItems: items.length,
  counts: { requested: 0, forMe: 0, approved: 0, expiring: 0, over: 0 },
  rules: { latestUntil: '2099-05-19', maxDuration: 'P180D', minReason: 10 },
  ...overrides,
});

export const exemptionStory = (
  overrides: Partial<ExemptionResponse> = {},
): ExemptionResponse => ({
  exemption: exemptionItem(),
  failingSince: '2026-09-01T09:00:00.000Z',
  renewed: [],
  meanwhile: {
    from: '2026-08-22T09:00:00.000Z',
    to: '2026-11-20T09:00:00.000Z',
    incidents: 3,
    budgetShare: 0.42,
    unmeasured: 1,
    items: [
      {
        id: 'pager:P1',
        title: 'Cards are refused',
        startedAt: '2026-11-02T09:00:00.000Z',
        severity: 1,
        budgetShare: 0.4,
      },
    ],
  },
  events: [
    {
      at: '2026-11-18T09:00:00.000Z',
      by: 'user:default/mei.tanaka',
      action: 'requested',
      note: 'The runbook moves to the new wiki.',
    },
  ],
  ...overrides,
});

const debt: WaiverDebtResponse['total'] = {
  exemptions: 4,
  services: 3,
  weight: 9,
  medianAgeDays: 41,
  oldestAgeDays: 200,
  undated: 0,
  renewals: 3,
  expiring: 1,
  incidents: 2,
  budgetShare: 0.63,
  unmeasured: 0,
};

/** The debt of two teams and of nobody. */
export const waiverDebtAnswer = (
  overrides: Partial<WaiverDebtResponse> = {},
): WaiverDebtResponse => ({
  items: [
    { owner: 'group:default/payments', ...debt },
    {
      owner: 'group:default/data',
      ...debt,
      exemptions: 2,
      weight: 3,
      oldestAgeDays: 1,
      medianAgeDays: 1,
      undated: 1,
      incidents: 1,
      budgetShare: null,
      unmeasured: 1,
    },
    {
      owner: null,
      ...debt,
      exemptions: 1,
      weight: 1,
      medianAgeDays: null,
      oldestAgeDays: null,
      undated: 1,
      incidents: 0,
      budgetShare: 0,
    },
  ],
  totalItems: 3,
  total: { ...debt, exemptions: 7, weight: 13, unmeasured: 1 },
  ...overrides,
});

/** Nothing is exempt, and nobody asked. */
export const exemptionAnswers: Answers = {
  listExemptions: async () => exemptionList(),
};
