import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, HOUR, NOW } from '../../__testUtils__/harness';
import { putResponder, putRotation } from '../../__testUtils__/responders';
import { ResponderLinks } from './ResponderLinks';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('responders on %s', id => {
  const links = new ResponderLinks();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const ada = 'us|ada';
  const bob = 'us|bob';
  const services = (...responders: string[]) =>
    links.servicesOf(knex, responders, NOW);

  it.each<
    [
      string,
      Omit<Parameters<typeof putRotation>[1], 'id' | 'services'>,
      string[],
    ]
  >([
    ['a shift that goes on', { shifts: [[ada, NOW + HOUR]] }, ['a', 'b']],
    ['a shift that never ends', { shifts: [[ada, null]] }, ['a', 'b']],
    ['the roster', { roster: [bob, ada] }, ['a', 'b']],
    [
      'a shift and the roster',
      { shifts: [[ada, null]], roster: [ada] },
      ['a', 'b'],
    ],
    ['only a shift that is over', { shifts: [[ada, NOW - DAY]] }, []],
    ['only shifts of others', { shifts: [[bob, null]], roster: [bob] }, []],
  ])(
    'by %s have the services of the rotation',
    async (_, rotation, expected) => {
      await putRotation(knex, {
        id: 'us:schedule:P1',
        services: ['b', 'a'],
        ...rotation,
      });
      expect(await services(ada)).toEqual(expected.map(refOf));
    },
  );

  it('have each service once', async () => {
    for (const name of ['P1', 'P2']) {
      await putRotation(knex, {
        id: `us:schedule:${name}`,
        services: ['a'],
        shifts: [
          [ada, null],
          [bob, null],
        ],
      });
    }
    expect(await services(ada, bob)).toEqual([refOf('a')]);
    expect(await services()).toEqual([]);
  });

  it('come in pages, with the User that was found', async () => {
    await putResponder(knex, { id: 'us|2', email: 'b@example.com' });
    await putResponder(knex, { id: 'us|1', user: 'user:default/ada' });
    await putResponder(knex, { id: 'static|user:default/eve', name: 'Eve' });
    const first = await links.page(knex, { after: '', limit: 2 });
    expect(first).toEqual([
      {
        id: 'static|user:default/eve',
        name: 'Eve',
        entityRef: 'user:default/eve',
      },
      { id: 'us|1', name: 'us|1', matched: 'user:default/ada' },
    ]);
    expect(await links.page(knex, { after: 'us|1', limit: 2 })).toEqual([
      { id: 'us|2', name: 'us|2', email: 'b@example.com' },
    ]);
    expect(await links.matchedWith(knex, ['user:default/ada'])).toEqual([
      'us|1',
    ]);
    expect(await links.matchedWith(knex, [])).toEqual([]);
  });

  it('are other Users from now on, or nobody known', async () => {
    await putResponder(knex, { id: ada, user: 'user:default/a' });
    await putResponder(knex, { id: bob, user: 'user:default/b' });
    await knex.transaction(tx =>
      links.assign(
        tx,
        new Map([
          [ada, 'user:default/x'],
          [bob, undefined],
        ]),
        NOW,
      ),
    );
    expect(
      await knex('reliability_oncall_responders')
        .orderBy('id')
        .pluck('entity_ref'),
    ).toEqual(['user:default/x', null]);
  });
});
