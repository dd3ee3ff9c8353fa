import {
  progressFilterSchema,
  progressQuerySchema,
  ServiceProgress,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { openTestDatabase, testDatabases } from '../__testUtils__/databases';
import { service } from '../__testUtils__/entities';
import { createHarness, Harness, HOUR } from '../__testUtils__/harness';
import {
  KnownProgress,
  knownProgress,
  longChecklist,
  storeProgress,
} from '../__testUtils__/organisation';
import { ada, LAUNCH } from '../__testUtils__/readiness';

jest.setTimeout(120_000);

const databases = testDatabases();
const SERVICES = 2000;
const ITEMS = 60;

const known = knownProgress(SERVICES, ITEMS);
const someTeam = known.find(({ owner }) => owner)!.owner!;

const byteOrder = (a: string, b: string) =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

describe.each(databases.eachSupportedId())(
  'the organisation page of 2,000 services on %s',
  id => {
    let knex: Knex;
    let harness: Harness;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      harness = await createHarness({
        knex,
        reliability: longChecklist(ITEMS),
      });
      await storeProgress(harness, known);
      const others = knownProgress(20, ITEMS).map(one => ({
        ...one,
        ref: `${one.ref}-x`,
      }));
      await storeProgress(harness, others.slice(10), { applies: false });
      await storeProgress(harness, others.slice(0, 10), {
        checklistHash: 'earlier',
      });
    });

    beforeEach(() => {
      harness.policy.readable = 'all';
      harness.clock.advance(HOUR);
    });

    const list = (query: object = {}) =>
      harness.services.organisation.progress(
        LAUNCH,
        progressQuerySchema.parse(query),
        ada,
      );
    const overview = (query: object = {}) =>
      harness.services.organisation.overview(
        LAUNCH,
        progressFilterSchema.parse(query),
        ada,
      );
    const walk = async (query: object) => {
      const found: ServiceProgress[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ ...query, cursor });
        expect(page.totalItems).toBeGreaterThanOrEqual(found.length);
        found.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return found;
    };

    it.each([
      ['progress', 'asc'],
      ['progress', 'desc'],
      ['title', 'asc'],
      ['title', 'desc'],
      ['missing', 'desc'],
      ['expired', 'asc'],
    ] as const)(
      'pages by %s %s hold every service once, in order',
      async (orderBy, order) => {
        const valueOf = (one: KnownProgress) =>
          orderBy === 'title' ? one.title.toLowerCase() : one[orderBy];
        const sign = order === 'asc' ? 1 : -1;
        const expected = [...known].sort((a, b) => {
          const [left, right] = [valueOf(a), valueOf(b)];
          const by =
            typeof left === 'number'
              ? left - Number(right)
              : byteOrder(left, String(right));
          return sign * by || byteOrder(a.ref, b.ref);
        });
        const found = await walk({ orderBy, order, limit: 400 });
        expect(found.map(({ entityRef }) => entityRef)).toEqual(
          expected.map(({ ref }) => ref),
        );
      },
    );

    it('a line has the states of its items', async () => {
      const [line] = (await list({ limit: 1, orderBy: 'title' })).items;
      const one = known.find(({ ref }) => ref === line.entityRef)!;
      expect(line).toEqual({
        entityRef: one.ref,
        title: one.title,
        owner: one.owner ?? null,
        tier: expect.objectContaining({ id: one.tierId }),
        progress: one.progress,
        requiredMet: ITEMS - one.missing,
        requiredTotal: ITEMS,
        expired: one.expired,
        contested: 0,
        signedOff: one.signedOff,
        signedOffAt: null,
        states: Object.fromEntries(
          one.states.map((state, index) => [`item-${index}`, state]),
        ),
      });
    });

    it.each<[string, object, (one: KnownProgress) => boolean]>([
      [
        'a tier',
        { tier: ['tier-0', 'untiered'] },
        ({ tierId }) => tierId !== 'tier-1',
      ],
      ['no tier', { tier: '' }, () => false],
      ['an owner', { owner: someTeam }, ({ owner }) => owner === someTeam],
      ['a system', { system: 'system:default/x' }, () => false],
      [
        'an item that is not met',
        { item: 'item-59' },
        ({ states }) => states[59] === 'not-met',
      ],
      [
        'a state of an item',
        { item: 'item-0', state: 'expired' },
        ({ states }) => states[0] === 'expired',
      ],
      [
        'a text',
        { q: ' TEAM-1' },
        ({ owner }) => Boolean(owner?.includes('team-1')),
      ],
      ['a text with a wildcard', { q: '%' }, ({ title }) => title === '%'],
    ])('%s narrows list and overview alike', async (_, query, matches) => {
      const expected = known.filter(matches);
      const found = await walk({ ...query, limit: 500 });
      expect(found.map(({ entityRef }) => entityRef).sort(byteOrder)).toEqual(
        expected.map(({ ref }) => ref),
      );
      expect((await list({ ...query, limit: 1 })).totalItems).toBe(
        expected.length,
      );
      expect((await overview(query)).services).toBe(expected.length);
    });

    it('both hold only what the reader may see', async () => {
      const seen = known.slice(100, 107);
      harness.catalog.set(...seen.map(({ ref }) => service(ref.split('/')[1])));
      harness.policy.readable = seen.map(({ ref }) => ref);
      expect((await list()).totalItems).toBe(7);
      expect(await overview()).toMatchObject({
        services: 7,
        signedOff: seen.filter(({ signedOff }) => signedOff).length,
      });
      harness.policy.readable = 'none';
      harness.clock.advance(HOUR);
      expect(await list()).toEqual({ items: [], totalItems: 0 });
      expect(await overview()).toMatchObject({
        services: 0,
        averageProgress: 0,
        teams: [],
        teamsTotal: 0,
      });
    });

    it.each([
      [
        'an item that never was',
        { item: 'never' },
        'item: there is no item "never" in the checklist launch',
      ],
      [
        'a state without an item',
        { state: 'met' },
        'state: needs the parameter item beside it',
      ],
    ])('refuse %s', async (_, query, message) => {
      await expect(list(query)).rejects.toThrow(message);
      await expect(overview(query)).rejects.toThrow(message);
    });

    it('a cursor is good for one filter and one order', async () => {
      const { nextCursor: cursor } = await list({ limit: 1 });
      for (const query of [
        { orderBy: 'title' },
        { order: 'desc' },
        { q: 'a' },
      ]) {
        await expect(list({ ...query, cursor })).rejects.toThrow(/^cursor: /);
      }
    });
  },
);
