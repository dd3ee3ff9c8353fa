import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  postgresOf,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, NOW } from '../__testUtils__/harness';
import { openSloPortal, PUSHED_ID } from '../__testUtils__/sloPortal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const iso = (time: number) => new Date(time).toISOString();
const correction = (from: number, to: number) => ({
  from: iso(NOW - from),
  to: iso(NOW - to),
  reason: 'The supplier moved',
});

describe.each(databases.eachSupportedId())('corrections on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openSloPortal(knex);
    // Of 1,000 events in three hours 100 were bad, all in the middle hour.
    await harness.services.sloSamples.push(
      {
        source: 'nightly',
        samples: [4, 3, 2].map(hour => ({
          entityRef: refOf('best'),
          slo: 'letters',
          start: iso(NOW - hour * HOUR),
          end: iso(NOW - (hour - 1) * HOUR),
          bad: hour === 3 ? 100 : 0,
          total: hour === 3 ? 200 : 400,
        })),
      },
      mockCredentials.service(),
    );
    await harness.services.slo.sloEvaluator.evaluateNow([PUSHED_ID]);
  });

  const add = (from: number, to: number) =>
    harness.services.sloCorrections.add(PUSHED_ID, correction(from, to), user);
  const remove = (correctionId: string) =>
    harness.services.sloCorrections.remove(PUSHED_ID, correctionId, user);
  const get = () => harness.services.slos.get(PUSHED_ID, user);
  const rows = () => knex('reliability_slo_corrections');

  it('takes the time out at once, and shows both numbers', async () => {
    const before = await get();
    expect([before.status, before.sli]).toEqual(['breached', 0.9]);
    const { slo } = await add(3 * HOUR, 2 * HOUR);
    expect([slo.sli, slo.remaining]).toEqual([1, 1]);
    expect(slo.flags).toContain('corrected');
    expect(slo.evaluations[0].uncorrected?.sli).toBe(0.9);
    expect(slo.corrections).toEqual([
      {
        id: expect.any(String),
        from: iso(NOW - 3 * HOUR),
        to: iso(NOW - 2 * HOUR),
        reason: 'The supplier moved',
        by: 'user:default/mock',
        at: iso(NOW),
      },
    ]);
  });

  it('answers the same again as before', async () => {
    const first = await add(3 * HOUR, 2 * HOUR);
    expect(await add(3 * HOUR, 2 * HOUR)).toEqual(first);
    expect(await rows()).toHaveLength(1);
  });

  it('puts the time back and remembers who did', async () => {
    const { slo } = await add(3 * HOUR, 2 * HOUR);
    const [{ id: correctionId }] = slo.corrections;
    harness.clock.advance(HOUR);
    const reply = await remove(correctionId);
    expect(reply.slo).toMatchObject({ sli: 0.9, corrections: [] });
    expect(await rows()).toMatchObject([{ removed_by: 'user:default/mock' }]);
    await expect(remove(correctionId)).rejects.toThrow(/no correction/);
    // What was put back can be taken out again.
    expect((await add(3 * HOUR, 2 * HOUR)).slo.sli).toBe(1);
    expect(await rows()).toHaveLength(2);
  });

  it('has the days computed again that it touches', async () => {
    const day = (name: string) => ({
      slo_id: PUSHED_ID,
      objective_id: '1',
      day: name,
      corrected: false,
      warnings: '[]',
      evaluated_at: new Date(NOW),
      definition_hash: 'h',
      closed: true,
    });
    await knex('reliability_slo_days').insert([
      day('2026-11-17'),
      day('2026-11-18'),
      day('2026-11-19'),
    ]);
    await add(2 * DAY, 2 * DAY - HOUR);
    const closed = await knex('reliability_slo_days')
      .orderBy('day')
      .pluck('closed');
    expect(closed.map(Boolean)).toEqual([true, false, false]);
  });

  it.each<[string, number, number, RegExp]>([
    ['longer than 90 days', 91 * DAY, 0, /^to: .* at most 90 days/],
    ['a year ahead', -366 * DAY, -367 * DAY, /^to: .* next year/],
  ])('refuses one that is %s', async (_name, from, to, message) => {
    await expect(add(from, to)).rejects.toThrow(message);
    expect(await rows()).toEqual([]);
  });

  it('takes one that is planned, and goes on without new numbers', async () => {
    const { slo } = await add(-DAY, -2 * DAY);
    expect(slo.sli).toBe(0.9);
    expect(slo.corrections).toHaveLength(1);
  });

  it('refuses one too many', async () => {
    await knex('reliability_slo_corrections').insert(
      Array.from({ length: 100 }, (_unused, index) => ({
        id: `c${index}`,
        slo_id: PUSHED_ID,
        from_at: new Date(NOW - DAY - index),
        to_at: new Date(NOW - DAY),
        reason: 'r',
        created_by: 'u',
        created_at: new Date(NOW),
      })),
    );
    await expect(add(HOUR, 0)).rejects.toThrow(/at most 100 corrections/);
  });

  it('is for those who may correct, and may see the service', async () => {
    expect((await get()).mayCorrect).toBe(true);
    harness.policy.denied.add('reliability.slo.correct');
    expect((await get()).mayCorrect).toBe(false);
    await expect(add(HOUR, 0)).rejects.toThrow(
      'You lack the permission reliability.slo.correct on component:default/best',
    );
    harness.policy.readable = [refOf('good')];
    await expect(add(HOUR, 0)).rejects.toThrow(/There is no SLO/);
  });
});

(postgresOf(databases).length > 0 ? describe : describe.skip)(
  'the same correction twice on PostgreSQL',
  () => {
    it('is stored once', async () => {
      const knex = await openTestDatabase(databases, 'POSTGRES_18');
      await emptyDatabase(knex);
      const { services } = await openSloPortal(knex);
      const replies = await Promise.all(
        [1, 2, 3].map(() =>
          services.sloCorrections.add(PUSHED_ID, correction(HOUR, 0), user),
        ),
      );
      const ids = replies.flatMap(({ slo }) => slo.corrections.map(c => c.id));
      expect(new Set(ids).size).toBe(1);
      expect(await knex('reliability_slo_corrections')).toHaveLength(1);
    });
  },
);
