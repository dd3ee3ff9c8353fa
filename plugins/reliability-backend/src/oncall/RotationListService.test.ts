import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ListRotationsQuery,
  listRotationsQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { createTestApi } from '../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR, NOW } from '../__testUtils__/harness';
import { putRotation } from '../__testUtils__/oncallData';
import {
  countingProviders,
  MEMBERS,
  MIRROR,
  NIGHT,
  openOncallPortal,
  PAYMENTS,
} from '../__testUtils__/oncallPortal';
import { oncallRequests } from '../__testUtils__/oncallRequests';
import { RouteRequests } from '../__testUtils__/requests';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const iso = (time: number) => new Date(time).toISOString();
const FAILING = 'pager:schedule:X1';
const UNUSED = { id: 'X2', services: [] };

describe.each(databases.eachSupportedId())('rotations on %s', id => {
  const counting = countingProviders();
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openOncallPortal(knex, counting);
    await putRotation(knex, {
      id: 'X1',
      services: ['even'],
      fetchedAt: null,
      failed: { error: 'The account "pager" refuses its token' },
    });
    await putRotation(knex, UNUSED);
  });

  /** Decisions are remembered for a while. */
  const see = (readable: 'all' | string[]) => {
    if (harness.policy.readable === readable) return;
    harness.policy.readable = readable;
    harness.clock.advance(20_000);
  };

  afterEach(() => {
    harness.policy.denied.clear();
    see('all');
  });

  const list = (query: ListRotationsQuery = {}) =>
    harness.services.oncallRotations.list(
      listRotationsQuerySchema.parse(query),
      user,
    );
  const ids = async (query: ListRotationsQuery = {}) =>
    (await list(query)).items.map(item => item.id);
  const accounts = () => harness.services.oncallAccounts.list(user);

  it('are listed by title, page by page, those that no service uses left out', async () => {
    const all = [NIGHT, MIRROR, PAYMENTS, MEMBERS, FAILING];
    expect(await ids()).toEqual(all);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 2, cursor });
      expect(page.totalItems).toBe(all.length);
      paged.push(...page.items.map(item => item.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all);
  });

  it.each<[string, ListRotationsQuery, string[]]>([
    ['of a type of account', { provider: 'opsgenie' }, [MIRROR]],
    ['of an account', { account: 'static' }, [MEMBERS]],
    ['of no account', { account: '' }, []],
    ['of services of an owner', { owner: 'group:default/blue' }, [PAYMENTS]],
    ['that fail', { state: 'failing' }, [FAILING]],
    ['that are pending or missing', { state: ['pending', 'missing'] }, []],
    ['with a word in the title', { q: 'NIGHT' }, [NIGHT]],
    ['with a word in the team', { q: 'team payments' }, [PAYMENTS]],
    ['with a word of a service', { q: 'poor' }, [MEMBERS]],
    ['with somebody on call', { q: 'ada' }, [MIRROR, PAYMENTS]],
    ['with a word that is nowhere', { q: 'nowhere' }, []],
  ])('are found %s', async (_, query, expected) => {
    const page = await list(query);
    expect(page.items.map(item => item.id)).toEqual(expected);
    expect(page.totalItems).toBe(expected.length);
  });

  it('tell who is on call, the gaps and the services', async () => {
    const [night] = (await list({ q: 'night' })).items;
    expect(night).toMatchObject({
      title: 'Night watch',
      account: 'pager',
      provider: 'pagerduty',
      state: 'ok',
      mirror: false,
      fetchedAt: iso(NOW),
      levels: [
        {
          level: 1,
          people: [],
          next: {
            at: iso(NOW + 4 * HOUR),
            people: [{ name: 'Bob Catalog', state: 'left' }],
          },
        },
      ],
      size: [{ level: 1, people: 1, basis: 'window' }],
      certainty: 'exact',
      gapHours: 14 * 24 - 5,
      nextGap: { from: iso(NOW), to: iso(NOW + 4 * HOUR), level: null },
      services: [{ entityRef: refOf('even'), title: 'even' }],
    });
  });

  it('tell nothing of a rotation that was never read but what is wrong', async () => {
    const [failing] = (await list({ state: 'failing' })).items;
    expect(failing).toMatchObject({
      title: 'X1',
      fetchedAt: null,
      error: 'The account "pager" refuses its token',
      levels: [],
      gapHours: null,
      nextGap: null,
    });
  });

  it('are those of services that the reader may see', async () => {
    see([refOf('good')]);
    const page = await list();
    expect(page.items.map(item => item.id)).toEqual([PAYMENTS]);
    expect(page.items[0].services).toEqual([
      { entityRef: refOf('good'), title: 'good' },
    ]);
    expect(page.totalItems).toBe(1);
    expect(await ids({ q: 'best' })).toEqual([]);
  });

  it('hide people from a reader who may not see them', async () => {
    harness.policy.denied.add('reliability.oncall.people');
    const page = await list();
    expect(page.namesHidden).toBe(true);
    expect(JSON.stringify(page)).not.toMatch(/ada|bob|cyd|user:|@/i);
    expect(await ids({ q: 'ada' })).toEqual([]);
  });

  it('hide people in names of teams, and do not find them by what the catalog calls them', async () => {
    const said = (texts: { title: string; team: string | null }) =>
      knex('reliability_oncall_rotations')
        .where({ id: PAYMENTS })
        .update(texts);
    const { title, team } = await knex('reliability_oncall_rotations')
      .where({ id: PAYMENTS })
      .first('title', 'team');
    await said({
      title: 'Pay, ask Ada Catalog or ada@example.com',
      team: 'Ada Person and friends',
    });
    const words = ['Pay', 'friends', 'Catalog', 'ada@example.com', 'Person'];
    const found = () =>
      Promise.all(words.map(async q => (await ids({ q })).includes(PAYMENTS)));
    const told = await found();
    harness.policy.denied.add('reliability.oncall.people');
    const hidden = await found();
    const page = await list();
    await said({ title, team });
    expect(JSON.stringify(page)).not.toMatch(/ada|@/i);
    expect(told).toEqual([true, true, true, true, true]);
    expect(hidden).toEqual([true, true, false, false, false]);
  });

  it('are counted by account, for those that the reader may see', async () => {
    await harness.stores.oncallAccounts.save(knex, {
      name: 'pager',
      lastSuccessAt: NOW - HOUR,
      lastTryAt: NOW,
      error: 'The account "pager" does not answer',
      health: {
        state: 'failing',
        requests: 120,
        failures: 7,
        waits: 2,
        remaining: 80,
        lastSuccessAt: NOW - HOUR,
        lastError: 'not told again',
        pausedUntil: null,
      },
      failures: 1,
      nextDueAt: NOW + HOUR,
    });
    expect((await accounts()).items).toEqual([
      {
        name: 'pager',
        type: 'pagerduty',
        mirror: false,
        state: 'failing',
        rotations: 3,
        failing: 1,
        lastSuccessAt: iso(NOW - HOUR),
        lastTryAt: iso(NOW),
        error: 'The account "pager" does not answer',
        nextTryAt: iso(NOW + HOUR),
        requests: 120,
        failures: 7,
        waits: 2,
        remaining: 80,
      },
      expect.objectContaining({
        name: 'genie',
        state: 'pending',
        mirror: true,
        requests: 0,
        failures: 0,
        waits: 0,
        remaining: null,
      }),
      expect.objectContaining({ name: 'static', rotations: 1 }),
    ]);
    see([refOf('good')]);
    expect(
      (await accounts()).items.map(({ rotations, state }) => [
        rotations,
        state,
      ]),
    ).toEqual([
      [1, 'failing'],
      [0, 'unused'],
      [0, 'unused'],
    ]);
  });

  it('are never asked of a provider when a page is read', async () => {
    const api = createTestApi(harness);
    for (const { ok } of Object.values<RouteRequests>(oncallRequests)) {
      expect((await ok(api, harness)).status).toBe(200);
    }
    expect(counting.asked()).toBe(0);
    // The counter does count.
    await harness.services.oncallSync.syncDue('genie');
    expect(counting.asked()).toBeGreaterThan(0);
  });
});
