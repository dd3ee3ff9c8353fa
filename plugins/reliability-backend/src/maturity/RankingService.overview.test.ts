import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, MINUTE } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

describe.each(databases.eachSupportedId())(
  'the ranking as a whole on %s',
  id => {
    let knex: Knex;
    let harness: Harness;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex);
    });

    beforeEach(() => {
      harness.policy.readable = 'all';
      harness.clock.advance(MINUTE);
    });

    it('sums up by level and tier, with those that nobody is in', async () => {
      const summary = await harness.services.ranking.summary({}, user);
      expect(summary).toMatchObject({
        total: 4,
        averageScore: Math.floor((1000 + 500 + 500 + 0) / 4),
        outdated: 0,
        dataProblems: 1,
        catalogCheckedAt: '2026-11-20T12:00:00.000Z',
        levels: [
          { id: 'none', index: -1, count: 1 },
          { id: 'bronze', index: 0, count: 2 },
          { id: 'silver', index: 1, count: 1 },
        ],
      });
      expect(summary.tiers.map(({ id: tier, count }) => [tier, count])).toEqual(
        [
          ['tier-0', 1],
          ['tier-1', 1],
          ['tier-2', 1],
          ['tier-3', 0],
          ['untiered', 1],
        ],
      );
      expect(
        await harness.services.ranking.summary({ level: [] }, user),
      ).toMatchObject({ total: 0, averageScore: 0, needAttention: 0 });
    });

    it.each<
      ['owner' | 'system' | 'domain' | 'tier' | 'level', object, string[]]
    >([
      [
        'owner',
        {},
        [
          'group:default/red 2',
          'group:default/blue 1',
          'group:default/nobody 1',
        ],
      ],
      [
        'owner',
        { owner: ['group:default/blue'] },
        [
          'group:default/red 2',
          'group:default/blue 1',
          'group:default/nobody 1',
        ],
      ],
      ['owner', { level: ['silver'] }, ['group:default/red 1']],
      ['owner', { match: 'BL' }, ['group:default/blue 1']],
      ['owner', { limit: 1 }, ['group:default/red 2']],
      ['system', {}, ['system:default/checkout 2']],
      ['domain', {}, ['domain:default/sales 2']],
      ['tier', { tier: ['tier-0'], q: 'be' }, ['Business critical 1']],
      ['level', {}, ['Bronze 2', 'No level 1', 'Silver 1']],
    ])('offers values of %s under %j', async (field, query, expected) => {
      const { items } = await harness.services.ranking.facet(
        field,
        { limit: 20, ...query },
        user,
      );
      expect(items.map(({ label, count }) => `${label} ${count}`)).toEqual(
        expected,
      );
    });

    it('lists what entities say that cannot be used', async () => {
      const reply = await harness.services.ranking.dataProblems(
        { limit: 9 },
        user,
      );
      expect(reply).toEqual({
        totalItems: 1,
        items: [
          {
            entityRef: refOf('poor'),
            title: 'poor',
            owner: 'group:default/nobody',
            problem: expect.stringMatching(/"tier-9", which is not one of/),
          },
        ],
      });
    });
  },
);
