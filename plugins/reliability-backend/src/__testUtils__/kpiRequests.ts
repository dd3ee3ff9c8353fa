import { refOf } from './entities';
import { Harness, NOW } from './harness';
import { get, RouteRequests, send, without } from './requests';
import { riskAsked, riskId } from './risks';

const EDIT = 'reliability.risk.edit';
const mayNot = /lack the permission reliability\.risk\.edit/;
const create = (changed: object = {}) =>
  send('post', '/risks', { ...riskAsked({ id: riskId(7) }), ...changed });
const patch = (id: string, body: object) =>
  send('patch', `/risks/${id}`, { version: 1, ...body });

/** The same portal with two written risks. */
export async function withRisks({ knex }: Harness): Promise<void> {
  const time = new Date(NOW);
  for (const number of [1, 2]) {
    await knex('reliability_risks').insert({
      id: riskId(number),
      title: 'Written before',
      description: '',
      likelihood: 2,
      impact: 2,
      owner: 'group:default/red',
      mitigation: '',
      review_by: '2026-12-24',
      state: 'open',
      version: number,
      created_by: 'user:default/bob',
      created_at: time,
      changed_by: 'user:default/bob',
      changed_at: time,
    });
  }
}

/** The routes of figures and risks; for a portal {@link withRisks}. */
export const kpiRequests = {
  getKpis: {
    ok: get('/kpis?from=2026-10-01&to=2026-11-10&tier=tier-1&owner=x'),
    refusals: {
      400: [get('/kpis?to=2099-01-01'), /^to: expected a day up to today/],
      404: [get('/kpis?scorecard=x'), /no scorecard "x"/],
    },
  },
  listKpiDefinitions: { ok: get('/kpis/definitions'), refusals: {} },
  listRisks: {
    ok: get('/risks?kind=all&state=open&state=accepted&limit=3'),
    refusals: {
      400: [get('/risks?likelihood=6'), /^likelihood: expected 1 to 5/],
      404: [get('/risks?scorecard=x'), /no scorecard "x"/],
    },
  },
  createRisk: {
    ok: create(),
    refusals: {
      400: [create({ title: ' ' }), /^title: expected a title/],
      403: [without(EDIT, create()), mayNot],
      404: [create({ services: [refOf('never')] }), /is not a service/],
      409: [create({ id: riskId(1) }), /another risk with this id/],
    },
  },
  patchRisk: {
    ok: patch(riskId(1), { state: 'mitigated' }),
    refusals: {
      400: [patch(riskId(1), { reviewBy: 'soon' }), /^reviewBy: /],
      403: [without(EDIT, patch(riskId(1), {})), mayNot],
      404: [patch(riskId(9), {}), /There is no risk/],
      409: [
        patch(riskId(2), { title: 'Another' }),
        /^version: user:default\/bob changed the risk/,
      ],
    },
  },
} satisfies Record<string, RouteRequests>;
