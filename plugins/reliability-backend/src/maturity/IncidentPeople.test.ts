import { mockCredentials } from '@backstage/backend-test-utils';
import { IncidentPerson } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { Access } from '../access/Access';
import { PeopleStore } from '../oncall/people/PeopleStore';
import { IncidentPeople } from './IncidentPeople';

jest.setTimeout(60_000);

const databases = testDatabases();
const ADA = 'user:default/ada';

const user = (name: string, more: object = {}) => ({
  entityRef: `user:default/${name.toLowerCase()}`,
  name,
  groups: [],
  hash: name,
  ...more,
});

describe.each(databases.eachSupportedId())('people of incidents on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    await knex.transaction(tx =>
      new PeopleStore().save(
        tx,
        [
          user('Ada', { email: 'ada@example.com' }),
          user('Bob'),
          user('Cleo'),
          user('Cleo', { entityRef: 'user:other/cleo' }),
        ],
        0,
      ),
    );
  });

  const ofOne = async (person: IncidentPerson, isAllowed = true) => {
    const access = { has: async () => isAllowed } as unknown as Access;
    const people = new IncidentPeople({
      knex,
      stores: { people: new PeopleStore() },
      access,
    });
    const found = await people.of([person], mockCredentials.user());
    return found.present(person);
  };

  it.each<[string, IncidentPerson, string | null]>([
    ['e-mail', { id: 'P1', name: 'A.', email: 'Ada@example.com' }, ADA],
    ['reference', { id: 'P1', name: 'A.', entityRef: ADA }, ADA],
    ['a name that one User has', { id: 'P1', name: 'bob' }, 'user:default/bob'],
    ['not by a name that two have', { id: 'P1', name: 'Cleo' }, null],
    ['nothing: it stays a name', { id: 'P1', name: 'Dora' }, null],
  ])('are Users of the catalog by %s', async (_, person, entityRef) => {
    expect(await ofOne(person)).toMatchObject({
      entityRef,
      state: entityRef ? 'known' : 'unknown',
    });
  });

  it('keep their names from those who may not see people', async () => {
    const ada = { id: 'P1', name: 'Ada', email: 'ada@example.com' };
    expect(await ofOne(ada, false)).toMatchObject({
      name: null,
      email: null,
      entityRef: null,
    });
  });
});
