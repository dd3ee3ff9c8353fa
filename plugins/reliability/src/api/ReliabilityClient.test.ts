import { ReliabilityClient } from './ReliabilityClient';

const answer = (body: unknown, init?: ResponseInit) =>
  ({
    ok: (init?.status ?? 200) < 400,
    status: init?.status ?? 200,
    statusText: init?.statusText ?? 'OK',
    headers: new Headers({ 'content-type': 'application/json' }),
    json: async () => body,
    text: async () => JSON.stringify(body),
  } as Response);

function setUp(response = answer({ items: [] })) {
  const fetch = jest.fn().mockResolvedValue(response);
  const client = new ReliabilityClient({
    discoveryApi: { getBaseUrl: async id => `http://backend/api/${id}` },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

const ref = 'component:default/pay';
const place = { entityRef: ref, checklist: 'launch' };
const item = { ...place, item: 'restore' };
const slo = 'component~default~pay~availability';
const base = 'http://backend/api/reliability';

describe('ReliabilityClient', () => {
  it.each<[string, (client: ReliabilityClient) => Promise<unknown>, string]>([
    ['the ranking', c => c.getServices({}), 'GET /services'],
    [
      'a service',
      c => c.getService(ref),
      'GET /services/component/default/pay',
    ],
    [
      'a service anew',
      c => c.refreshService(ref),
      'POST /services/component/default/pay/refresh',
    ],
    [
      'a history',
      c => c.getHistory(ref, { scorecard: 'launch', limit: 5 }),
      'GET /services/component/default/pay/history?scorecard=launch&limit=5',
    ],
    [
      'an override',
      c => c.overrideTier(ref, { tier: 'tier-1', reason: 'Carries payments' }),
      'PUT /services/component/default/pay/tier',
    ],
    [
      'the end of an override',
      c => c.removeTierOverride(ref),
      'DELETE /services/component/default/pay/tier',
    ],
    [
      'who set the tier',
      c => c.getTierHistory(ref, { limit: 10 }),
      'GET /services/component/default/pay/tier/history?limit=10',
    ],
    [
      'a summary',
      c => c.getSummary({ tier: ['tier-0', 'tier-1'] }),
      'GET /summary?tier=tier-0&tier=tier-1',
    ],
    [
      'a facet',
      c => c.getFacet('owner', { match: 'pay' }),
      'GET /facets/owner?match=pay',
    ],
    [
      'data problems',
      c => c.getDataProblems({ cursor: 'a/b' }),
      'GET /data-problems?cursor=a%2Fb',
    ],
    ['tiers', c => c.getTiers(), 'GET /tiers'],
    ['scorecards', c => c.getScorecards(), 'GET /scorecards'],
    ['a scorecard', c => c.getScorecard('a b'), 'GET /scorecards/a%20b'],
    ['facts', c => c.getFactCatalogue(), 'GET /facts/catalogue'],
    ['checklists', c => c.getChecklists(), 'GET /checklists'],
    [
      'the checklists of a service',
      c => c.getServiceChecklists(ref),
      'GET /services/component/default/pay/checklists',
    ],
    [
      'a checklist of a service',
      c => c.getChecklist(place),
      'GET /services/component/default/pay/checklists/launch',
    ],
    [
      'an answer',
      c => c.putAnswer(item, { answer: 'yes', version: 1 }),
      'PUT /services/component/default/pay/checklists/launch/items/restore',
    ],
    [
      'a doubt',
      c => c.contestItem(item, { reason: 'It broke', version: 1 }),
      'PUT /services/component/default/pay/checklists/launch/items/restore/contest',
    ],
    [
      'the end of a doubt',
      c => c.settleItem(item, 4),
      'DELETE /services/component/default/pay/checklists/launch/items/restore/contest?version=4',
    ],
    [
      'the history of an item',
      c => c.getItemHistory(item, { limit: 5 }),
      'GET /services/component/default/pay/checklists/launch/items/restore/history?limit=5',
    ],
    [
      'a review',
      c => c.requestReview(place, { phase: 'live' }),
      'POST /services/component/default/pay/checklists/launch/reviews',
    ],
    [
      'reviews',
      c => c.getReviews(place, { phase: 'live' }),
      'GET /services/component/default/pay/checklists/launch/reviews?phase=live',
    ],
    [
      'a decision',
      c => c.decideReview('a/b', { decision: 'approve', contentHash: 'x' }),
      'POST /reviews/a%2Fb/decision',
    ],
    ['a dossier', c => c.getDossier('r1'), 'GET /reviews/r1/dossier'],
    [
      'a dossier as a file',
      c => c.downloadDossier('r1', 'md'),
      'GET /reviews/r1/dossier?format=md',
    ],
    [
      'progress',
      c => c.getProgress('launch', { orderBy: 'missing' }),
      'GET /checklists/launch/progress?orderBy=missing',
    ],
    [
      'an overview',
      c => c.getChecklistOverview('launch', { tier: ['tier-0'] }),
      'GET /checklists/launch/overview?tier=tier-0',
    ],
    [
      'an export',
      c => c.exportAnswers('launch', { format: 'csv', q: 'pay' }),
      'GET /checklists/launch/answers?format=csv&q=pay',
    ],
    [
      'an import',
      c => c.importAnswers('launch', { csv: 'a' }),
      'POST /checklists/launch/answers/import',
    ],
    [
      'tasks',
      c => c.getReadinessTasks({ kind: 'review' }),
      'GET /readiness/tasks?kind=review',
    ],
    [
      'SLOs',
      c => c.getSlos({ status: ['breached', 'burning'] }),
      'GET /slos?status=breached&status=burning',
    ],
    [
      'the SLOs of a service',
      c => c.getServiceSlos(ref),
      'GET /services/component/default/pay/slos',
    ],
    ['an SLO', c => c.getSlo(slo), `GET /slos/${slo}`],
    [
      'the history of an SLO',
      c => c.getSloHistory(slo, { objective: '2' }),
      `GET /slos/${slo}/history?objective=2`,
    ],
    [
      'the rules of an SLO',
      c => c.getSloRules(slo, { tests: 'true' }),
      `GET /slos/${slo}/rules?tests=true`,
    ],
    [
      'the rules of a service',
      c => c.getServiceSloRules(ref, { format: 'prometheusrule' }),
      'GET /services/component/default/pay/slos/rules?format=prometheusrule',
    ],
    [
      'the rules of an owner',
      c => c.getAllSloRules({ owner: 'group:default/pay' }),
      'GET /slos/rules?owner=group%3Adefault%2Fpay',
    ],
    [
      'an SLO as OpenSLO',
      c => c.getOpenSlo(slo),
      `GET /slos/${slo}/openslo?format=yaml`,
    ],
    [
      'a correction',
      c => c.addCorrection(slo, { from: 'a', to: 'b', reason: 'Why' }),
      `POST /slos/${slo}/corrections`,
    ],
    [
      'the end of a correction',
      c => c.removeCorrection(slo, 'a/b'),
      `DELETE /slos/${slo}/corrections/a%2Fb`,
    ],
    [
      'what is wrong in a document',
      c => c.validateSlos({ document: 'kind: SLO' }),
      'POST /slos/validate',
    ],
    [
      'a dry run',
      c => c.dryRunSlo({ document: 'kind: SLO' }),
      'POST /slos/dry-run',
    ],
  ])('asks for %s', async (_, ask, expected) => {
    const { client, fetch } = setUp();
    await ask(client);
    const [url, { method }] = fetch.mock.calls[0];
    expect(`${method} ${url.replace(base, '')}`).toBe(expected);
  });

  it('sends an empty list as "none", and leaves out what is not given', async () => {
    const { client, fetch } = setUp();
    await client.getServices({ owner: [], tier: undefined, q: 'a' });
    expect(fetch.mock.calls[0][0]).toBe(`${base}/services?owner=&q=a`);
  });

  it('sends a body as JSON', async () => {
    const { client, fetch } = setUp();
    await client.overrideTier(ref, { tier: 'tier-1', reason: 'Why not' });
    expect(fetch.mock.calls[0][1]).toMatchObject({
      headers: { 'Content-Type': 'application/json' },
      body: '{"tier":"tier-1","reason":"Why not"}',
    });
  });

  it('passes the signal on', async () => {
    const { client, fetch } = setUp();
    const { signal } = new AbortController();
    await client.getTiers({ signal });
    expect(fetch.mock.calls[0][1].signal).toBe(signal);
  });

  it.each([403, 404, 500])('fails with a ResponseError on %i', async status => {
    const { client } = setUp(
      answer(
        {
          error: { name: 'SomeError', message: 'no such thing' },
          response: { statusCode: status },
        },
        { status },
      ),
    );
    await expect(client.getService(ref)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: status,
      cause: { message: 'no such thing' },
    });
  });

  it('refuses a reference that is not full', () => {
    const { client } = setUp();
    expect(() => client.getService('pay')).toThrow('not a full entity');
  });
});
