import { mockCredentials } from '@backstage/backend-test-utils';
import { openTestDatabase, testDatabases } from '../__testUtils__/databases';
import { manyNames, refOf, service, team } from '../__testUtils__/entities';
import { createHarness } from '../__testUtils__/harness';
import { outcomesOf } from '../__testUtils__/observe';
import { ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(120_000);

const databases = testDatabases();
const names = manyNames(2000);

it.each(databases.eachSupportedId())(
  'ten thousand facts are taken at once on %s',
  async id => {
    const harness = await createHarness({
      knex: await openTestDatabase(databases, id),
      reliability: only(ladder()),
      entities: [team(), ...names.map(name => service(name))],
    });
    await harness.services.sync.sweep();
    const facts = names.flatMap(name =>
      ['coverage', 'lint', 'a', 'b', 'c'].map(key => ({
        entityRef: refOf(name),
        key,
        value: 90,
        at: new Date(harness.clock.now).toISOString(),
      })),
    );
    const push = () =>
      harness.services.facts.push(
        { source: 'ci', facts },
        mockCredentials.service(),
      );
    expect(facts).toHaveLength(10_000);
    const first = await push();
    expect(first).toMatchObject({ stored: 10_000, rejected: 0 });
    expect(first.results.map(({ index }) => index)).toEqual([...facts.keys()]);
    expect(await push()).toMatchObject({ unchanged: 10_000 });
    expect((await outcomesOf(harness, names[1999])).tested).toBe('pass');
  },
);
