import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { DAY, HOUR, NOW } from '../__testUtils__/harness';
import { StoredShift, ShiftStore } from './ShiftStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const ID = 'main:schedule:P1';
const OTHER = 'main:schedule:P2';
const window = { from: NOW, to: NOW + 14 * DAY };
const always = { from: 0, to: NOW + 365 * DAY };

/** Hours from now. */
const shift = (
  person: string | null,
  from: number | null,
  to: number | null,
  parts: Partial<StoredShift> = {},
): StoredShift => ({
  start: from === null ? null : NOW + from * HOUR,
  end: to === null ? null : NOW + to * HOUR,
  level: 1,
  person,
  source: 'rotation',
  shadow: false,
  ...parts,
});

describe.each(databases.eachSupportedId())('shifts on %s', id => {
  const store = new ShiftStore();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const replace = (shifts: StoredShift[], from = window.from, of = ID) =>
    knex.transaction(tx =>
      store.replace(tx, of, shifts, { from, to: window.to }),
    );

  /** `person from–to` in hours from now, in the order of their beginnings. */
  const lines = async (of = ID, during = always) => {
    const rows = await store.of(knex, [of], during);
    const hours = (time: Date | number | null) =>
      time === null ? '' : String((new Date(time).getTime() - NOW) / HOUR);
    return rows
      .map(
        row =>
          `${row.responder_id} ${hours(row.start_at)}–${hours(row.end_at)}`,
      )
      .sort();
  };

  it.each<[string, StoredShift[], StoredShift[], string[]]>([
    [
      'what is ahead is replaced',
      [shift('a', 1, 2), shift('b', 2, 3)],
      [shift('c', 1, 4)],
      ['c 1–4'],
    ],
    [
      'what is over stays, whatever is said now',
      [shift('a', -5, -4), shift('b', 1, 2)],
      [shift('c', -5, -4)],
      ['a -5–-4'],
    ],
    [
      'one that a provider cuts to the window keeps its beginning',
      [shift('a', -30, 10)],
      [shift('a', 0, 10)],
      ['a -30–10'],
    ],
    [
      'one that is always there stays so',
      [shift('a', null, null)],
      [shift('a', null, null)],
      ['a –'],
    ],
    [
      'one that is not planned any more ended now',
      [shift('a', -30, 10)],
      [],
      ['a -30–0'],
    ],
    [
      'and whoever takes over begins now, whatever is said of the past',
      [shift('a', -30, 10)],
      [shift('b', -30, 10)],
      ['a -30–0', 'b 0–10'],
    ],
    [
      'the same person at another level is another shift',
      [shift('a', -30, 10)],
      [shift('a', -30, 10, { level: 2 })],
      ['a -30–0', 'a 0–10'],
    ],
    [
      'of a rotation that is new everything is kept',
      [],
      [shift('a', -30, 10), shift('b', null, 5)],
      ['a -30–10', 'b –5'],
    ],
  ])('%s', async (_, before, after, expected) => {
    if (before.length > 0) await replace(before, NOW - 40 * HOUR);
    await replace(after);
    expect(await lines()).toEqual(expected);
  });

  it('grow no further when the same is read every hour', async () => {
    for (let hour = 0; hour < 10; hour++) {
      const from = NOW + hour * HOUR;
      await replace([shift('a', Math.max(-30, hour), 20)], from);
    }
    expect(await lines()).toEqual(['a 0–20']);
  });

  it('of other rotations stay', async () => {
    await replace([shift('a', 1, 2)], NOW, OTHER);
    await replace([shift('b', 1, 2)]);
    await replace([]);
    expect(await lines(OTHER)).toEqual(['a 1–2']);
  });

  it('are found by a time that they touch', async () => {
    await replace([
      shift('a', 1, 2),
      shift('b', 2, 3),
      shift('c', 3, 4),
      shift('d', null, null),
      shift(null, 2, 3),
    ]);
    const during = { from: NOW + 2 * HOUR, to: NOW + 3 * HOUR };
    expect(await lines(ID, during)).toEqual(['b 2–3', 'd –', 'null 2–3']);
  });

  it('are removed when they are over for long', async () => {
    await replace(
      [shift('a', -100, -90), shift('b', -20, -10), shift('c', null, null)],
      NOW - 200 * HOUR,
    );
    expect(await store.prune(knex, NOW - DAY)).toBe(1);
    expect(await lines()).toEqual(['b -20–-10', 'c –']);
  });
});
