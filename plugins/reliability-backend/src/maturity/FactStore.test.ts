import { FactValue } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { manyNames, refOf } from '../__testUtils__/entities';
import { DAY, HOUR, NOW } from '../__testUtils__/harness';
import { FactStore, FactWrite, isNews } from './FactStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const PAY = refOf('pay');

const fact = (changed: Partial<FactWrite> = {}): FactWrite => ({
  entityRef: PAY,
  source: 'ci',
  key: 'coverage',
  value: 80,
  at: NOW,
  expiresAt: NOW + DAY,
  ...changed,
});

const stored = ({ entityRef: _, ...rest }: FactWrite) => ({
  ...rest,
  value: rest.value as FactValue,
});

describe('what brings news', () => {
  const known = stored(fact());
  it.each([
    ['the first observation does', fact(), undefined, true],
    [
      'nothing to take back does not',
      fact({ value: undefined }),
      undefined,
      false,
    ],
    ['the same again does not', fact(), known, false],
    [
      'an older one does not, whatever it says',
      fact({ at: NOW - 1, value: 10 }),
      known,
      false,
    ],
    [
      'an older one that takes it back does not',
      fact({ at: NOW - 1, value: undefined }),
      known,
      false,
    ],
    [
      'a newer one does, even with the same value',
      fact({ at: NOW + 1 }),
      known,
      true,
    ],
    ['another value of the same time does', fact({ value: 81 }), known, true],
    [
      'another time to live of the same time does',
      fact({ expiresAt: NOW + HOUR }),
      known,
      true,
    ],
    [
      'taking it back at the same time does',
      fact({ value: undefined }),
      known,
      true,
    ],
    [
      'the same map with its keys in another order does not',
      fact({ value: { b: 1, a: [true] } }),
      stored(fact({ value: { a: [true], b: 1 } })),
      false,
    ],
    ['a number that became a text does', fact({ value: '80' }), known, true],
  ])('%s', (_, write, before, expected) => {
    expect(isNews(write, before)).toBe(expected);
  });
});

describe.each(databases.eachSupportedId())('pushed facts on %s', id => {
  const store = new FactStore();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  it.each<[string, FactValue]>([
    ['a text', "with “quotes”, ' and \\ and % and \u0000"],
    ['an empty text', ''],
    ['a number', 0.1],
    ['no', false],
    ['a list', ['a', 1, true]],
    ['a map', { 'a.b': 1, c: 'd' }],
  ])('give back %s', async (_, value) => {
    await store.save(knex, [fact({ value })]);
    expect((await store.of(knex, [PAY])).get(PAY)).toEqual([
      stored(fact({ value })),
    ]);
  });

  it('may never go stale', async () => {
    await store.save(knex, [fact({ expiresAt: undefined })]);
    const [read] = (await store.of(knex, [PAY])).get(PAY)!;
    expect(read.expiresAt).toBeUndefined();
  });

  it('are replaced by name, and taken back', async () => {
    await store.save(knex, [
      fact(),
      fact({ key: 'lint' }),
      fact({ source: 'scan' }),
    ]);
    await store.save(knex, [
      fact({ value: 90, at: NOW + 1 }),
      fact({ key: 'lint', value: undefined }),
    ]);
    expect((await store.of(knex, [PAY])).get(PAY)).toEqual([
      stored(fact({ value: 90, at: NOW + 1 })),
      stored(fact({ source: 'scan' })),
    ]);
  });

  it('are listed by service, in the order of their names, of one source or of all', async () => {
    const cart = refOf('cart');
    await store.save(knex, [
      fact({ source: 'scan', key: 'a' }),
      fact({ source: 'ci', key: 'b' }),
      fact({ source: 'ci', key: 'a' }),
      fact({ entityRef: cart }),
    ]);
    const names = async (refs: string[], source?: string) =>
      [...(await store.of(knex, refs, source))].map(([ref, facts]) => [
        ref,
        facts.map(({ source: s, key }) => `${s}/${key}`),
      ]);
    expect(await names([PAY, cart])).toEqual([
      [cart, ['ci/coverage']],
      [PAY, ['ci/a', 'ci/b', 'scan/a']],
    ]);
    expect(await names([PAY], 'scan')).toEqual([[PAY, ['scan/a']]]);
    expect(await names([])).toEqual([]);
  });

  it('are written by the thousand', async () => {
    const writes = manyNames(3000).map(name =>
      fact({ entityRef: refOf(name) }),
    );
    await store.save(knex, writes);
    await store.save(knex, writes);
    expect(await knex('reliability_facts')).toHaveLength(3000);
  });
});
