import { GateWaiverStore } from '../maturity/gate/GateWaiverStore';
import { refOf } from './entities';
import { DAY, Harness, HOUR, NOW } from './harness';
import { get, noService, RouteRequests, send, without } from './requests';

const BEST_GATE = '/gate/component/default/best';
const NEVER_GATE = '/gate/component/default/never';
const mayNot = /lack the permission reliability\.gate\.waive/;
const WAIVE = 'reliability.gate.waive';

const iso = (time: number) => new Date(time).toISOString();
const waiver = { reason: 'A launch', until: iso(NOW + DAY) };
const waive = (path: string, body: object = waiver) =>
  send('post', `${path}/waivers`, body);
const record = (path: string, body: object = {}) =>
  send('post', `${path}/decisions`, body);
const end = (path: string, body: object = { reason: 'It is over' }) =>
  send('delete', `${path}/waivers/w1`, body);

/** The same portal with a waiver `given`. */
export async function withWaiver(harness: Harness): Promise<Harness> {
  await new GateWaiverStore().add(harness.knex, {
    id: 'given',
    entityRef: refOf('best'),
    reason: 'A launch',
    until: NOW + DAY,
    by: 'user:default/bob',
    at: NOW,
  });
  return harness;
}

/** The routes of the load line. */
export const gateRequests = {
  getGate: {
    ok: get(`${BEST_GATE}?change=rollback`),
    refusals: {
      400: [get(`${BEST_GATE}?changed=x`), /changed/],
      404: [get(NEVER_GATE), noService],
    },
  },
  recordGateDecision: {
    ok: record(BEST_GATE, { change: 'deploy', ref: 'v1', key: 'run-1' }),
    refusals: {
      400: [record(BEST_GATE, { url: 'ftp://x' }), /^url: /],
      403: [
        without(WAIVE, record(BEST_GATE, { override: { reason: 'Must go' } })),
        mayNot,
      ],
      404: [record(NEVER_GATE), noService],
    },
  },
  createGateWaiver: {
    ok: waive(BEST_GATE),
    refusals: {
      400: [
        waive(BEST_GATE, { ...waiver, until: iso(NOW - HOUR) }),
        /^until: expected a time in the future/,
      ],
      403: [without(WAIVE, waive(BEST_GATE)), mayNot],
      404: [waive(NEVER_GATE), noService],
    },
  },
  endGateWaiver: {
    ok: send('delete', `${BEST_GATE}/waivers/given`, { reason: 'It is over' }),
    refusals: {
      400: [end(BEST_GATE, {}), /^reason: /],
      403: [without(WAIVE, end(BEST_GATE)), mayNot],
      404: [end(BEST_GATE), /no waiver "w1"/],
    },
  },
  listGateWaivers: {
    ok: get(`/gate/waivers?service=${refOf('best')}&state=all&limit=1`),
    refusals: { 400: [get('/gate/waivers?state=over'), /^state: /] },
  },
  listGateDecisions: {
    ok: get('/gate/decisions?decision=hold&owner=group:default/red&limit=1'),
    refusals: {
      400: [
        get('/gate/decisions?decision=maybe'),
        /^decision: expected one of allow, warn, hold/,
      ],
    },
  },
  getGatePolicies: { ok: get('/gate/policies'), refusals: {} },
} satisfies Record<string, RouteRequests>;
