import { mockCredentials } from '@backstage/backend-test-utils';
import {
  openTestDatabase,
  postgresOf,
  testDatabases,
} from '../testUtils/databases';
import { manyNames, refOf, service, team } from '../testUtils/entities';
import { createHarness } from '../testUtils/harness';
import { stepsOf } from '../testUtils/observe';
import { ladder, only } from '../testUtils/scorecards';

jest.setTimeout(120_000);

const databases = testDatabases();
const names = manyNames(400);

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

    it('sweeps and pushes of the same services wait for each other and never deadlock', async () => {
      const { services, catalog } = await open();
      await services.sync.sweep();
      for (let round = 0; round < 5; round++) {
        catalog.put(
          ...[...names]
            .reverse()
            .map(name => service(name, { metadata: { title: `R${round}` } })),
        );
        const push = services.facts.push(
          {
            source: 'ci',
            facts: names.map(name => ({
              entityRef: refOf(name),
              key: 'coverage',
              value: round,
            })),
          },
          mockCredentials.service(),
        );
        const [pushed, swept] = await Promise.all([
          push,
          services.sync.sweep(),
        ]);
        expect(pushed.stored).toBe(names.length);
        expect(swept.changed).toBe(names.length);
      }
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
