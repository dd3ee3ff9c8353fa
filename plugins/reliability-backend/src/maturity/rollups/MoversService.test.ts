import { mockCredentials } from '@backstage/backend-test-utils';
import {
  MoversQuery,
  moversQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness, MINUTE } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';
import { push } from '../../__testUtils__/push';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

describe.each(databases.eachSupportedId())('movers on %s', id => {
  let knex: Knex;
  let harness: Harness;

  const ask = (query: MoversQuery = {}) =>
    harness.services.programme.rollups.movers.list(
      moversQuerySchema.parse(query),
      user,
    );
  const moves = async (query: MoversQuery) =>
    (await ask(query)).items.map(({ title, delta }) => `${title} ${delta}`);

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  it('says that no day is recorded yet', async () => {
    expect(await ask()).toEqual({
      items: [],
      totalItems: 0,
      since: null,
      levels: 2,
      up: 0,
      down: 0,
      same: 0,
      added: 0,
    });
  });

  describe('after ten days', () => {
    beforeAll(async () => {
      await harness.stores.history.snapshot(knex, '2026-11-20');
      await push(harness, 'even', { coverage: 90 });
      harness.clock.advance(5 * DAY);
      // What the catalog says would have become too old.
      await harness.services.sync.sweep();
      await harness.stores.history.snapshot(knex, '2026-11-25');
      await push(harness, 'best', { coverage: 10 });
      harness.clock.advance(5 * DAY);
      await knex('reliability_daily')
        .where({ entity_ref: refOf('poor') })
        .delete();
    });

    beforeEach(() => {
      harness.policy.readable = 'all';
      harness.clock.advance(MINUTE);
    });

    it.each<[MoversQuery, string[]]>([
      [{ days: 10 }, ['best -500', 'even 500']],
      [{ days: 5 }, ['best -500']],
      [{ days: 7 }, ['best -500', 'even 500']],
      [{ days: 300 }, ['best -500', 'even 500']],
      [{ days: 10, direction: 'up' }, ['even 500']],
      [{ days: 10, direction: 'down' }, ['best -500']],
      [{ days: 10, tier: ['tier-0'] }, []],
      [{ days: 10, limit: 1 }, ['best -500']],
    ])('lists of %j the largest change first', async (query, expected) => {
      expect(await moves(query)).toEqual(expected);
    });

    it('tells both ends, and how many moved', async () => {
      const { items, ...rest } = await ask({ days: 7 });
      expect(items[0]).toMatchObject({
        entityRef: refOf('best'),
        owner: 'group:default/red',
        level: { id: 'bronze', index: 0 },
        levelThen: { id: 'silver', index: 1 },
        score: 500,
        scoreThen: 1000,
        coverageThen: 1000,
      });
      expect(rest).toEqual({
        totalItems: 2,
        since: '2026-11-20',
        levels: 2,
        up: 1,
        down: 1,
        same: 1,
        added: 1,
      });
    });

    it('shows and counts nothing that the reader may not see', async () => {
      harness.policy.readable = [refOf('good')];
      harness.clock.advance(MINUTE);
      expect(await ask({ days: 10 })).toMatchObject({
        totalItems: 0,
        up: 0,
        down: 0,
        same: 1,
        added: 0,
      });
    });
  });
});
