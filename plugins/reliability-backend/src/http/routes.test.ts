import {
  RouteContract,
  routes,
} from '@plimsoll/backstage-plugin-reliability-common';
import { createTestApi, TestApi } from '../__testUtils__/app';
import {
  campaignRequests,
  withCampaigns,
} from '../__testUtils__/campaignRequests';
import { changesRequests } from '../__testUtils__/changesRequests';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service } from '../__testUtils__/entities';
import { gateRequests, withWaiver } from '../__testUtils__/gateRequests';
import { Harness, HOUR } from '../__testUtils__/harness';
import {
  incidentRequests,
  withIncidents,
} from '../__testUtils__/incidentRequests';
import { openSloPortal, sloSection } from '../__testUtils__/sloPortal';
import { sloRequests, withEvaluations } from '../__testUtils__/sloRequests';
import { oncallSection } from '../__testUtils__/oncallPortal';
import { oncallRequests, withOncall } from '../__testUtils__/oncallRequests';
import { organisationRequests } from '../__testUtils__/organisationRequests';
import { previewRequests, withPreview } from '../__testUtils__/previewRequests';
import {
  exemptionsRequests,
  withExemptions,
} from '../__testUtils__/exemptionsRequests';
import { rollupsRequests } from '../__testUtils__/rollupsRequests';
import { kpiRequests, withRisks } from '../__testUtils__/kpiRequests';
import { proposalRequests } from '../__testUtils__/proposalRequests';
import { promisesRequests } from '../__testUtils__/promisesRequests';
import { checklistRequests } from '../__testUtils__/readinessRequests';
import {
  reportsRequests,
  withHandovers,
} from '../__testUtils__/reportsRequests';
import { reviewRequests, withReviews } from '../__testUtils__/reviewRequests';
import {
  ApiRequest,
  BEST,
  get,
  NEVER,
  noService,
  put,
  RouteRequests,
  without,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const databases = testDatabases();

type RouteId = keyof typeof routes;

const override = { tier: 'tier-0', reason: 'Takes money' };
const facts = [{ entityRef: refOf('poor'), key: 'coverage', value: 95 }];

const push =
  (body: object): ApiRequest =>
  api =>
    api.asMachine(api.call('put', '/facts', body));
const refresh: ApiRequest = api => api.call('post', `${BEST}/refresh`);
const remove: ApiRequest = api => api.call('delete', `${BEST}/tier`);

/** For every route a request that succeeds, and one for each status that its contract names. */
const requests: Record<RouteId, RouteRequests> = {
  ...checklistRequests,
  ...reviewRequests,
  ...organisationRequests,
  ...proposalRequests,
  ...sloRequests,
  ...oncallRequests,
  ...incidentRequests,
  ...gateRequests,
  ...kpiRequests,
  ...campaignRequests,
  ...changesRequests,
  ...rollupsRequests,
  ...promisesRequests,
  ...exemptionsRequests,
  ...reportsRequests,
  ...previewRequests,
  listServices: {
    ok: get(
      '/services?owner=group:default/red&owner=x&orderBy=trend&order=desc&limit=1',
    ),
    refusals: {
      400: [get('/services?limit=0'), /^limit: /],
      404: [get('/services?scorecard=x'), /no scorecard "x"/],
    },
  },
  getService: {
    ok: get(BEST),
    refusals: { 404: [get(NEVER), noService] },
  },
  refreshService: {
    ok: refresh,
    refusals: {
      403: [
        without('reliability.service.refresh', refresh),
        /lack the permission reliability\.service\.refresh/,
      ],
      404: [api => api.call('post', `${NEVER}/refresh`), noService],
    },
  },
  getServiceHistory: {
    ok: get(`${BEST}/history?from=2026-01-01T00:00:00Z&limit=1`),
    refusals: {
      400: [get(`${BEST}/history?from=yesterday`), /^from: /],
      404: [get(`${NEVER}/history`), noService],
    },
  },
  overrideTier: {
    ok: put(`${BEST}/tier`, override),
    refusals: {
      400: [put(`${BEST}/tier`, { tier: 'tier-0' }), /^reason: /],
      403: [
        without('reliability.tier.override', put(`${BEST}/tier`, override)),
        /lack the permission reliability\.tier\.override/,
      ],
      404: [put(`${NEVER}/tier`, override), noService],
    },
  },
  removeTierOverride: {
    ok: remove,
    refusals: {
      403: [
        without('reliability.tier.override', remove),
        /lack the permission reliability\.tier\.override/,
      ],
      404: [api => api.call('delete', `${NEVER}/tier`), noService],
    },
  },
  getTierHistory: {
    ok: get(`${BEST}/tier/history`),
    refusals: {
      400: [get(`${BEST}/tier/history?limit=501`), /^limit: /],
      404: [get(`${NEVER}/tier/history`), noService],
    },
  },
  getSummary: {
    ok: get('/summary?tier=tier-1&tier=untiered'),
    refusals: {
      400: [get('/summary?check=tested&outcome=maybe'), /^outcome: /],
      404: [get('/summary?scorecard=x'), /no scorecard "x"/],
    },
  },
  getFacet: {
    ok: get('/facets/owner?match=red'),
    refusals: {
      400: [get('/facets/owner?limit=201'), /^limit: /],
      404: [get('/facets/color'), /no facet "color", only owner, system/],
    },
  },
  listDataProblems: {
    ok: get('/data-problems'),
    refusals: { 400: [get('/data-problems?cursor=x'), /^cursor: /] },
  },
  pushFacts: {
    ok: push({ source: 'ci', facts }),
    refusals: {
      400: [push({ source: 'C I', facts }), /^source: /],
      403: [put('/facts', { source: 'ci', facts }), /user/],
    },
  },
  getFactCatalogue: { ok: get('/facts/catalogue'), refusals: {} },
  listTiers: { ok: get('/tiers'), refusals: {} },
  listScorecards: { ok: get('/scorecards'), refusals: {} },
  getScorecard: {
    ok: get('/scorecards/second'),
    refusals: { 404: [get('/scorecards/x'), /no scorecard "x"/] },
  },
};

describe.each(Object.entries<RouteContract>(routes))('%s', (id, route) => {
  const { ok, refusals } = requests[id as RouteId];
  let harness: Harness;
  let api: TestApi;

  beforeAll(async () => {
    const knex = await openTestDatabase(databases, 'SQLITE_3');
    await emptyDatabase(knex);
    harness = await withReviews(await openSloPortal(knex), {
      ...sloSection,
      ...oncallSection,
    });
    await withEvaluations(harness);
    await withOncall(harness);
    await withIncidents(harness);
    await withWaiver(harness);
    await withRisks(harness);
    await withCampaigns(harness);
    await withHandovers(harness);
    await withExemptions(harness);
    await withPreview(harness);
    harness.clock.advance(HOUR);
    harness.catalog.put(service('even', { metadata: { title: 'Even' } }));
    api = createTestApi(harness);
  });

  beforeEach(() => harness.policy.denied.clear());

  it('is called here with every status that its contract names', () => {
    expect(Object.keys(refusals).map(Number)).toEqual([...route.statuses]);
  });

  it('answers 200 with what its contract describes, and nothing else', async () => {
    const { status, body, text, type } = await ok(api, harness);
    expect([status, status === 200 || body.error]).toEqual([200, true]);
    const reply = type.startsWith('text/') ? text : body;
    expect(route.response.parse(reply)).toEqual(reply);
  });

  it('answers 401 to nobody', async () => {
    const { status, body } = await api.asNobody(ok(api, harness));
    expect([status, body.error.name]).toEqual([401, 'AuthenticationError']);
  });

  Object.entries(refusals).forEach(([status, [send, message]]) => {
    it(`answers ${status}`, async () => {
      const reply = await send(api, harness);
      expect(reply.status).toBe(Number(status));
      expect(reply.body.error.message).toMatch(message);
    });
  });
});
