import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { letterPairs, openPortal, passDay } from '../../__testUtils__/changes';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf, service, team, tiered } from '../../__testUtils__/entities';
import { createHarness, DAY, Harness, HOUR } from '../../__testUtils__/harness';
import { stepsOf } from '../../__testUtils__/observe';
import { push } from '../../__testUtils__/push';
import { check, ladder, only } from '../../__testUtils__/scorecards';
import { outcomeOfLetter } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { letterOf } from '../reportRow';

jest.setTimeout(60_000);

const databases = testDatabases();
const PAY = refOf('pay');
const user = mockCredentials.user();

const weighted = (weight: number): JsonObject =>
  ladder({
    checks: [
      check('owned', { pass: 'entity.ownerExists' }),
      check('tested', {
        level: 'silver',
        weight,
        pass: 'facts["ci/coverage"] >= 80.0',
      }),
    ],
  });

it.each(letterPairs)('%s is written as the core reads it', outcome => {
  expect(outcomeOfLetter(letterOf(outcome))).toBe(outcome);
});

describe.each(databases.eachSupportedId())(
  'a service in the past on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(() => emptyDatabase(knex));

    const api = (harness: Harness) =>
      harness.services.programme.changes.serviceChanges;
    const asOf = (harness: Harness, day: string) =>
      api(harness).asOf(PAY, { day }, user);
    const compare = (harness: Harness, from: string, to?: string) =>
      api(harness).compare(PAY, { from, to }, user);

    const start = (reliability = only(ladder())) =>
      openPortal(knex, reliability, [team(), tiered('pay', 'tier-1')]);

    it('is what was stored on each day, today the report', async () => {
      const harness = await start();
      const stored: [string, string, number][] = [];
      for (const coverage of [90, 10, 85, 85]) {
        await push(harness, 'pay', { coverage });
        const { items } = await harness.services.ranking
          .list({ orderBy: 'rank', order: 'asc', limit: 5 }, user)
          .then(reply => reply.parse());
        const day = new Date(harness.clock.now).toISOString().slice(0, 10);
        stored.push([day, items[0].level.id, items[0].score]);
        await passDay(harness);
      }
      for (const [day, level, score] of stored) {
        expect(await asOf(harness, day)).toMatchObject({
          day,
          from: 'snapshot',
          state: { score, level: { id: level }, tier: 'tier-1' },
        });
      }
      expect(await asOf(harness, '2026-11-21')).toMatchObject({
        state: {
          owner: 'group:default/team-pay',
          checks: [
            { id: 'owned', outcome: 'pass' },
            { id: 'tested', title: 'Check tested', outcome: 'fail' },
          ],
        },
      });
      expect(await asOf(harness, '2026-11-24')).toMatchObject({
        from: 'report',
        state: { score: 1000 },
      });
    });

    it('of a day on which the portal was down is what the last step says; before the first one there is nothing', async () => {
      const harness = await start();
      await push(harness, 'pay', { coverage: 10 });
      harness.clock.advance(3 * DAY);
      await passDay(harness);
      expect(await asOf(harness, '2026-11-21')).toMatchObject({
        from: 'steps',
        state: {
          score: 500,
          level: { id: 'bronze', index: 0 },
          tier: null,
          checks: null,
        },
      });
      expect(await asOf(harness, '2026-11-19')).toMatchObject({
        from: 'none',
        state: null,
      });
      expect((await compare(harness, '2026-11-19')).difference).toBeNull();
    });

    it.each<[string, string, RegExp]>([
      ['tomorrow', '2026-11-21', /^day: 2026-11-21 is in the future/],
      ['before anything is kept', '2020-01-01', /^day: .* the first day is 20/],
    ])('of %s is refused', async (_, day, message) => {
      const harness = await start();
      await expect(asOf(harness, day)).rejects.toThrow(message);
    });

    it.each<[string, string, string, RegExp]>([
      [
        'a day with itself',
        '2026-11-20',
        '2026-11-20',
        /^from: expected a day/,
      ],
      ['with tomorrow', '2026-11-19', '2026-11-21', /^to: .* in the future/],
    ])('compares no %s', async (_, from, to, message) => {
      const harness = await start();
      await expect(compare(harness, from, to)).rejects.toThrow(message);
    });

    it('is not told to those who may not see it', async () => {
      const harness = await start();
      harness.policy.readable = 'none';
      await expect(asOf(harness, '2026-11-20')).rejects.toThrow(
        /is not a service/,
      );
      await expect(compare(harness, '2026-11-19')).rejects.toThrow(
        /is not a service/,
      );
    });

    it('a check that failed names the source that brought it, with its values', async () => {
      const harness = await start();
      await push(harness, 'pay', { coverage: 90 });
      await passDay(harness);
      await push(harness, 'pay', { coverage: 10 });
      expect(await compare(harness, '2026-11-20')).toMatchObject({
        before: { from: 'snapshot', state: { score: 1000 } },
        after: { from: 'report', day: '2026-11-21', state: { score: 500 } },
        difference: {
          score: -500,
          points: { service: -500, rule: 0, data: 0, unexplained: 0 },
          level: { direction: 'down', cause: 'service' },
          flips: [
            {
              check: 'tested',
              from: 'pass',
              to: 'fail',
              cause: 'service',
              by: 'source:facts/ci',
              at: '2026-11-21T12:00:00.000Z',
              facts: [{ before: 90, after: 10, source: 'ci' }],
            },
          ],
        },
      });
    });

    it('a step after the snapshot of a day lies between that day and the next', async () => {
      const harness = await start();
      await push(harness, 'pay', { coverage: 90 });
      await harness.services.tasks.snapshot();
      harness.clock.advance(HOUR);
      await push(harness, 'pay', { coverage: 10 });
      harness.clock.advance(DAY - HOUR);
      await harness.services.tasks.snapshot();
      expect(await compare(harness, '2026-11-20')).toMatchObject({
        difference: { flips: [{ cause: 'service', by: 'source:facts/ci' }] },
      });
    });

    it('data that went stale and a weight that rose are told apart, each by whom', async () => {
      const first = await start();
      await push(first, 'pay', { coverage: 90 }, { ttl: 'P1D' });
      await passDay(first);
      await first.services.tasks.reassessDue();
      const harness = await first.restart(only(weighted(3)));
      await harness.services.tasks.reassessDue();
      const { difference } = await compare(harness, '2026-11-20');
      // From 1000 to 500 by the data and to 250 by the weight; the other way round to 1000 and 250.
      expect(difference).toMatchObject({
        score: -750,
        points: { service: 0, rule: -125, data: -625, unexplained: 0 },
        level: { direction: 'down', cause: 'data' },
        flips: [{ check: 'tested', cause: 'data', by: 'source:clock' }],
      });
      expect((await stepsOf(harness, 'pay')).map(({ by }) => by)).toEqual([
        'source:catalog',
        'source:facts/ci',
        'source:clock',
        'source:configuration',
      ]);
    });

    it('a tier that somebody set names that person', async () => {
      const harness = await start(
        only(
          ladder({
            checks: [
              check('owned', { pass: 'entity.ownerExists' }),
              check('critical', { level: 'silver', pass: 'tier.rank > 0' }),
            ],
          }),
        ),
      );
      await passDay(harness);
      await harness.services.tiers.override(
        PAY,
        { tier: 'tier-0', reason: 'Takes money' },
        mockCredentials.user('user:default/ada'),
      );
      expect(await compare(harness, '2026-11-20')).toMatchObject({
        difference: {
          level: { direction: 'down', cause: 'service' },
          flips: [{ check: 'critical', by: 'user:default/ada' }],
        },
      });
    });

    it('a day from before outcomes were kept is told by the steps', async () => {
      const harness = await start();
      await push(harness, 'pay', { coverage: 90 });
      await passDay(harness);
      await knex('reliability_daily').update({
        scorecard_hash: null,
        outcomes: null,
        assessed_at: null,
      });
      await push(harness, 'pay', { coverage: 10 });
      expect(await asOf(harness, '2026-11-20')).toMatchObject({
        state: { score: 1000, checks: null },
      });
      expect(await compare(harness, '2026-11-20')).toMatchObject({
        difference: { points: { service: -500, unexplained: 0 } },
      });
    });

    it('that came today has no past', async () => {
      const harness = await createHarness({
        knex,
        reliability: only(ladder()),
        entities: [team(), service('old')],
      });
      await harness.services.sync.sweep();
      await passDay(harness);
      harness.catalog.put(service('pay'));
      await harness.services.sync.sweep();
      expect(await asOf(harness, '2026-11-20')).toMatchObject({ from: 'none' });
    });
  },
);
