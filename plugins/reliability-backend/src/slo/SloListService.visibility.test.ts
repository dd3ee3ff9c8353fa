import { mockCredentials } from '@backstage/backend-test-utils';
import {
  listSlosQuerySchema,
  ListSlosQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness } from '../__testUtils__/harness';
import { openListedSlos } from '../__testUtils__/listedSlos';
import { loadedOf, putSlos, sloOf } from '../__testUtils__/sloSubjects';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

describe.each(databases.eachSupportedId())('who may see SLOs on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openListedSlos(knex);
  });

  afterEach(() => {
    harness.policy.readable = 'all';
    harness.clock.advance(120_000);
  });

  const list = (query: ListSlosQuery = {}) =>
    harness.services.sloList.list(listSlosQuerySchema.parse(query), user);

  describe('shows to a reader only SLOs of services that the catalog shows', () => {
    it('in items and counts', async () => {
      harness.policy.readable = [refOf('good'), refOf('poor')];
      const page = await list({ status: ['breached', 'pending'] });
      expect(page.items.map(({ name }) => name)).toEqual([
        'gone',
        'spent',
        'new',
      ]);
      expect(page.totalItems).toBe(3);
      expect(page.counts).toMatchObject({ breached: 2, error: 1, healthy: 0 });
    });

    it('among services without an SLO', async () => {
      await knex('reliability_slos').where({ name: 'new' }).delete();
      expect((await list()).withoutSlo).toBe(1);
      expect((await list({ q: 'poor' })).withoutSlo).toBe(1);
      expect((await list({ tier: ['tier-0'] })).withoutSlo).toBe(0);
      harness.policy.readable = [refOf('good')];
      harness.clock.advance(120_000);
      expect((await list()).withoutSlo).toBe(0);
      await putSlos(knex, [loadedOf('poor', sloOf('new'))]);
    });

    it('and nothing to a reader of nothing', async () => {
      harness.policy.readable = 'none';
      expect(await list()).toMatchObject({
        items: [],
        totalItems: 0,
        withoutSlo: 0,
        counts: { breached: 0 },
      });
    });
  });
});
