import { refOf } from './entities';
import { DAY, Harness, NOW } from './harness';
import {
  BEST,
  get,
  NEVER,
  noService,
  RouteRequests,
  send,
  without,
} from './requests';
import { SLO_ID } from './sloPortal';

const EDIT = 'reliability.incident.edit';

const settle = (id: string, body: object = { state: 'settled' }) =>
  send('post', `/budget-reviews/${id}`, body);

/** The same portal with an error budget to look at. */
export async function withBudgetReview({
  knex,
  stores,
}: Harness): Promise<void> {
  await stores.budgetReviews.add(knex, [
    {
      id: 'dark',
      kind: 'dark-burn',
      sloId: SLO_ID,
      objectiveId: '1',
      entityRef: refOf('best'),
      from: NOW - DAY,
      to: NOW,
      share: 0.2,
      state: 'open',
      note: '',
      foundAt: NOW,
    },
  ]);
}

/** The routes by which incidents, their figures and their budgets are read. */
export const incidentReadRequests = {
  listIncidents: {
    ok: get('/incidents?severity=1&status=active&orderBy=duration&limit=1'),
    refusals: {
      400: [get('/incidents?severity=9'), /^severity: expected one of 1, /],
    },
  },
  getIncidentStats: {
    ok: get('/incidents/stats?by=month&timeZone=Europe/Berlin'),
    refusals: {
      400: [
        get('/incidents/stats?timeZone=Mars'),
        /^timeZone: expected a name such as/,
      ],
    },
  },
  listIncidentAccounts: { ok: get('/incidents/accounts'), refusals: {} },
  getIncident: {
    ok: get('/incidents/pager%3Aopen'),
    refusals: {
      404: [get('/incidents/pager%3Anever'), /no incident "pager:never"/],
    },
  },
  getServiceIncidents: {
    ok: get(`${BEST}/incidents?days=30&limit=1`),
    refusals: {
      400: [get(`${BEST}/incidents?days=0`), /^days: /],
      404: [get(`${NEVER}/incidents`), noService],
    },
  },
  getSloLedger: {
    ok: get(`/slos/${SLO_ID}/ledger`),
    refusals: {
      400: [
        get(`/slos/${SLO_ID}/ledger?objective=9`),
        /^objective: there is no objective "9"/,
      ],
      404: [get('/slos/never/ledger'), /no SLO "never"/],
    },
  },
  listBudgetReviews: {
    ok: get('/budget-reviews?kind=dark-burn&limit=1'),
    refusals: {
      400: [get('/budget-reviews?kind=x'), /^kind: expected one of/],
    },
  },
  settleBudgetReview: {
    ok: settle('dark'),
    refusals: {
      400: [settle('dark', { state: 'x' }), /^state: /],
      403: [
        without(EDIT, settle('dark')),
        /lack the permission reliability\.incident\.edit/,
      ],
      404: [settle('never'), /no review item "never"/],
    },
  },
} satisfies Record<string, RouteRequests>;
