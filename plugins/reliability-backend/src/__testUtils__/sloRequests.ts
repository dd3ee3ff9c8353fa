import { refOf } from './entities';
import { Harness, HOUR, NOW } from './harness';
import {
  ApiRequest,
  BEST,
  get,
  NEVER,
  noService,
  RouteRequests,
  send,
  without,
} from './requests';
import { PUSHED_ID, SLO_ID } from './sloPortal';

const NO_SLO = '/slos/component~default~best~never';
const noSlo = /no SLO "component~default~best~never", or the catalog does not/;
const iso = (time: number) => new Date(time).toISOString();

const document = `
apiVersion: plimsoll.dev/v1
kind: SLO
name: draft
target: 99
good: sum(good)
total: sum(all)
source: prom
`;

const correction = {
  from: iso(NOW - 2 * HOUR),
  to: iso(NOW - HOUR),
  reason: 'Moved to another cluster',
};
const validate = (body: object) => send('post', '/slos/validate', body);
const dryRun = (body: object) => send('post', '/slos/dry-run', body);
const correct = (path: string, body: object = correction) =>
  send('post', `${path}/corrections`, body);
const put = (body: object) => send('put', '/slo-samples', body);
const push =
  (body: object): ApiRequest =>
  (api, harness) =>
    api.asMachine(put(body)(api, harness));
const samples = [
  {
    entityRef: refOf('best'),
    slo: 'letters',
    start: iso(NOW - 2 * HOUR),
    end: iso(NOW - HOUR),
    bad: 1,
    total: 100,
  },
];

/** The same portal with its SLOs evaluated, and a correction `moved`. */
export async function withEvaluations(harness: Harness): Promise<Harness> {
  const { knex, stores, services } = harness;
  await services.slo.sloEvaluator.evaluateNow([SLO_ID, PUSHED_ID]);
  await stores.sloCorrections.add(knex, {
    id: 'moved',
    sloId: SLO_ID,
    from: NOW - 5 * HOUR,
    to: NOW - 4 * HOUR,
    reason: 'Moved',
    by: 'user:default/mock',
    at: NOW,
  });
  return harness;
}

/** The routes of SLOs. */
export const sloRequests = {
  listSlos: {
    ok: get('/slos?status=healthy&status=no_data&orderBy=title&limit=1'),
    refusals: { 400: [get('/slos?status=fine'), /^status: /] },
  },
  validateSlos: {
    ok: validate({ document, entityRef: refOf('best') }),
    refusals: { 400: [validate({ document: '' }), /^document: /] },
  },
  dryRunSlo: {
    ok: dryRun({ document, days: 7 }),
    refusals: {
      400: [dryRun({ document, name: 'x' }), /^name: there is no SLO "x"/],
      403: [
        without('reliability.slo.dry-run', dryRun({ document })),
        /lack the permission reliability\.slo\.dry-run/,
      ],
    },
  },
  getAllRules: {
    ok: get('/slos/rules?owner=group:default/red&tests=true'),
    refusals: { 400: [get('/slos/rules?format=nagios'), /^format: /] },
  },
  getServiceSlos: {
    ok: get(`${BEST}/slos`),
    refusals: { 404: [get(`${NEVER}/slos`), noService] },
  },
  getServiceRules: {
    ok: get(`${BEST}/slos/rules?format=prometheusrule`),
    refusals: {
      400: [get(`${BEST}/slos/rules?tests=perhaps`), /^tests: /],
      404: [get(`${NEVER}/slos/rules`), noService],
    },
  },
  getSlo: {
    ok: get(`/slos/${SLO_ID}`),
    refusals: { 404: [get(NO_SLO), noSlo] },
  },
  getSloHistory: {
    ok: get(
      `/slos/${SLO_ID}/history?from=2026-11-01&to=2026-11-20&objective=1`,
    ),
    refusals: {
      400: [get(`/slos/${SLO_ID}/history?from=yesterday`), /^from: /],
      404: [get(`${NO_SLO}/history`), noSlo],
    },
  },
  getSloRules: {
    ok: get(`/slos/${SLO_ID}/rules`),
    refusals: {
      400: [
        get(`/slos/${PUSHED_ID}/rules`),
        /no rules for this SLO: the source "pushed" evaluates none/,
      ],
      404: [get(`${NO_SLO}/rules`), noSlo],
    },
  },
  getOpenSlo: {
    ok: get(`/slos/${SLO_ID}/openslo?format=json`),
    refusals: {
      400: [get(`/slos/${SLO_ID}/openslo?format=xml`), /^format: /],
      404: [get(`${NO_SLO}/openslo`), noSlo],
    },
  },
  addCorrection: {
    ok: correct(`/slos/${SLO_ID}`),
    refusals: {
      400: [
        correct(`/slos/${SLO_ID}`, { ...correction, to: correction.from }),
        /^to: expected a time after from/,
      ],
      403: [
        without('reliability.slo.correct', correct(`/slos/${SLO_ID}`)),
        /lack the permission reliability\.slo\.correct on component:default/,
      ],
      404: [correct(NO_SLO), noSlo],
    },
  },
  removeCorrection: {
    ok: send('delete', `/slos/${SLO_ID}/corrections/moved`),
    refusals: {
      403: [
        without(
          'reliability.slo.correct',
          send('delete', `/slos/${SLO_ID}/corrections/moved`),
        ),
        /lack the permission reliability\.slo\.correct on component:default/,
      ],
      404: [
        send('delete', `/slos/${SLO_ID}/corrections/never`),
        /no correction "never" in force/,
      ],
    },
  },
  pushSamples: {
    ok: push({ source: 'nightly', samples }),
    refusals: {
      400: [push({ source: 'Nightly', samples }), /^source: /],
      403: [put({ source: 'nightly', samples }), /user/],
    },
  },
} satisfies Record<string, RouteRequests>;
