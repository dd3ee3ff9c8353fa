import { ConflictError } from '@backstage/errors';
import type { ReliabilityApi } from '../src/api';
import {
  followUp,
  followUpsResponse,
  lesson,
} from '../src/testUtils/followUps';
import {
  budgetReview,
  incidentAccount,
  unmappedSubject,
} from '../src/testUtils/incidentLists';
import { incidentResponse } from '../src/testUtils/incidents';
import {
  postmortemResponse,
  writtenPostmortem,
} from '../src/testUtils/postmortems';
import { companyApi } from './company';

const hints = [
  {
    section: 'causes',
    quote: 'Anna forgot to close the connection',
    message:
      'Names what somebody did. Ask what made it possible: what would have caught it?',
  },
];
const blaming = postmortemResponse({
  hints,
  sections: postmortemResponse().sections.map(section =>
    section.id === 'causes'
      ? {
          ...section,
          text: 'Anna forgot to close the connection of the nightly report.',
        }
      : section,
  ),
});
const begun = postmortemResponse({
  exists: false,
  version: 0,
  state: 'missing',
  author: null,
  createdAt: null,
  updatedAt: null,
  updatedBy: null,
  sections: postmortemResponse().sections.map(section => ({
    ...section,
    text: '',
    prefilled:
      section.prefilled || (section.id === 'impact' ? 'Impact: 1 h.' : ''),
  })),
});
const theirs = writtenPostmortem({
  version: 3,
  updatedBy: 'user:default/ben.cole',
  updatedAt: new Date(Date.now() - 120_000).toISOString(),
});

/** A postmortem in each of its states. */
export const postmortems = {
  draft: blaming,
  new: begun,
  'in-review': writtenPostmortem({ status: 'in-review', state: 'in-review' }),
  published: writtenPostmortem({
    status: 'published',
    state: 'published',
    reviewer: 'user:default/ben.cole',
    publishedAt: '2026-11-20T12:00:00Z',
  }),
  overdue: postmortemResponse({
    state: 'overdue',
    canEdit: false,
    publishDueAt: '2026-11-19T10:02:00Z',
  }),
  linked: postmortemResponse({
    source: 'link',
    url: 'https://wiki.example/postmortems/inc-42',
  }),
  'at-provider': postmortemResponse({
    source: 'provider',
    status: 'published',
    state: 'published',
    url: 'https://kittiwake.rootly.example/retrospectives/7',
  }),
};

/** The API that answers one of them; in a conflict somebody else is always faster. */
export function postmortemApi(
  name: keyof typeof postmortems | 'conflict',
): ReliabilityApi {
  if (name !== 'conflict') {
    return { ...companyApi, getPostmortem: async () => postmortems[name] };
  }
  let asked = 0;
  return {
    ...companyApi,
    getPostmortem: async () => {
      asked += 1;
      return asked === 1 ? blaming : theirs;
    },
    putPostmortem: () => Promise.reject(new ConflictError('version 3')),
  };
}

const many = [
  followUp({
    id: 'f2',
    title:
      'Try the restore of the ledger every month, and write down how long it takes',
    dueAt: '2026-10-12T22:59:59Z',
    overdue: true,
    owner: 'group:default/payments',
    ticket: null,
    contradicts: {
      checklistId: 'production-readiness',
      itemId: 'restore-tried',
    },
  }),
  followUp(),
  followUp({
    id: 'f3',
    title: 'Alert on the connections of the pool',
    status: 'in-progress',
    from: 'provider',
    owner: 'Ben Cole',
    dueAt: null,
    services: [
      {
        entityRef: 'component:default/ledger',
        title: 'Ledger',
        owner: 'group:default/ledger',
      },
    ],
  }),
  followUp({
    id: 'f4',
    title: 'Write down who to call at the bank',
    status: 'done',
    doneAt: '2026-11-19T15:00:00Z',
    owner: null,
    lesson: 'l1',
  }),
];

/** A company after some incidents. */
export const aftermathApi: ReliabilityApi = {
  ...companyApi,
  getIncident: async () => incidentResponse({ followUpItems: many }),
  getFollowUps: async () => followUpsResponse(many),
  getUnmapped: async () => ({
    items: [
      unmappedSubject(),
      unmappedSubject({
        account: 'statuspage',
        provider: 'statuspage',
        kind: 'component',
        id: 'k3x9',
        label: 'Ticket machines at the quays, all harbours',
        suggestions: [],
        incidents: 1,
      }),
      unmappedSubject({ id: 'PX9', label: null, ignored: true }),
    ],
    totalItems: 3,
    withoutSubject: 2,
  }),
  getIncidentAccounts: async () => ({
    items: [
      incidentAccount(),
      incidentAccount({
        account: 'rootly',
        provider: 'rootly',
        state: 'backfilling',
        backfilledTo: '2026-04-02T00:00:00Z',
        unmapped: 0,
      }),
      incidentAccount({
        account: 'snow',
        provider: 'servicenow',
        state: 'failing',
        error: 'ServiceNow answered 401: the token is not valid.',
        webhooks: null,
        readAt: new Date(Date.now() - 9_000_000).toISOString(),
      }),
      incidentAccount({
        account: 'portal',
        provider: 'portal',
        state: 'pushed',
        webhooks: null,
        readAt: null,
        triedAt: null,
        incidents: 14,
        unmapped: 0,
      }),
    ],
  }),
  getBudgetReviews: async ({ state = 'open' }) => ({
    items:
      state === 'open'
        ? [
            budgetReview(),
            budgetReview({
              id: 'r2',
              kind: 'blind-spot',
              incident: {
                id: 'pd-main:Q1',
                reference: 'INC-42',
                title: 'Payments are refused',
              },
              from: '2026-11-18T09:02:00Z',
              to: '2026-11-18T10:02:00Z',
              share: 0.0003,
            }),
          ]
        : [
            budgetReview({
              state: 'settled',
              note: 'A load test without a correction; one was added.',
              settledBy: 'user:default/anna.berg',
              settledAt: '2026-11-19T08:00:00Z',
            }),
          ],
    totalItems: 2,
  }),
  getLessons: async () => ({
    items: [
      lesson(),
      lesson({
        id: 'l2',
        itemId: 'restore-tried',
        title: 'A restore was tried',
        state: 'accepted',
        note: 'With the next version of the checklist.',
        decidedBy: 'user:default/ben.cole',
        decidedAt: '2026-11-19T08:00:00Z',
      }),
    ],
    totalItems: 2,
  }),
  importIncidents: async ({ dryRun }) => ({
    stored: 1,
    unchanged: 1,
    rejected: 1,
    results: [
      { row: 1, status: 'stored', id: dryRun ? null : 'portal:2026-031' },
      { row: 2, status: 'unchanged', id: 'portal:2026-032' },
      {
        row: 3,
        status: 'rejected',
        id: null,
        reason: 'stamps: resolved is before declared',
      },
    ],
  }),
};

/** The same company before any of it. */
export const beforehandApi: ReliabilityApi = {
  ...companyApi,
  getFollowUps: async () => followUpsResponse([]),
  getUnmapped: async () => ({ items: [], totalItems: 0, withoutSubject: 0 }),
  getIncidentAccounts: async () => ({ items: [] }),
  getBudgetReviews: async () => ({ items: [], totalItems: 0 }),
  getLessons: async () => ({ items: [], totalItems: 0 }),
};
