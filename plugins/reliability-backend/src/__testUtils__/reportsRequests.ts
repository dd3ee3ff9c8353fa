import {
  HandoverStore,
  StoredHandover,
} from '../maturity/reports/HandoverStore';
import { refOf } from './entities';
import { Harness, NOW } from './harness';
import {
  BEST,
  get,
  NEVER,
  noService,
  RouteRequests,
  send,
  without,
} from './requests';

const HANDOVER = 'reliability.handover';
const mayNot = /lack the permission reliability\.handover/;
const noHandover = /There is no such handover/;

const stored = (changed: Partial<StoredHandover>): StoredHandover => ({
  id: 'waiting',
  entityRef: refOf('good'),
  from: 'group:default/blue',
  to: 'group:default/red',
  note: '',
  state: 'offered',
  conditions: '',
  offeredBy: 'user:default/ada',
  offeredAt: NOW,
  version: 1,
  document: {
    title: 'Handover of good',
    subtitle: 'component:default/good',
    madeAt: new Date(NOW).toISOString(),
    sections: [],
  },
  ...changed,
});

/** The same portal with a handover that waits, and one that was accepted. */
export async function withHandovers({ knex }: Harness): Promise<void> {
  const store = new HandoverStore();
  await store.insert(knex, stored({}));
  await store.insert(knex, stored({ id: 'taken', state: 'accepted' }));
}

const offer = (path: string, to: string) =>
  send('post', `${path}/handovers`, { to, note: 'From December on' });
const decide = (id: string, decision: string) =>
  send('post', `/handovers/${id}/decision`, { decision, version: 1 });

/** The routes of the monthly packet, of handovers, and of metrics; for a portal {@link withHandovers}. */
export const reportsRequests = {
  getPacket: {
    ok: get('/packets/2026-10?owner=group:default/red'),
    refusals: {
      400: [get('/packets/2099-01'), /^month: 2099-01 has not begun/],
      404: [get('/packets/2026-10?scorecard=x'), /no scorecard "x"/],
    },
  },
  getHandoverPacket: {
    ok: get(`${BEST}/handover`),
    refusals: {
      400: [get(`${BEST}/handover?format=pdf`), /^format: /],
      404: [get(`${NEVER}/handover`), noService],
    },
  },
  listHandovers: {
    ok: get('/services/component/default/good/handovers?limit=1'),
    refusals: {
      400: [get(`${BEST}/handovers?cursor=x`), /^cursor: /],
      404: [get(`${NEVER}/handovers`), noService],
    },
  },
  offerHandover: {
    ok: offer(BEST, 'group:default/blue'),
    refusals: {
      400: [offer(BEST, 'blue'), /^to: expected a full reference/],
      403: [without(HANDOVER, offer(BEST, 'group:default/blue')), mayNot],
      404: [offer(NEVER, 'group:default/blue'), noService],
      409: [
        offer('/services/component/default/good', 'group:default/green'),
        /offered to group:default\/red by user:default\/ada/,
      ],
    },
  },
  getHandover: {
    ok: get('/handovers/taken'),
    refusals: { 404: [get('/handovers/never'), noHandover] },
  },
  decideHandover: {
    ok: decide('waiting', 'accept'),
    refusals: {
      400: [decide('waiting', 'conditions'), /^conditions: expected what/],
      403: [without(HANDOVER, decide('waiting', 'accept')), mayNot],
      404: [decide('never', 'accept'), noHandover],
      409: [decide('taken', 'withdraw'), /is accepted already/],
    },
  },
  getMetrics: {
    ok: get('/metrics'),
    refusals: {
      400: [get('/metrics?q=x'), /"q"/],
      404: [get('/metrics?scorecard=x'), /no scorecard "x"/],
    },
  },
} satisfies Record<string, RouteRequests>;
