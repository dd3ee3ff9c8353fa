import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { writesDuring } from '../__testUtils__/observe';
import { NamedDependency } from './declaredDependencies';
import { DependencyStore } from './DependencyStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const store = new DependencyStore();

describe.each(databases.eachSupportedId())('dependencies on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  const declare = (services: Record<string, string[]>) =>
    knex.transaction(tx =>
      store.declare(
        tx,
        Object.entries(services).map(([entityRef, targets]) => ({
          entityRef,
          dependencies: targets.map(
            (to): NamedDependency => ({ to, via: 'depends-on' }),
          ),
        })),
      ),
    );

  beforeEach(async () => {
    await emptyDatabase(knex);
    await declare({ a: ['x', 'y'], b: ['x'] });
  });

  const all = async () =>
    (await store.all(knex)).map(({ from, to }) => `${from} ${to}`);

  it('are those of each service', async () => {
    expect(await all()).toEqual(['a x', 'a y', 'b x']);
    expect(await store.of(knex, ['b', 'c'])).toEqual([
      { from: 'b', to: 'x', via: 'depends-on' },
    ]);
  });

  it('are replaced as a whole, those of others stay', async () => {
    await declare({ a: ['z'] });
    expect(await all()).toEqual(['a z', 'b x']);
    await declare({ a: [] });
    expect(await all()).toEqual(['b x']);
  });

  it('are written only where they differ', async () => {
    expect(
      await writesDuring(knex, () => declare({ a: ['y', 'x'], c: [] })),
    ).toEqual([]);
    await declare({ a: ['x', 'y'], b: ['y'] });
    expect(await all()).toEqual(['a x', 'a y', 'b y']);
  });
});
