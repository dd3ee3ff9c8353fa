import request from 'supertest';
import { createTestApi, TestApi } from '../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { manyNames, refOf } from '../__testUtils__/entities';
import { Harness } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

const BEST = '/services/component/default/best';

describe.each(databases.eachSupportedId())('every endpoint on %s', id => {
  let harness: Harness;
  let api: TestApi;

  beforeAll(async () => {
    const knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  beforeEach(() => {
    harness.policy.denied.clear();
    api = createTestApi(harness);
  });

  const push = (facts: unknown, source: unknown = 'ci') =>
    api.asMachine(api.call('put', '/facts', { source, facts }));
  const override = (body: object) => api.call('put', `${BEST}/tier`, body);
  const messageOf = async (test: request.Test) => {
    const { status, body } = await test;
    return `${status} ${body.error?.message}`;
  };

  describe('says which part of a request is wrong:', () => {
    it.each<[string, (all: TestApi) => request.Test, RegExp]>([
      ['a missing field', () => override({ tier: 'tier-1' }), /^400 reason: /],
      [
        'a short text',
        () => override({ tier: 'tier-1', reason: ' x ' }),
        /^400 reason: /,
      ],
      [
        'a field too many',
        () => override({ tier: 'tier-1', reason: 'long enough', who: 'me' }),
        /^400 .*"who"/,
      ],
      [
        'a tier that is not there',
        () => override({ tier: 'x', reason: 'long enough' }),
        /^400 tier: unknown tier "x"/,
      ],
      ['no body', all => all.call('put', `${BEST}/tier`), /^400 /],
      ['a list as body', () => override([1]), /^400 /],
      ['a source that is none', () => push([], 7), /^400 source: /],
      ['facts that are no list', () => push({}), /^400 facts: /],
      [
        'more facts than fit',
        () => push(manyNames(10_001)),
        /^400 facts: .*10000/,
      ],
      ['two values for one', all => all.get('/services?q=a&q=b'), /^400 q: /],
      [
        'an object for a list',
        all => all.get('/services?tier[x]=1'),
        /^400 tier: /,
      ],
      [
        'a limit that is no number',
        all => all.get('/services?limit=many'),
        /^400 limit: /,
      ],
      [
        'an order that is none',
        all => all.get('/services?orderBy=luck'),
        /^400 orderBy: /,
      ],
      [
        'attention that is neither yes nor no',
        all => all.get('/services?attention=perhaps'),
        /^400 attention: /,
      ],
      [
        'a long text',
        all => all.get(`/services?q=${'x'.repeat(201)}`),
        /^400 q: /,
      ],
      [
        'an outcome without a check',
        all => all.get('/services?outcome=fail'),
        /^400 outcome: /,
      ],
      [
        'a check that is not there',
        all => all.get('/services?check=x'),
        /^400 check: /,
      ],
      [
        'a text with a NUL',
        all => all.get('/services?q=a%00b'),
        /^400 q: holds a NUL/,
      ],
      [
        'a list with a NUL',
        all => all.get('/summary?owner=a&owner=%00'),
        /^400 owner: holds a NUL/,
      ],
      [
        'a body with a NUL',
        () => override({ tier: 'tier-1', reason: 'not\u0000really' }),
        /^400 reason: holds a NUL/,
      ],
      [
        'a name with a NUL',
        all => all.get('/services/component/default/a%00b'),
        /^404 /,
      ],
      ['a path that is not there', all => all.get('/service'), /^404 /],
    ])('%s', async (_, send, expected) => {
      expect(await messageOf(send(api))).toMatch(expected);
    });

    it('a body that is no JSON', async () => {
      const test = api
        .call('put', `${BEST}/tier`)
        .set('Content-Type', 'application/json')
        .send('{"tier": ');
      expect((await test).status).toBe(400);
    });

    it('a body that is too long', async () => {
      const long = { tier: 'tier-1', reason: 'x'.repeat(101 * 1024) };
      expect((await override(long)).status).toBe(413);
      const huge = [{ value: 'x'.repeat(17 * 1024 * 1024) }];
      expect((await push(huge)).status).toBe(413);
    });
  });

  it('takes a push that is longer than other bodies', async () => {
    const facts = manyNames(3000).map(name => ({
      entityRef: refOf(name),
      key: 'coverage',
      value: 'x'.repeat(200),
    }));
    expect((await push(facts)).body).toMatchObject({ rejected: 3000 });
  });

  it.each([
    ['in capitals', '/services/Component/DEFAULT/Best'],
    ['with encoded characters', '/services/component/default/%62est'],
  ])('finds an entity that is named %s', async (_, path) => {
    expect((await api.get(path)).body.entityRef).toBe(refOf('best'));
  });

  it.each<[string, object]>([
    ['of another filter', { filter: 'tier=tier-1' }],
    ['of another order', { filter: 'orderBy=score' }],
  ])('refuses a cursor %s', async (_, { filter }: { filter?: string }) => {
    const { body } = await api.get('/services?limit=1');
    const reply = api.get(`/services?${filter}&cursor=${body.nextCursor}`);
    expect(await messageOf(reply)).toMatch(/^400 cursor: /);
    const next = await api.get(`/services?limit=1&cursor=${body.nextCursor}`);
    expect(next.body.items).toMatchObject([{ entityRef: refOf('good') }]);
  });

  it.each([
    ['a list that is empty matches nothing', 'tier=', 0],
    ['a list that is absent matches everything', '', 4],
    ['an empty value beside another does not count', 'tier=&tier=tier-1', 1],
    ['a text that is empty matches everything', 'q=', 4],
  ])('%s', async (_, query, expected) => {
    const { body } = await api.get(`/services?${query}`);
    expect(body.totalItems).toBe(expected);
  });

  describe('leaves an audit event', () => {
    const good = { tier: 'tier-1', reason: 'Takes money' };
    const fact = { entityRef: refOf('best'), key: 'a', value: 1 };
    const params = { kind: 'component', namespace: 'default', name: 'best' };

    it.each<[string, () => request.Test, string, object]>([
      ['a tier set by hand', () => override(good), 'put-services-tier', params],
      [
        'a tier taken back',
        () => api.call('delete', `${BEST}/tier`),
        'delete-services-tier',
        params,
      ],
      [
        'a service read again',
        () => api.call('post', `${BEST}/refresh`),
        'post-services-refresh',
        params,
      ],
      ['pushed facts', () => push([fact]), 'put-facts', {}],
    ])('of %s: exactly one', async (_, send, eventId, meta) => {
      expect((await send()).status).toBe(200);
      expect(api.audits).toEqual([
        { eventId, severityLevel: 'medium', meta, outcome: 'succeeded' },
      ]);
    });

    it.each<[string, () => request.Test, string]>([
      ['a wrong body', () => override({ tier: 'tier-1' }), 'reason: '],
      [
        'a service that is not there',
        () => api.call('post', '/services/component/default/x/refresh'),
        'component:default/x is not a service',
      ],
      [
        'a push by a user',
        () => api.call('put', '/facts', { source: 'ci', facts: [] }),
        "does not allow 'user'",
      ],
      [
        'a patch',
        () => api.call('patch', '/incidents/pager%3A1', { title: 'New' }),
        'no incident "pager:1"',
      ],
    ])('of %s that fails, with the reason', async (_, send, message) => {
      expect((await send()).status).toBeGreaterThanOrEqual(400);
      expect(api.audits).toMatchObject([{ outcome: 'failed' }]);
      expect(api.audits[0].error).toContain(message);
    });

    it('of a write without the permission', async () => {
      harness.policy.denied.add('reliability.tier.override');
      expect((await override(good)).status).toBe(403);
      expect(api.audits).toMatchObject([
        { eventId: 'put-services-tier', outcome: 'failed' },
      ]);
    });

    it('of no read', async () => {
      for (const path of ['/services', BEST, '/services?limit=0', '/tiers']) {
        await api.get(path);
      }
      expect(api.audits).toEqual([]);
    });
  });
});
