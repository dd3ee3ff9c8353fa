import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { DAY, NOW } from '../../__testUtils__/harness';
import { putResponder, putRotation } from '../../__testUtils__/responders';
import { GroupStore } from './GroupStore';
import { PeopleStore } from './PeopleStore';
import { GroupProjection, PersonProjection } from './projectPerson';

jest.setTimeout(60_000);

const databases = testDatabases();

const refOfUser = (name: string) => `user:default/${name}`;

const person = (
  name: string,
  changed: Partial<PersonProjection> = {},
): PersonProjection => ({
  entityRef: refOfUser(name),
  name,
  groups: [],
  hash: `hash of ${name}`,
  ...changed,
});

const group = (
  name: string,
  changed: Partial<GroupProjection> = {},
): GroupProjection => ({
  entityRef: `group:default/${name}`,
  title: name,
  hash: `hash of ${name}`,
  ...changed,
});

describe.each(databases.eachSupportedId())('people on %s', id => {
  const people = new PeopleStore();
  const groups = new GroupStore();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const save = (...all: PersonProjection[]) =>
    knex.transaction(tx => people.save(tx, all, NOW));
  const saveGroups = (...all: GroupProjection[]) =>
    knex.transaction(tx => groups.save(tx, all, NOW));
  const miss = (refs: string[], now = NOW) =>
    knex.transaction(tx => people.miss(tx, refs, 2, now));

  it('gives back what was saved', async () => {
    const { hash, ...ada } = person('ada', {
      name: 'Ada Ünal',
      email: 'ada@example.com',
      picture: 'https://example.com/a.png',
      groups: ['group:default/all', 'group:default/pay'],
    });
    await save({ ...ada, hash }, person('bob'));
    const found = await people.of(knex, [...'ab'].map(refOfUser));
    expect(found.size).toBe(0);
    const both = await people.of(knex, ['ada', 'bob'].map(refOfUser));
    expect(both.get(ada.entityRef)).toEqual(ada);
    expect(both.get(refOfUser('bob'))).toEqual({
      entityRef: refOfUser('bob'),
      name: 'bob',
      groups: [],
    });
    expect(await people.of(knex, [])).toEqual(new Map());
  });

  it('keeps one who left, and takes one back who returns', async () => {
    const [ada] = [refOfUser('ada')];
    await save(person('ada'), person('bob'));
    expect(await miss([ada])).toEqual([]);
    expect(await miss([ada], NOW + DAY)).toEqual([ada]);
    expect(await miss([ada], NOW + 2 * DAY)).toEqual([]);
    expect((await people.of(knex, [ada])).get(ada)?.leftAt).toBe(NOW + DAY);
    expect(await people.refs(knex)).toEqual([refOfUser('bob')]);
    expect((await people.known(knex, [ada])).get(ada)).toMatchObject({
      left: true,
    });
    await save(person('ada'));
    expect((await people.of(knex, [ada])).get(ada)?.leftAt).toBeUndefined();
    expect((await people.known(knex, [ada])).get(ada)).toEqual({
      hash: 'hash of ada',
      misses: 0,
      left: false,
    });
  });

  it('counts misses in a row only, and only of those asked for', async () => {
    await save(person('ada'), person('bob'));
    const [ada, bob] = ['ada', 'bob'].map(refOfUser);
    await miss([ada, bob]);
    await knex.transaction(tx => people.seen(tx, [ada]));
    expect(await miss([ada])).toEqual([]);
    expect(await miss([])).toEqual([]);
    expect(await people.refs(knex)).toEqual([ada, bob]);
  });

  it('removes those who left long ago, unless a rotation still plans with them', async () => {
    const names = ['here', 'recent', 'gone', 'was', 'ahead', 'always', 'rota'];
    await save(...names.map(name => person(name)));
    const leave = async (who: string[], at: number) => {
      await miss(who.map(refOfUser), at);
      await miss(who.map(refOfUser), at);
    };
    await leave(names.slice(2), NOW - 10 * DAY - 1);
    await leave(['recent'], NOW - 10 * DAY);
    for (const name of names.slice(3)) {
      await putResponder(knex, { id: `main|${name}`, user: refOfUser(name) });
    }
    await putRotation(knex, {
      id: 'main:schedule:P1',
      services: [],
      shifts: [
        ['main|was', NOW],
        ['main|ahead', NOW + 1],
        ['main|always', null],
      ],
      roster: ['main|rota'],
    });
    const prune = (before: number) =>
      people.prune(knex, { rostered: ['main|rota'], before, now: NOW });
    expect(await prune(NOW - 10 * DAY)).toBe(2);
    const kept = await people.of(knex, names.map(refOfUser));
    expect([...kept.keys()].sort()).toEqual(
      ['ahead', 'always', 'here', 'recent', 'rota'].map(refOfUser),
    );
    expect(await prune(NOW - 10 * DAY)).toBe(0);
    expect(await prune(NOW)).toBe(1);
  });

  it('finds the members of a group that are there, up to a limit', async () => {
    const pay = ['group:default/pay'];
    await save(
      person('eve', { groups: pay }),
      person('ada', { groups: ['group:default/all', ...pay] }),
      person('old', { groups: pay }),
      person('bob', { groups: ['group:default/pay-eu', 'group:default/p_y'] }),
    );
    await miss([refOfUser('old')]);
    await miss([refOfUser('old')]);
    const members = async (ref: string, limit = 9) =>
      (await people.membersOf(knex, ref, limit)).map(({ name }) => name);
    expect(await members('group:default/pay')).toEqual(['ada', 'eve']);
    expect(await members('group:default/pay', 1)).toEqual(['ada']);
    expect(await members('group:default/p_y')).toEqual(['bob']);
    expect(await members('group:default/%')).toEqual([]);
  });

  it('matches many whom a provider names, with one statement', async () => {
    await save(
      person('ada', { email: 'ada@example.com' }),
      person('bob', { name: 'Bob  Öz' }),
      person('eve'),
      person('x1', { name: 'Twin' }),
      person('x2', { name: 'twin' }),
    );
    const many = Array.from({ length: 2000 }, (_, index) => ({
      id: `N${index}`,
      name: `Nobody ${index}`,
      email: `nobody-${index}@example.com`,
    }));
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', note);
    const found = await people.match(knex, [
      ...many,
      { id: 'P1', name: 'A', email: 'ADA@example.com' },
      { id: 'P2', name: 'bob öz' },
      { id: 'P3', name: 'E', entityRef: 'user:default/eve' },
      { id: 'P4', name: 'Twin' },
    ]);
    knex.removeListener('query', note);
    expect(statements).toHaveLength(1);
    expect([...found]).toEqual([
      ['P1', refOfUser('ada')],
      ['P2', refOfUser('bob')],
      ['P3', refOfUser('eve')],
    ]);
    expect(await people.match(knex, [])).toEqual(new Map());
  });

  it('keeps groups with their parents', async () => {
    await saveGroups(
      group('all'),
      group('pay', {
        parent: 'group:default/all',
      }),
    );
    const refs = ['group:default/pay', 'group:default/all'];
    const { hash: _, ...pay } = group('pay', {
      parent: 'group:default/all',
    });
    expect((await groups.of(knex, refs)).get(refs[0])).toEqual(pay);
    expect(await groups.parents(knex)).toEqual(new Map([[refs[0], [refs[1]]]]));
    await knex.transaction(tx => groups.miss(tx, [refs[0]], 1, NOW));
    expect((await groups.of(knex, refs)).has(refs[0])).toBe(false);
    expect((await groups.parents(knex)).size).toBe(0);
  });
});
