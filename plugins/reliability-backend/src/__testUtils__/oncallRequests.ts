import { fillOncall } from './oncallPortal';
import { Harness } from './harness';
import {
  BEST,
  get,
  NEVER,
  noService,
  RouteRequests,
  without,
} from './requests';

const PEOPLE = 'reliability.oncall.people';
const person = (ref: string) => `/people/${encodeURIComponent(ref)}/oncall`;
const owner = (ref: string) => `/owners/${encodeURIComponent(ref)}/oncall`;

/** The same portal with accounts and somebody on call. */
export async function withOncall(harness: Harness): Promise<Harness> {
  await fillOncall(harness.knex);
  return harness;
}

/** The routes of on-call. */
export const oncallRequests = {
  listOncall: {
    ok: get('/oncall?provider=pagerduty&q=payments%20rota&orderBy=gap&limit=1'),
    refusals: {
      400: [
        get('/oncall?at=2031-01-01T00:00:00Z'),
        /^at: expected a time from/,
      ],
    },
  },
  listOncallAccounts: { ok: get('/oncall/accounts'), refusals: {} },
  listRotations: {
    ok: get('/rotations?state=ok&owner=group:default/red&limit=1'),
    refusals: { 400: [get('/rotations?state=fine'), /^state: /] },
  },
  getServiceOncall: {
    ok: get(`${BEST}/oncall`),
    refusals: { 404: [get(`${NEVER}/oncall`), noService] },
  },
  getOncallMirror: {
    ok: get(`${BEST}/oncall/mirror?days=7`),
    refusals: {
      400: [
        get(`${BEST}/oncall/mirror?left=nowhere`),
        /^left: expected one of the accounts .*: pager, genie/,
      ],
      404: [get(`${NEVER}/oncall/mirror`), noService],
    },
  },
  getOncallCalendar: {
    ok: get(`${BEST}/oncall.ics`),
    refusals: { 404: [get(`${NEVER}/oncall.ics`), noService] },
  },
  getPersonOncall: {
    ok: get(person('user:default/ada')),
    refusals: {
      400: [get(person('group:default/red')), /^ref: expected the reference/],
      403: [
        without(PEOPLE, get(person('user:default/ada'))),
        /lack the permission reliability\.oncall\.people/,
      ],
      404: [get(person('user:default/nobody')), /no user:default\/nobody/],
    },
  },
  getOwnerOncall: {
    ok: get(owner('group:default/red')),
    refusals: {
      400: [get(owner('system:default/red')), /^ref: expected the reference/],
    },
  },
} satisfies Record<string, RouteRequests>;
