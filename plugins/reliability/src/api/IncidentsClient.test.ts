import { ReliabilityClient } from './ReliabilityClient';

const base = 'http://backend/api/reliability';
const ref = 'component:default/pay';
const id = 'pd-main:Q/1';
const incident = '/incidents/pd-main%3AQ%2F1';

function setUp() {
  const fetch = jest.fn().mockResolvedValue({
    ok: true,
    status: 200,
    json: async () => ({ items: [] }),
  });
  const client = new ReliabilityClient({
    discoveryApi: { getBaseUrl: async api => `http://backend/api/${api}` },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

type Ask = (client: ReliabilityClient) => Promise<unknown>;

describe('the part of the client that speaks of incidents', () => {
  it.each<[string, Ask, string]>([
    [
      'incidents',
      c => c.getIncidents({ q: 'pay', severity: ['1', 'none'] }),
      '/incidents?q=pay&severity=1&severity=none',
    ],
    ['one incident', c => c.getIncident(id), incident],
    [
      'figures',
      c => c.getIncidentStats({ by: 'tier' }),
      '/incidents/stats?by=tier',
    ],
    [
      'the incidents of a service',
      c => c.getServiceIncidents(ref, { days: 30 }),
      '/services/component/default/pay/incidents?days=30',
    ],
    ['accounts', c => c.getIncidentAccounts(), '/incidents/accounts'],
    [
      'what is not mapped',
      c => c.getUnmapped({ account: 'a' }),
      '/incidents/unmapped?account=a',
    ],
    ['a postmortem', c => c.getPostmortem(id), `${incident}/postmortem`],
    [
      'postmortems',
      c => c.getPostmortems({ state: 'draft' }),
      '/postmortems?state=draft',
    ],
    [
      'follow-ups',
      c => c.getFollowUps({ overdue: 'true' }),
      '/follow-ups?overdue=true',
    ],
    [
      'what a lesson would find',
      c => c.previewLesson('f1', { checklist: 'c' }),
      '/follow-ups/f1/lesson?checklist=c',
    ],
    ['lessons', c => c.getLessons({}), '/lessons'],
    [
      'where a budget went',
      c => c.getSloLedger('s/1', { objective: '2' }),
      '/slos/s%2F1/ledger?objective=2',
    ],
    [
      'reviews of budgets',
      c => c.getBudgetReviews({ kind: 'dark-burn' }),
      '/budget-reviews?kind=dark-burn',
    ],
  ])('asks for %s', async (_, ask, path) => {
    const { client, fetch } = setUp();
    await ask(client);
    expect(fetch).toHaveBeenCalledTimes(1);
    const [url, init] = fetch.mock.lastCall;
    expect([init.method, url]).toEqual(['GET', `${base}${path}`]);
  });

  const draft = { version: 1, title: 'a' };
  const mapping = { account: 'a', kind: 'service', id: '1' };
  const declared = { title: 'a', entityRefs: [ref] };
  const proposal = { checklistId: 'c', title: 'a' };
  it.each<[string, Ask, string, string, object]>([
    [
      'an incident',
      c => c.createIncident(declared),
      'POST',
      '/incidents',
      declared,
    ],
    [
      'a correction',
      c => c.patchIncident(id, { cause: 'x' }),
      'PATCH',
      incident,
      { cause: 'x' },
    ],
    [
      'an import',
      c => c.importIncidents({ csv: 'a' }),
      'POST',
      '/incidents/import',
      { csv: 'a' },
    ],
    [
      'a mapping',
      c => c.putMapping({ ...mapping, entityRefs: [ref] }),
      'PUT',
      '/incidents/mappings',
      { ...mapping, entityRefs: [ref] },
    ],
    [
      'a draft',
      c => c.putPostmortem(id, draft),
      'PUT',
      `${incident}/postmortem`,
      draft,
    ],
    [
      'a step of a postmortem',
      c => c.setPostmortemStatus(id, { version: 1, status: 'published' }),
      'POST',
      `${incident}/postmortem/status`,
      { version: 1, status: 'published' },
    ],
    [
      'texts to be read for blame',
      c => c.checkPostmortemWording({ sections: [] }),
      'POST',
      '/postmortems/hints',
      { sections: [] },
    ],
    [
      'a follow-up',
      c => c.createFollowUp(id, { title: 'a' }),
      'POST',
      `${incident}/follow-ups`,
      { title: 'a' },
    ],
    [
      'a changed follow-up',
      c => c.patchFollowUp('f/1', { status: 'done' }),
      'PATCH',
      '/follow-ups/f%2F1',
      { status: 'done' },
    ],
    [
      'a proposal',
      c => c.proposeLesson('f1', proposal),
      'POST',
      '/follow-ups/f1/lesson',
      proposal,
    ],
    [
      'a decision',
      c => c.decideLesson('l1', { state: 'accepted' }),
      'POST',
      '/lessons/l1/decision',
      { state: 'accepted' },
    ],
    [
      'a settled review',
      c => c.settleBudgetReview('r1', { state: 'settled' }),
      'POST',
      '/budget-reviews/r1',
      { state: 'settled' },
    ],
  ])('sends %s', async (_, send, method, path, body) => {
    const { client, fetch } = setUp();
    await send(client);
    const [url, init] = fetch.mock.lastCall;
    expect([init.method, url, JSON.parse(init.body)]).toEqual([
      method,
      `${base}${path}`,
      body,
    ]);
  });

  it('takes a mapping back', async () => {
    const { client, fetch } = setUp();
    await client.deleteMapping(mapping);
    const [url, init] = fetch.mock.lastCall;
    expect([init.method, url]).toEqual([
      'DELETE',
      `${base}/incidents/mappings?account=a&kind=service&id=1`,
    ]);
  });

  it('tells the whole address of a webhook', async () => {
    const path = '/api/reliability/webhooks/rootly/main';
    expect(await setUp().client.getWebhookUrl(path)).toBe(
      `${base}/webhooks/rootly/main`,
    );
  });
});
