import {
  RotaDefinition,
  RotationKind,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { DAY, NOW } from '../../__testUtils__/harness';
import { createStores } from '../../database/stores';
import { PersonProjection } from '../people/projectPerson';
import { StaticProvider } from './StaticProvider';

jest.setTimeout(60_000);

const databases = testDatabases();
const stores = createStores();

const window = { from: NOW, to: NOW + 14 * DAY };

const rota: RotaDefinition = {
  id: 'payments',
  title: 'Payments',
  timeZone: 'Europe/Berlin',
  team: 'Team Pay',
  layers: [
    {
      people: ['user:default/ada', 'bob@example.com', 'ghost'],
      handover: { every: 'P7D', at: '09:00', start: '2026-11-16' },
    },
    {
      level: 2,
      people: ['nobody@example.com'],
      handover: { every: 'P7D', at: '09:00', start: '2026-11-16' },
    },
  ],
};

const person = (
  name: string,
  changed: Partial<PersonProjection> = {},
): PersonProjection => ({
  entityRef: `user:default/${name}`,
  name: `${name[0].toUpperCase()}${name.slice(1)}`,
  groups: [],
  hash: name,
  ...changed,
});

const pay = ['group:default/pay'];

describe.each(databases.eachSupportedId())('the static account on %s', id => {
  let knex: Knex;
  let provider: StaticProvider;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    provider = new StaticProvider({ knex, stores, rotas: [rota] });
    await knex.transaction(async tx => {
      await stores.people.save(
        tx,
        [
          person('ada', { email: 'ada@example.com', groups: pay }),
          person('bob', { email: 'bob@example.com', groups: pay }),
          person('left', { groups: pay }),
          person('eve', { groups: ['group:uk/big'] }),
        ],
        NOW,
      );
      await stores.people.miss(tx, ['user:default/left'], 1, NOW);
      await stores.groups.save(
        tx,
        ['default/pay', 'default/empty', 'uk/big'].map(name => ({
          entityRef: `group:${name}`,
          title: `Team ${name}`,
          annotations: {},
          hash: name,
        })),
        NOW,
      );
    });
  });

  const readAll = async (
    ...refs: [RotationKind, string][]
  ): Promise<(RotationReading | RotationFailure)[]> => {
    const found = [];
    const options = { window, signal: new AbortController().signal };
    const asked = refs.map(([kind, ref]) => ({
      account: 'static',
      kind,
      id: ref,
    }));
    for await (const one of provider.read(asked, options)) found.push(one);
    return found;
  };
  const reading = async (kind: RotationKind, ref: string) => {
    const [one] = await readAll([kind, ref]);
    if (one.kind !== 'reading') throw one.error;
    return one;
  };

  it('reads a rota with the people as the catalog knows them', async () => {
    const { shifts, roster, ...rest } = await reading('rota', 'payments');
    expect(rest).toEqual({
      kind: 'reading',
      ref: { account: 'static', kind: 'rota', id: 'payments' },
      title: 'Payments',
      timeZone: 'Europe/Berlin',
      team: 'Team Pay',
      window,
      gaps: 'exact',
      warnings: [],
    });
    const ada = {
      id: 'user:default/ada',
      name: 'Ada',
      email: 'ada@example.com',
      entityRef: 'user:default/ada',
    };
    const bob = {
      id: 'user:default/bob',
      name: 'Bob',
      email: 'bob@example.com',
      entityRef: 'user:default/bob',
    };
    const ghost = {
      id: 'user:default/ghost',
      name: 'ghost',
      entityRef: 'user:default/ghost',
    };
    const nobody = {
      id: 'nobody@example.com',
      name: 'nobody@example.com',
      email: 'nobody@example.com',
    };
    expect(roster).toEqual([
      { level: 1, people: [ada, bob, ghost] },
      { level: 2, people: [nobody] },
    ]);
    const firstLevel = shifts
      .filter(({ level }) => level === 1)
      .map(({ start, end, person: who }) => [
        new Date(start!).toISOString(),
        new Date(end!).toISOString(),
        who,
      ]);
    expect(firstLevel).toEqual([
      ['2026-11-20T12:00:00.000Z', '2026-11-23T08:00:00.000Z', ada],
      ['2026-11-23T08:00:00.000Z', '2026-11-30T08:00:00.000Z', bob],
      ['2026-11-30T08:00:00.000Z', '2026-12-04T12:00:00.000Z', ghost],
    ]);
  });

  it.each([['default/pay'], ['pay'], ['group:Default/Pay']])(
    'reads the members of the group %s who are there, as people to ask',
    async name => {
      const { title, gaps, shifts, roster } = await reading('group', name);
      expect({ title, gaps, roster }).toEqual({
        title: 'Team default/pay',
        gaps: 'unknown',
      });
      expect(shifts.map(({ person: who }) => who?.name)).toEqual([
        'Ada',
        'Bob',
      ]);
      expect(shifts[0]).toMatchObject({
        start: null,
        end: null,
        level: null,
        source: 'members',
        shadow: false,
      });
    },
  );

  it('reads a group without members', async () => {
    expect((await reading('group', 'empty')).shifts).toEqual([]);
  });

  it('says that it leaves out members of a big group', async () => {
    const many = Array.from({ length: 205 }, (_, index) =>
      person(`member-${index}`, { groups: ['group:uk/big'] }),
    );
    await knex.transaction(tx => stores.people.save(tx, many, NOW));
    const { shifts, warnings } = await reading('group', 'uk/big');
    expect(shifts).toHaveLength(200);
    expect(warnings).toEqual(['Only the first 200 members are shown']);
  });

  it('reads the others beside one that is not there', async () => {
    const found = await readAll(
      ['rota', 'gone'],
      ['group', 'default/gone'],
      ['group', 'user:default/ada'],
      ['group', ''],
      ['rota', 'payments'],
    );
    expect(
      found.map(one =>
        one.kind === 'reading'
          ? one.title
          : `${one.error.failure}: ${one.error.message}`,
      ),
    ).toEqual([
      'not-found: The configuration has no rota "gone" in reliability.oncall.rotas',
      'not-found: The catalog has no group "default/gone"',
      'not-found: The catalog has no group "user:default/ada"',
      'not-found: The catalog has no group ""',
      'Payments',
    ]);
  });

  it('stops when it is told to', async () => {
    const options = { window, signal: AbortSignal.abort() };
    const refs = [{ account: 'static', kind: 'rota' as const, id: 'payments' }];
    const read = async () => {
      for await (const one of provider.read(refs, options)) return one;
      return undefined;
    };
    await expect(read()).rejects.toThrow(/abort/);
  });
});
