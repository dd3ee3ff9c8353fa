import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { loadedOf, putSlos, sloOf } from '../__testUtils__/sloSubjects';
import { SloStore } from './SloStore';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('definitions on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  it('that are too many to remember are all read nevertheless', async () => {
    const slos = ['a', 'b', 'c'].map(name => loadedOf('pay', sloOf(name)));
    await putSlos(knex, slos);
    const store = new SloStore({ maxRemembered: 2 });
    const names = async (...asked: number[]) =>
      (
        await store.get(
          knex,
          asked.map(index => slos[index].id),
        )
      ).map(({ slo }) => slo.name);
    expect(await names(0)).toEqual(['a']);
    expect(await names(0, 1, 2)).toEqual(['a', 'b', 'c']);
    expect(await names(0, 1)).toEqual(['a', 'b']);
  });
});
