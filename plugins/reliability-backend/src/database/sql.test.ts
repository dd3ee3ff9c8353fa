import { Knex } from 'knex';
import { openTestDatabase, testDatabases } from '../__testUtils__/databases';
import { dayBefore, dayOf, isoTime } from './dates';
import {
  anyOf,
  anyOfMany,
  containing,
  Db,
  inBatches,
  optionalTime,
  rowsOf,
  timeOf,
  upsert,
} from './sql';

jest.setTimeout(60_000);

const databases = testDatabases();
const NOON = Date.parse('2026-03-01T12:00:00Z');

it.each([
  ['nothing', [], 2, []],
  ['less than one batch', [1], 2, [[1]]],
  ['exactly one batch', [1, 2], 2, [[1, 2]]],
  ['one more', [1, 2, 3], 2, [[1, 2], [3]]],
])('%s is cut into batches', (_, items, size, expected) => {
  expect(inBatches(items, size)).toEqual(expected);
});

it.each([
  ['a day', dayOf(NOON), '2026-03-01'],
  ['the last moment of a day', dayOf(NOON + 12 * 3_600_000 - 1), '2026-03-01'],
  ['a day before, over the end of February', dayBefore(NOON, 1), '2026-02-28'],
  ['a time', isoTime(NOON), '2026-03-01T12:00:00.000Z'],
])('%s is written in UTC', (_, written, expected) => {
  expect(written).toBe(expected);
});

it.each([
  ['a Date, as PostgreSQL gives it', new Date(NOON)],
  ['a number, as SQLite gives it', NOON],
  ['a text', '2026-03-01T12:00:00Z'],
])('a time is read from %s', (_, value) => {
  expect(timeOf(value)).toBe(NOON);
  expect(optionalTime(value)).toBe(NOON);
  expect(optionalTime(null)).toBeUndefined();
});

describe.each(databases.eachSupportedId())('on %s', id => {
  const open = async () => {
    const knex = await openTestDatabase(databases, id);
    const row = (source: string, seen = 1) => ({
      source,
      completed_at: new Date(NOON),
      seen,
      changed: 0,
    });
    return { knex, row, table: 'reliability_sweeps' as const };
  };

  it.each([
    ['an emoji', '🚢'],
    ['quotes, backslashes and a newline', `"a" \\ 'b'\n?`],
    ['a place holder', '$1 ? ??'],
    ['nothing', ''],
  ])('%s is written as it is', async (_, source) => {
    const { knex, row, table } = await open();
    await upsert(knex, table, [row(source)], {
      key: ['source'],
      merge: ['seen'],
    });
    await upsert(knex, table, [row(source, 2)], {
      key: ['source'],
      merge: ['seen'],
    });
    const rows = await knex(table);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ source, seen: 2 });
    expect(timeOf(rows[0].completed_at)).toBe(NOON);
  });

  it('half a character is replaced, because no database takes it', async () => {
    const { knex, row, table } = await open();
    await upsert(knex, table, [row('a\ud83d')], { key: ['source'], merge: [] });
    expect(await knex(table).pluck('source')).toEqual(['a\ufffd']);
  });

  it.each([
    ['anyOf', anyOf],
    ['anyOfMany', anyOfMany],
  ])('any number of values are one parameter of %s', async (__, among) => {
    const { knex, row, table } = await open();
    await knex(table).insert(["o'brien", 'a,b', '{"x"}', 'ä'].map(s => row(s)));
    const find = (values: string[]) =>
      knex(table).where(among(knex, 'source', values)).pluck('source');
    expect((await find(["o'brien", 'a,b', '{"x"}', 'ä', 'no'])).length).toBe(4);
    expect(await find([])).toEqual([]);
    const many = Array.from({ length: 70_000 }, (_, index) => `s${index}`);
    expect(await find([...many, 'ä'])).toEqual(['ä']);
  });

  it('rows are written anew or left alone where they are there', async () => {
    const { knex, row, table } = await open();
    const seen = async () =>
      Object.fromEntries(
        (await knex(table)).map(found => [found.source, found.seen]),
      );
    const key = ['source'] as const;
    await upsert(knex, table, [], { key: [], merge: [] });
    await upsert(knex, table, [row('a'), row('b')], { key, merge: ['seen'] });
    await upsert(knex, table, [row('b', 2), row('c', 2)], {
      key,
      merge: ['seen'],
    });
    expect(await seen()).toEqual({ a: 1, b: 2, c: 2 });
    await upsert(knex, table, [row('c', 3), row('d', 3)], { key, merge: [] });
    expect(await seen()).toEqual({ a: 1, b: 2, c: 2, d: 3 });
  });

  it('a column that is the same in every row is merged, and may be SQL', async () => {
    const { knex, row, table } = await open();
    const write = (rows: object[], changed: Knex.Raw | number) =>
      upsert(knex, table, rows, {
        key: ['source'] as never[],
        merge: [],
        same: { changed },
      });
    const partOf = ({ changed: _, ...rest }: ReturnType<typeof row>) => rest;
    await write([row('a'), row('b')].map(partOf), 7);
    await write([partOf(row('b', 2))], knex.raw('4 + ?', [4]));
    expect(
      await knex(table).orderBy('source').select('source', 'seen', 'changed'),
    ).toEqual([
      { source: 'a', seen: 1, changed: 7 },
      { source: 'b', seen: 1, changed: 8 },
    ]);
  });

  it('many rows are the same within a transaction, and who listens hears of it', async () => {
    const { knex, row, table } = await open();
    await knex(table).insert([row('a'), row('b', 2)]);
    const asked: string[] = [];
    knex.on('query', ({ sql }) => asked.push(sql));
    const read = (db: Db) =>
      rowsOf(
        db,
        db(table)
          .select('source', 'seen', db.raw('null as empty'))
          .where(anyOf(db, 'source', ['b', 'c'])),
      );
    const rows = [{ source: 'b', seen: 2, empty: null }];
    expect(await read(knex)).toEqual(rows);
    expect(await knex.transaction(read)).toEqual(rows);
    expect(asked.filter(sql => sql.startsWith('select'))).toHaveLength(2);
  });

  it.each([
    ['50%', ['50%']],
    ['a_b', ['a_b']],
    ['c\\d', ['c\\d']],
    ['', ['50%', '500', 'a_b', 'axb', 'c\\d']],
  ])(
    'a text that contains %j is found as it is written',
    async (text, found) => {
      const { knex, row, table } = await open();
      await knex(table).insert(
        ['50%', '500', 'a_b', 'axb', 'c\\d'].map(source => row(source)),
      );
      const rows = await knex(table)
        .whereRaw(`source like ? escape '\\'`, [containing(text)])
        .orderBy('source')
        .pluck('source');
      expect([...rows].sort()).toEqual([...found].sort());
    },
  );
});
