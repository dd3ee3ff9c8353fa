import { asked, putExemption } from './exemptions';
import { Harness } from './harness';
import { refOf } from './entities';
import { get, noService, RouteRequests, send, without } from './requests';

const noExemption = /There is no such exemption/;
const post = (to: string, body: object) => send('post', to, body);
const ask = (changed: object) => post('/exemptions', asked(changed));
const decide = (id: string, body: object = {}) =>
  post(`/exemptions/${id}/decision`, {
    decision: 'approve',
    version: 1,
    ...body,
  });

/** Two requests about `good` and `even`, and one that was denied. */
export async function withExemptions({ knex }: Harness): Promise<void> {
  await putExemption(knex, 'waits');
  await putExemption(knex, 'other', { entity_ref: refOf('even') });
  await putExemption(knex, 'denied', {
    check_id: 'owned',
    state: 'denied',
    decided_by: 'user:default/bob',
    decided_at: new Date(),
    version: 2,
  });
}

/** The routes of exemptions; for a portal {@link withExemptions}. */
export const exemptionsRequests = {
  listExemptions: {
    ok: get(
      '/exemptions?state=requested&state=expired&expiring=false&owner=group:default/blue&limit=1',
    ),
    refusals: {
      400: [get('/exemptions?state=over'), /^state: there is no state "over"/],
    },
  },
  requestExemption: {
    ok: ask({ entityRef: refOf('poor') }),
    refusals: {
      400: [ask({ until: '2030-01-01' }), /^until: .*the latest day is/],
      403: [
        without('reliability.exemption.request', ask({})),
        /lack the permission reliability\.exemption\.request/,
      ],
      404: [ask({ entityRef: refOf('never') }), noService],
      409: [
        ask({ reason: 'For another reason' }),
        /user:default\/ada asked for an exemption from "tested".*\(waits\)/,
      ],
    },
  },
  listWaiverDebt: {
    ok: get('/exemptions/debt?by=owner&nested=true'),
    refusals: { 400: [get('/exemptions/debt?by=moon'), /^by: /] },
  },
  getExemption: {
    ok: get('/exemptions/waits'),
    refusals: { 404: [get('/exemptions/never'), noExemption] },
  },
  decideExemption: {
    ok: decide('other'),
    refusals: {
      400: [decide('waits', { decision: 'deny' }), /^note: say why/],
      403: [
        without('reliability.exemption.decide', decide('waits')),
        /lack the permission reliability\.exemption\.decide/,
      ],
      404: [decide('never'), noExemption],
      409: [decide('denied'), /changed since you read it: it was denied by/],
    },
  },
} satisfies Record<string, RouteRequests>;
