import type {
  ChecklistItemState,
  PutAnswerRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../api';
import {
  checklistResponse,
  everyItem,
  gold,
  itemAnswer,
  NOW,
  readinessWrite,
  serviceReport,
  serviceResponse,
} from '../testUtils';

const states = {
  yes: 'met',
  no: 'not-met',
  'not-applicable': 'not-applicable',
} as const;

/** An API that keeps the answers it is given, as Omar's. A write lifts the service to Gold, rank 2. */
export function readinessBackend(overrides: Partial<ReliabilityApi> = {}) {
  let items = everyItem();
  const change = (id: string, patch: Partial<ChecklistItemState>) => {
    items = items.map(item =>
      item.id === id ? { ...item, ...patch, version: item.version + 1 } : item,
    );
  };
  const store = (id: string, request: PutAnswerRequest, by: string) => {
    const { answer: value, note = '', evidence = [] } = request;
    change(id, {
      contest: null,
      state: value ? states[value] : 'unanswered',
      answer: value
        ? itemAnswer({
            value,
            note,
            by,
            evidence: evidence.map(link => ({
              ...link,
              addedAt: NOW,
              addedBy: by,
            })),
          })
        : null,
    });
  };
  const checklist = () => checklistResponse({ items });
  const written = () =>
    readinessWrite({
      checklist: checklist(),
      service: serviceResponse({
        reports: [serviceReport({ level: gold, score: 912, rank: 2 })],
      }),
    });
  const putAnswer = jest.fn<
    ReturnType<ReliabilityApi['putAnswer']>,
    Parameters<ReliabilityApi['putAnswer']>
  >(async ({ item }, request) => {
    store(item, request, 'user:default/omar');
    return written();
  });
  const api: Partial<ReliabilityApi> = {
    getChecklist: async () => checklist(),
    putAnswer,
    contestItem: jest.fn(async ({ item }, { reason }) => {
      change(item, {
        state: 'contested',
        contest: { reason, by: 'user:default/omar', at: NOW },
      });
      return written();
    }),
    settleItem: jest.fn(async ({ item }) => {
      change(item, { state: 'met', contest: null });
      return written();
    }),
    ...overrides,
  };
  return { api, putAnswer, store };
}
