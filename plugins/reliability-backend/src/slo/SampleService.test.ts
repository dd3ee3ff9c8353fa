import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  postgresOf,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';
import {
  loadedOf,
  objectiveOf,
  putSlos,
  ratioOf,
  sloOf,
} from '../__testUtils__/sloSubjects';

jest.setTimeout(60_000);

const databases = testDatabases();
const machine = mockCredentials.service();
const SLO = 'component~default~best~delivered';
const OTHER = 'component~default~best~fast';

const iso = (time: number) => new Date(time).toISOString();

/** A sample of an hour that ended so many hours before now, with some of it changed. */
const sample = (hours: number, changed: object = {}) => ({
  entityRef: refOf('best'),
  slo: 'delivered',
  start: iso(NOW - (hours + 1) * HOUR),
  end: iso(NOW - hours * HOUR),
  bad: 1,
  total: 100,
  ...changed,
});

describe.each(databases.eachSupportedId())('samples pushed to %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    await putSlos(knex, [
      loadedOf('best', sloOf('delivered')),
      loadedOf(
        'best',
        sloOf('fast', { objectives: [objectiveOf(ratioOf('prom'))] }),
      ),
    ]);
  });

  const push = (samples: unknown[], source = 'nightly') =>
    harness.services.sloSamples.push({ source, samples }, machine);
  const stored = () =>
    knex('reliability_slo_samples')
      .orderBy(['source', 'start_at'])
      .select('source', 'good', 'bad', 'total');
  const reasonOf = async (one: unknown) => {
    const { results } = await push([one]);
    return results[0].reason ?? results[0].status;
  };

  it('lands the good ones beside bad ones, each with its verdict', async () => {
    expect(await push([sample(2), { slo: 'x' }, sample(1), 7])).toMatchObject({
      stored: 2,
      unchanged: 0,
      rejected: 2,
      results: [
        { index: 0, status: 'stored' },
        { index: 1, status: 'rejected', reason: expect.any(String) },
        { index: 2, status: 'stored' },
        { index: 3, status: 'rejected', reason: expect.any(String) },
      ],
    });
    expect(await stored()).toEqual([
      { source: 'nightly', good: 99, bad: 1, total: 100 },
      { source: 'nightly', good: 99, bad: 1, total: 100 },
    ]);
  });

  it('changes nothing when the same comes again', async () => {
    await push([sample(1), sample(2)]);
    expect(await push([sample(1), sample(2)])).toMatchObject({ unchanged: 2 });
  });

  it('replaces what has the same SLO, source and time', async () => {
    await push([sample(1)]);
    const again = await push([sample(1, { bad: 5 })]);
    expect(again).toMatchObject({ stored: 1 });
    expect(await stored()).toEqual([
      { source: 'nightly', good: 95, bad: 5, total: 100 },
    ]);
  });

  it('keeps the last of one request with the same time', async () => {
    await push([sample(1), sample(1, { bad: 7 })]);
    expect(await stored()).toMatchObject([{ bad: 7 }]);
  });

  it('takes the same time from another source', async () => {
    await push([sample(1)]);
    expect(await push([sample(1)], 'other')).toMatchObject({ stored: 1 });
    expect(await stored()).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['good and total', { bad: undefined, good: 99 }],
    ['good and bad', { total: undefined, good: 99 }],
    ['all three that agree', { good: 99 }],
    ['fractions that add up nearly', { good: 0.1, bad: 0.2, total: 0.3 }],
    ['nothing that happened', { bad: 0, total: 0 }],
    ['a reference that is written otherwise', { entityRef: 'Component:BEST' }],
    ['a time in another zone', { end: '2026-11-20T12:00:00+01:00' }],
    [
      'a clock that is minutes ahead',
      { start: iso(NOW), end: iso(NOW + 4 * MINUTE) },
    ],
    ['a whole day', { start: iso(NOW - 25 * HOUR) }],
  ])('takes %s', async (_, changed) => {
    expect(await reasonOf(sample(1, changed))).toBe('stored');
  });

  it.each<[string, object, RegExp]>([
    ['only one count', { total: undefined }, /^expected two of good, bad and/],
    [
      'counts that do not agree',
      { good: 98 },
      /^total: 100 is not good \+ bad/,
    ],
    ['more bad than all', { bad: 101 }, /^bad: 101 is more than total 100/],
    [
      'more good than all',
      { bad: undefined, good: 101 },
      /^good: 101 is more than total 100/,
    ],
    ['a count below nothing', { bad: -1 }, /^bad: /],
    ['a count that is no number', { bad: '1' }, /^bad: /],
    [
      'a count beyond all numbers',
      { total: 1e300 },
      /^total: expected at most/,
    ],
    ['a member too many', { who: 'me' }, /"who"/],
    ['a time without a zone', { end: '2026-11-20T11:00:00' }, /^end: .*zone/],
    ['an end that is the start', { end: iso(NOW - 2 * HOUR) }, /^end: .*after/],
    [
      'more than a day',
      { start: iso(NOW - 25 * HOUR - 1) },
      /^end: .*at most one day/,
    ],
    [
      'the future',
      { start: iso(NOW), end: iso(NOW + 6 * MINUTE) },
      /^end: .* is in the future/,
    ],
    [
      'a time that is not kept any more',
      { start: iso(NOW - 401 * DAY), end: iso(NOW - 401 * DAY + 1) },
      /^start: .* are not kept/,
    ],
    ['a year before all years', { start: '0000-01-01T00:00:00Z' }, /^end: /],
    ['no reference', { entityRef: 'best' }, /^entityRef: expected a reference/],
    ['a NUL', { entityRef: 'component:a\0' }, /^entityRef: /],
    ['a NUL in the SLO', { slo: 'a\0' }, /^slo: holds a NUL/],
    [
      'no service',
      { entityRef: refOf('never') },
      /^entityRef: component:default\/never is not a service/,
    ],
    [
      'an SLO that is none',
      { slo: 'never' },
      /^slo: component:default\/best has no SLO "never"/,
    ],
    [
      'an SLO that is measured elsewhere',
      { slo: 'fast' },
      /^slo: "fast" is measured by the source "prom"/,
    ],
  ])('rejects %s', async (_, changed, reason) => {
    expect(await reasonOf(sample(1, changed))).toMatch(reason);
    expect(await stored()).toEqual([]);
  });

  describe('rejects what overlaps a sample of the same source:', () => {
    const between = (from: number, to: number) =>
      sample(0, { start: iso(NOW - from), end: iso(NOW - to) });

    it.each<[string, object, 'rejected' | 'stored']>([
      ['its end', between(3.5 * HOUR, 2.5 * HOUR), 'rejected'],
      ['its start', between(2.5 * HOUR, 1.5 * HOUR), 'rejected'],
      ['its middle', between(2.6 * HOUR, 2.4 * HOUR), 'rejected'],
      ['all of it', between(4 * HOUR, HOUR), 'rejected'],
      ['the same start', between(3 * HOUR, HOUR), 'rejected'],
      ['the same end', between(4 * HOUR, 2 * HOUR), 'rejected'],
      ['not what ends where it starts', between(4 * HOUR, 3 * HOUR), 'stored'],
      ['not what starts where it ends', between(2 * HOUR, HOUR), 'stored'],
    ])('%s', async (_, other, status) => {
      await push([sample(2)]);
      const { results } = await push([other]);
      expect(results[0].status).toBe(status);
      // The same two in one request are told the same.
      await knex('reliability_slo_samples').delete();
      const both = await push([sample(2), other]);
      expect(both.results.map(result => result.status)).toEqual([
        'stored',
        status,
      ]);
    });

    it('says with which', async () => {
      await push([sample(2)]);
      expect(await reasonOf(between(4 * HOUR, HOUR))).toBe(
        'start: overlaps the sample of 2026-11-20T09:00:00.000Z to 2026-11-20T10:00:00.000Z from the same source',
      );
    });

    it('although it reaches into a stretch that is far from others', async () => {
      await push([sample(2, { start: iso(NOW - 26 * HOUR) })]);
      const { rejected } = await push([
        between(20 * DAY, 20 * DAY - HOUR),
        between(3 * HOUR, 2.5 * HOUR),
      ]);
      expect(rejected).toBe(1);
    });
  });

  it('has the SLO evaluated soon, and no other', async () => {
    const later = new Date(NOW + HOUR);
    await knex('reliability_slo_states').update({ next_try_at: later });
    await push([sample(1), sample(1, { slo: 'fast' })]);
    const states = await harness.stores.sloStates.of(knex, [SLO, OTHER]);
    expect(states.get(SLO)?.nextTryAt).toBe(NOW);
    expect(states.get(OTHER)?.nextTryAt).toBe(NOW + HOUR);
  });

  it('takes ten thousand at once, and again', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      sample(0, {
        start: iso(NOW - (index + 1) * MINUTE),
        end: iso(NOW - index * MINUTE),
      }),
    );
    const started = performance.now();
    expect(await push(many)).toMatchObject({ stored: 10_000 });
    expect(await push(many)).toMatchObject({ unchanged: 10_000 });
    // Slow machines run this too; one statement for each sample would take far longer.
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('takes samples from machines that may push only', async () => {
    harness.policy.denied.add('reliability.slo.push');
    await expect(push([sample(1)])).rejects.toThrow(
      'You lack the permission reliability.slo.push',
    );
  });
});

(postgresOf(databases).length > 0 ? describe : describe.skip)(
  'two pushes at once on PostgreSQL',
  () => {
    it('land once, and never overlap', async () => {
      const knex = await openTestDatabase(databases, 'POSTGRES_18');
      await emptyDatabase(knex);
      const harness = await openRankedPortal(knex);
      await putSlos(knex, [loadedOf('best', sloOf('delivered'))]);
      const shifted = sample(1, { start: iso(NOW - 1.5 * HOUR) });
      const replies = await Promise.all(
        [sample(1), shifted, sample(1), shifted].map(one =>
          harness.services.sloSamples.push(
            { source: 'nightly', samples: [one] },
            machine,
          ),
        ),
      );
      const statuses = replies.flatMap(({ results }) =>
        results.map(({ status }) => status),
      );
      expect(statuses.filter(status => status === 'stored')).toHaveLength(1);
      expect(await knex('reliability_slo_samples')).toHaveLength(1);
    });
  },
);
