import { mockCredentials } from '@backstage/backend-test-utils';
import {
  openTestDatabase,
  postgresOf,
  testDatabases,
  waitForLocks,
} from '../__testUtils__/databases';
import { manyNames, refOf, service, team } from '../__testUtils__/entities';
import { createHarness } from '../__testUtils__/harness';
import { stepsOf } from '../__testUtils__/observe';
import { ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(120_000);

const databases = testDatabases();
const COUNT = 400;
const names = manyNames(COUNT);

// SQLite lets one transaction at a time in, so there is nothing to test there.
(postgresOf(databases).length > 0 ? describe : describe.skip)(
  'on PostgreSQL',
  () => {
    const open = async () =>
      createHarness({
        knex: await openTestDatabase(databases, 'POSTGRES_18'),
        reliability: only(ladder()),
        // In the reverse of the order in which services are locked.
        entities: [team(), ...[...names].reverse().map(name => service(name))],
      });

    it('a sweep and a push of the same services wait for each other instead of deadlocking', async () => {
      const { knex, services, stores, catalog } = await open();
      await services.sync.sweep();
      catalog.put(
        ...names.map(name => service(name, { metadata: { title: 'New' } })),
      );
      // Somebody holds one in the middle until both have locked what lies before it, each in its own order.
      const middle = await knex.transaction();
      await stores.services.lock(middle, [refOf(names[COUNT / 2])]);
      const both = Promise.all([
        services.sync.sweep(),
        services.facts.push(
          {
            source: 'ci',
            facts: names.map(name => ({
              entityRef: refOf(name),
              key: 'coverage',
              value: 90,
            })),
          },
          mockCredentials.service(),
        ),
      ]);
      await waitForLocks(knex, 2);
      await middle.commit();
      const [swept, pushed] = await both;
      expect(swept.changed).toBe(COUNT);
      expect(pushed.stored).toBe(COUNT);
    });

    it('two replicas that read the catalog at once write each first step once', async () => {
      const first = await open();
      const second = await first.restart();
      await Promise.all([
        first.services.sync.sweep(),
        second.services.sync.sweep(),
        second.services.sync.syncOne(refOf(names[0])),
      ]);
      expect(await first.knex('reliability_history')).toHaveLength(
        names.length,
      );
      expect(await stepsOf(first, names[0])).toHaveLength(1);
    });
  },
);
