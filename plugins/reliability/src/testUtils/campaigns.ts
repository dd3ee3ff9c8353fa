import type {
  Campaign,
  CampaignProgressResponse,
  CampaignResponse,
  CampaignService,
  CampaignServicesResponse,
  CampaignTeam,
  CampaignTeamsResponse,
  ListCampaignsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { Answers } from './callMock';
import { checklistsResponse } from './readinessApiMock';
import { bronze, NOW } from './levels';

/** A campaign that runs. */
export const campaign = (overrides: Partial<Campaign> = {}): Campaign => ({
  id: 'c1',
  title: 'Every tier-1 service has a tested restore',
  goal: 'A backup that was never restored is a **hope**, not a backup.',
  owner: 'group:default/platform',
  state: 'running',
  startsAt: '2026-10-01',
  dueAt: '2027-03-31',
  endedAt: null,
  endedBy: null,
  scorecard: { id: 'reliability', title: 'Reliability maturity' },
  filter: { tier: ['tier-0', 'tier-1'] },
  requirements: [
    {
      kind: 'check',
      id: 'restore-tested',
      title: 'A restore was tested',
      level: 'Silver',
      enforcement: 'planned',
    },
    {
      kind: 'item',
      checklistId: 'production-readiness',
      id: 'restore-runbook',
      title: 'A runbook says how to restore',
      checklist: 'Production readiness',
      known: true,
    },
  ],
  totals: { total: 40, done: 22, open: 12, exempt: 4, unknown: 2 },
  frozen: null,
  partial: false,
  createdBy: 'user:default/anna.berg',
  createdAt: '2026-09-20T08:00:00Z',
  changedBy: 'user:default/anna.berg',
  changedAt: '2026-10-01T08:00:00Z',
  version: 2,
  ...overrides,
});

/** The same with what was decided about it. */
export const campaignResponse = (
  overrides: Partial<CampaignResponse> = {},
): CampaignResponse => ({
  ...campaign(),
  events: [
    {
      at: '2026-10-01T00:05:00Z',
      by: null,
      action: 'start',
      fields: [],
      note: '',
    },
    {
      at: '2026-09-28T08:00:00Z',
      by: 'user:default/anna.berg',
      action: 'change',
      fields: ['filter', 'dueAt'],
      note: '',
    },
    {
      at: '2026-09-20T08:00:00Z',
      by: 'user:default/anna.berg',
      action: 'create',
      fields: [],
      note: '',
    },
  ],
  ...overrides,
});

export const campaignsResponse = (
  items: Campaign[] = [campaign()],
): ListCampaignsResponse => {
  const counts = { draft: 0, running: 0, ended: 0, cancelled: 0 };
  items.forEach(({ state }) => {
    counts[state] += 1;
  });
  return { items, totalItems: items.length, counts };
};

const dayAt = (index: number) =>
  new Date(Date.UTC(2026, 9, 1 + index)).toISOString().slice(0, 10);

/** Fifty days of a burn-up that will be late. */
export const campaignProgress = (
  overrides: Partial<CampaignProgressResponse> = {},
): CampaignProgressResponse => ({
  now: campaign().totals,
  partial: false,
  days: Array.from({ length: 50 }, (_, index) => ({
    day: dayAt(index),
    total: index < 20 ? 38 : 40,
    done: Math.min(22, 5 + Math.floor(index / 2.8)),
    exempt: index < 30 ? 2 : 4,
    unknown: index < 10 ? 6 : 2,
  })),
  ideal: [
    { day: '2026-10-01', done: 5 },
    { day: '2027-03-31', done: 36 },
  ],
  projection: {
    kind: 'late',
    doneOn: '2027-04-20',
    left: 14,
    short: 2,
    perWeek: 0.6,
    days: 14,
  },
  ...overrides,
});

export const campaignTeam = (
  owner: string | null,
  overrides: Partial<CampaignTeam> = {},
): CampaignTeam => ({
  owner,
  total: 5,
  done: 3,
  open: 2,
  exempt: 0,
  unknown: 0,
  ...overrides,
});

export const campaignTeamsResponse = (): CampaignTeamsResponse => ({
  items: [
    campaignTeam('group:default/payments', { total: 9, done: 2, open: 7 }),
    campaignTeam('group:default/checkout', {
      total: 12,
      done: 6,
      open: 3,
      exempt: 3,
    }),
    campaignTeam('group:default/search', {
      total: 8,
      done: 4,
      open: 2,
      exempt: 0,
      unknown: 2,
    }),
    campaignTeam('group:default/identity', { total: 11, done: 11, open: 0 }),
    campaignTeam(null, { total: 1, done: 0, open: 1 }),
  ],
  totalItems: 5,
});

export const campaignService = (
  name: string,
  overrides: Partial<CampaignService> = {},
): CampaignService => ({
  entityRef: `component:default/${name}`,
  title: name,
  tier: { id: 'tier-1', name: 'Business critical', rank: 1 },
  owner: 'group:default/payments',
  level: bronze,
  state: 'open',
  left: [
    {
      kind: 'check',
      checklistId: null,
      id: 'restore-tested',
      title: 'A restore was tested',
      outcome: 'fail',
    },
  ],
  ...overrides,
});

export const campaignServicesResponse = (
  items: CampaignService[] = [
    campaignService('ledger', {
      tier: { id: 'tier-0', name: 'Mission critical', rank: 0 },
      left: [
        ...campaignService('x').left,
        {
          kind: 'item',
          checklistId: 'production-readiness',
          id: 'restore-runbook',
          title: 'A runbook says how to restore',
          outcome: 'fail',
        },
      ],
    }),
    campaignService('payouts', {
      state: 'unknown',
      left: [{ ...campaignService('x').left[0], outcome: 'unknown' }],
    }),
    campaignService('old-invoices', {
      state: 'exempt',
      left: [{ ...campaignService('x').left[0], outcome: 'exempt' }],
    }),
    campaignService('checkout', {
      owner: 'group:default/checkout',
      state: 'done',
      left: [],
    }),
  ],
): CampaignServicesResponse => ({
  items,
  totalItems: items.length,
  counts: { open: 12, unknown: 2, exempt: 4, done: 22 },
});

/** What all routes of campaigns answer. */
export const campaignAnswers: Answers = {
  listChecklists: async () => checklistsResponse(),
  listCampaigns: () =>
    campaignsResponse([
      campaign(),
      campaign({
        id: 'c2',
        title: 'Two people share every pager',
        state: 'draft',
        startsAt: '2027-01-01',
        dueAt: '2027-06-30',
        filter: {},
        totals: { total: 310, done: 120, open: 150, exempt: 0, unknown: 40 },
      }),
      campaign({
        id: 'c3',
        title: 'No service without an owner',
        state: 'ended',
        endedAt: '2026-09-01T00:05:00Z',
        frozen: '2026-08-31',
        totals: { total: 310, done: 306, open: 4, exempt: 0, unknown: 0 },
      }),
    ]),
  createCampaign: () => campaignResponse({ state: 'draft' }),
  previewCampaign: ({ body }) => ({
    totals: campaign().totals,
    matched: 43,
    notApplicable: 3,
    requirements: campaign().requirements.slice(0, body.checks?.length ?? 0),
    teams: 4,
  }),
  getCampaign: ({ id }) =>
    id === 'ended'
      ? campaignResponse({
          id,
          state: 'ended',
          endedAt: '2026-11-01T00:05:00Z',
          frozen: '2026-10-31',
        })
      : campaignResponse(),
  patchCampaign: () => campaignResponse({ version: 3 }),
  decideCampaign: () => campaignResponse({ state: 'ended', version: 3 }),
  listCampaignServices: () => campaignServicesResponse(),
  listCampaignTeams: campaignTeamsResponse,
  getCampaignProgress: ({ id }) =>
    id === 'ended'
      ? campaignProgress({ projection: null })
      : campaignProgress(),
  previewCampaignEnforcement: ({ body }) => ({
    from: body.from,
    checks: [{ id: 'restore-tested', title: 'A restore was tested' }],
    yaml: `- id: "restore-tested"\n  enforceFrom: "${body.from}"\n`,
    services: 310,
    outdated: 2,
    losing: 1,
    examples: [
      {
        entityRef: 'component:default/ledger',
        title: 'ledger',
        owner: 'group:default/payments',
        from: { id: 'silver', name: 'Silver', index: 1 },
        to: bronze,
      },
    ],
  }),
  getServiceCampaigns: () => ({ items: [], at: NOW }),
};
