import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service, team } from '../__testUtils__/entities';
import { createHarness, DAY, Harness, HOUR } from '../__testUtils__/harness';
import {
  namesOf,
  outcomesOf,
  reportOf,
  storyOf,
  writesDuring,
} from '../__testUtils__/observe';
import { push } from '../__testUtils__/push';
import { ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(120_000);

const databases = testDatabases();

const good = { entityRef: refOf('pay'), key: 'coverage', value: 90 };

describe.each(databases.eachSupportedId())('pushing facts on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await createHarness({
      knex,
      reliability: {
        ...only(ladder()),
        facts: { defaultTtl: 'P7D' },
      },
      entities: [team(), service('pay'), service('cart')],
    });
    await harness.services.sync.sweep();
    harness.clock.advance(HOUR);
  });

  const pushAll = (facts: readonly unknown[], source = 'ci') =>
    harness.services.facts.push({ source, facts }, mockCredentials.service());
  const at = (ago: number) => new Date(harness.clock.now - ago).toISOString();
  const stored = async (name = 'pay') =>
    (await harness.stores.facts.of(knex, [refOf(name)])).get(refOf(name)) ?? [];

  it('stores them and assesses the services that they are about', async () => {
    expect(await pushAll([good])).toEqual({
      stored: 1,
      unchanged: 0,
      rejected: 0,
      results: [{ index: 0, status: 'stored' }],
    });
    expect(await outcomesOf(harness, 'pay')).toMatchObject({ tested: 'pass' });
    expect(await namesOf(harness)).toEqual(['pay', 'cart']);
  });

  it.each([
    ['a short reference', 'component:pay'],
    ['capitals', 'Component:Default/PAY'],
  ])('finds a service by %s', async (_, entityRef) => {
    expect(await pushAll([{ ...good, entityRef }])).toMatchObject({
      stored: 1,
    });
    expect(await stored()).toHaveLength(1);
  });

  it('lands the good ones among bad ones, and says of each bad one what is wrong', async () => {
    const verdicts = await pushAll([
      good,
      null,
      { ...good, entityRef: refOf('nobody') },
      { ...good, entityRef: 'pay' },
      { ...good, entityRef: 'component:default/p\u0000y' },
      { ...good, key: 'with space' },
      { key: 'coverage', entityRef: refOf('pay') },
      { ...good, value: [[1]] },
      { ...good, at: 'yesterday' },
      { ...good, at: at(-HOUR) },
      { ...good, ttl: '3 days' },
      { ...good, ttl: 'P9999Y' },
      { ...good, ttl: 'P999999Y' },
      { ...good, color: 'red' },
      { ...good, entityRef: refOf('cart'), value: 10 },
    ]);
    expect(
      verdicts.results.map(({ index, status, reason }) =>
        [index, status, reason?.split(':')[0]].join(' ').trim(),
      ),
    ).toEqual([
      '0 stored',
      '1 rejected Invalid input',
      '2 rejected entityRef',
      '3 rejected entityRef',
      '4 rejected entityRef',
      '5 rejected key',
      '6 rejected value',
      '7 rejected value',
      '8 rejected at',
      '9 rejected at',
      '10 rejected ttl',
      '11 rejected ttl',
      '12 rejected ttl',
      '13 rejected Unrecognized key',
      '14 stored',
    ]);
    expect(verdicts).toMatchObject({ stored: 2, unchanged: 0, rejected: 13 });
    expect(await outcomesOf(harness, 'pay')).toMatchObject({ tested: 'pass' });
    expect(await outcomesOf(harness, 'cart')).toMatchObject({ tested: 'fail' });
  });

  it('changes nothing when the same request comes again', async () => {
    const facts = [
      { ...good, at: at(0) },
      { ...good, at: at(0), key: 'lint', value: { errors: 3, ok: false } },
    ];
    await pushAll(facts);
    const before = await stored();
    harness.clock.advance(HOUR);
    const writes = await writesDuring(knex, async () =>
      expect(await pushAll(facts)).toMatchObject({ stored: 0, unchanged: 2 }),
    );
    expect(writes).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('ignores an observation that is older than the one it has', async () => {
    await pushAll([{ ...good, at: at(0) }]);
    expect(
      await pushAll([
        { ...good, value: 10, at: at(HOUR) },
        { ...good, value: null, at: at(HOUR) },
      ]),
    ).toMatchObject({ unchanged: 2 });
    expect(await stored()).toMatchObject([{ value: 90 }]);
  });

  it.each([
    [
      'the newest',
      [
        { value: 10, ago: HOUR },
        { value: 20, ago: 0 },
        { value: 30, ago: DAY },
      ],
      20,
      1,
    ],
    [
      'the last of the newest',
      [
        { value: 10, ago: 0 },
        { value: 20, ago: 0 },
        { value: 30, ago: HOUR },
      ],
      20,
      1,
    ],
  ])('counts %s of several with one name', async (_, given, value, index) => {
    const reply = await pushAll(
      given.map(({ value: v, ago }) => ({ ...good, value: v, at: at(ago) })),
    );
    expect(reply).toMatchObject({ stored: 1, unchanged: 2, rejected: 0 });
    expect(reply.results[index]).toEqual({ index, status: 'stored' });
    expect(await stored()).toMatchObject([{ value }]);
  });

  it('takes a fact back, once', async () => {
    await pushAll([good, { ...good, key: 'lint', value: true }]);
    harness.clock.advance(HOUR);
    const nothing = { ...good, value: null };
    expect(await pushAll([nothing])).toMatchObject({ stored: 1 });
    expect(await stored()).toMatchObject([{ key: 'lint' }]);
    expect(await outcomesOf(harness, 'pay')).toMatchObject({
      tested: 'unknown',
    });
    expect(await pushAll([nothing])).toMatchObject({ unchanged: 1 });
    expect(await storyOf(harness, 'pay')).toHaveLength(3);
  });

  it('keeps facts of one name apart by source', async () => {
    await pushAll([good], 'ci');
    await pushAll([{ ...good, value: 1 }], 'nightly');
    expect(await stored()).toMatchObject([
      { source: 'ci', value: 90 },
      { source: 'nightly', value: 1 },
    ]);
  });

  it.each([
    ['as long as it says', { ttl: 'PT1H' }, HOUR],
    ['as long as is configured, when it says nothing', {}, 7 * DAY],
    [
      'counted from when it was observed',
      { ttl: 'P1D', ago: HOUR },
      DAY - HOUR,
    ],
    [
      'not at all, when it was observed too long ago',
      { ttl: 'PT1H', ago: 2 * HOUR },
      -HOUR,
    ],
  ])('lives %s', async (_, about, lifetime) => {
    const { ttl, ago = 0 } = about as { ttl?: string; ago?: number };
    await push(harness, 'pay', { coverage: 90 }, { at: at(ago), ttl });
    const [{ expiresAt }] = await stored();
    expect(expiresAt).toBe(harness.clock.now + lifetime);
    const { checks } = await reportOf(harness, 'pay');
    expect(checks[1].outcome).toBe(lifetime > 0 ? 'pass' : 'unknown');
  });

  it('may come from a clock that is a little ahead', async () => {
    const reply = await pushAll([{ ...good, at: at(-4 * 60_000) }]);
    expect(reply).toMatchObject({ stored: 1 });
  });

  it('are refused as a whole without the permission', async () => {
    harness.policy.denied.add('reliability.facts.push');
    await expect(pushAll([good])).rejects.toThrow(
      'You lack the permission reliability.facts.push',
    );
    expect(await stored()).toEqual([]);
  });

  it('may be none', async () => {
    expect(await pushAll([])).toEqual({
      stored: 0,
      unchanged: 0,
      rejected: 0,
      results: [],
    });
  });
});
