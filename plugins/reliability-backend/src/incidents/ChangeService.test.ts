import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

const iso = (at: number) => new Date(at).toISOString();

const change = (changed: object = {}) => ({
  id: '42',
  entityRef: refOf('best'),
  at: iso(NOW - HOUR),
  title: 'v1.2.3',
  ...changed,
});

describe.each(databases.eachSupportedId())('changes on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  const push = (...changes: unknown[]) =>
    harness.services.changes.push(
      { source: 'ci', changes },
      mockCredentials.service('external:ci'),
    );
  const stored = (range = { from: 0, to: NOW + DAY }) =>
    harness.stores.changes.between(
      knex,
      [refOf('best'), refOf('good')],
      range,
      10,
    );

  it('are stored once, however often they come', async () => {
    expect(await push(change())).toEqual({
      stored: 1,
      unchanged: 0,
      rejected: [],
    });
    expect(await push(change())).toMatchObject({ stored: 0, unchanged: 1 });
    expect(await push(change({ title: 'v1.2.4' }))).toMatchObject({
      stored: 1,
    });
    expect(await stored()).toEqual([
      {
        source: 'ci',
        id: '42',
        entityRef: refOf('best'),
        at: NOW - HOUR,
        kind: 'deploy',
        title: 'v1.2.4',
        url: null,
      },
    ]);
  });

  it('of one id and service in one push are the last of them', async () => {
    const pushed = await push(
      change({ title: 'first' }),
      change({ entityRef: 'component:good' }),
      change({ title: 'last' }),
    );
    expect(pushed).toMatchObject({ stored: 2, unchanged: 1 });
    expect((await stored()).map(({ title }) => title).sort()).toEqual([
      'last',
      'v1.2.3',
    ]);
  });

  it.each<[string, object | number, RegExp]>([
    ['what is none', 7, /expected object/],
    ['no id', change({ id: '' }), /^id: /],
    [
      'a reference that is none',
      change({ entityRef: 'best' }),
      /^entityRef: expected a reference/,
    ],
    [
      'a service that is none',
      change({ entityRef: refOf('x') }),
      /^entityRef: component:default\/x is not a service/,
    ],
    [
      'the future',
      change({ at: iso(NOW + 10 * MINUTE) }),
      /^at: .* is in the future/,
    ],
    [
      'what would be forgotten at once',
      change({ at: iso(NOW - 1100 * DAY) }),
      /^at: expected a time after/,
    ],
    ['a link that is none', change({ url: 'ftp://x' }), /^url: /],
    ['a NUL', change({ title: 'a\0' }), /^change: holds a NUL/],
  ])('refuse %s and keep the others', async (_, wrong, reason) => {
    expect(await push(wrong, change())).toEqual({
      stored: 1,
      unchanged: 0,
      rejected: [{ index: 0, reason: expect.stringMatching(reason) }],
    });
  });

  it('are read from a time on, the newest first, and forgotten', async () => {
    await push(
      change({ id: 'a', at: iso(NOW - 3 * HOUR) }),
      change({ id: 'b', at: iso(NOW - 2 * HOUR) }),
      change({ id: 'c', at: iso(NOW - HOUR) }),
    );
    const range = { from: NOW - 3 * HOUR, to: NOW - HOUR };
    expect((await stored(range)).map(({ id: each }) => each)).toEqual([
      'b',
      'a',
    ]);
    expect(await harness.stores.changes.prune(knex, NOW - 2 * HOUR)).toBe(1);
    expect(await stored()).toHaveLength(2);
  });

  it('are pushed by those who may', async () => {
    harness.policy.denied.add('reliability.changes.push');
    await expect(push(change())).rejects.toThrow(
      /lack the permission reliability.changes.push/,
    );
  });
});
