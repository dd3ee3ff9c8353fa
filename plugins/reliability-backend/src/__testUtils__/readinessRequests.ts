import {
  BEST,
  get,
  NEVER,
  noService,
  put,
  RouteRequests,
  send,
  without,
} from './requests';

const LIST = 'checklists/production-readiness';
const ITEM = `${BEST}/${LIST}/items/rollback-tested`;
const NO_ITEM = `${BEST}/${LIST}/items/never`;
const AUTOMATIC = `${BEST}/${LIST}/items/owned-by-team`;
const ANSWER = 'reliability.readiness.answer';
const mayNotAnswer = /lack the permission reliability\.readiness\.answer/;
const changed = /The item was changed since you read it/;
const no = { answer: 'no', version: 0 };
const doubt = { reason: 'It failed yesterday', version: 0 };

/** The routes of checklists of one service. */
export const checklistRequests = {
  listChecklists: { ok: get('/checklists'), refusals: {} },
  getServiceChecklists: {
    ok: get(`${BEST}/checklists`),
    refusals: { 404: [get(`${NEVER}/checklists`), noService] },
  },
  getServiceChecklist: {
    ok: get(`${BEST}/${LIST}`),
    refusals: {
      404: [get(`${BEST}/checklists/x`), /no checklist "x", only/],
    },
  },
  putAnswer: {
    ok: put(ITEM, no),
    refusals: {
      400: [put(AUTOMATIC, no), /^answer: .* is answered by a rule/],
      403: [without(ANSWER, put(ITEM, no)), mayNotAnswer],
      404: [put(NO_ITEM, no), /no item "never"/],
      409: [put(ITEM, { ...no, version: 7 }), changed],
    },
  },
  contestItem: {
    ok: put(`${AUTOMATIC}/contest`, doubt),
    refusals: {
      400: [put(`${AUTOMATIC}/contest`, { version: 0 }), /^reason: /],
      403: [without(ANSWER, put(`${AUTOMATIC}/contest`, doubt)), mayNotAnswer],
      404: [put(`${NO_ITEM}/contest`, doubt), /no item "never"/],
      409: [put(`${AUTOMATIC}/contest`, { ...doubt, version: 7 }), changed],
    },
  },
  settleItem: {
    ok: send('delete', `${ITEM}/contest?version=0`),
    refusals: {
      400: [send('delete', `${ITEM}/contest`), /^version: /],
      403: [
        without(ANSWER, send('delete', `${ITEM}/contest?version=0`)),
        mayNotAnswer,
      ],
      404: [send('delete', `${NO_ITEM}/contest?version=0`), /no item "never"/],
      409: [send('delete', `${ITEM}/contest?version=7`), changed],
    },
  },
  getItemHistory: {
    ok: get(`${ITEM}/history`),
    refusals: {
      400: [get(`${ITEM}/history?limit=501`), /^limit: /],
      404: [get(`${NO_ITEM}/history`), /no item "never"/],
    },
  },
} satisfies Record<string, RouteRequests>;
