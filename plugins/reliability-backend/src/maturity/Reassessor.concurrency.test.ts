import {
  openTestDatabase,
  postgresOf,
  testDatabases,
  waitForLocks,
} from '../__testUtils__/databases';
import { refOf, service, team } from '../__testUtils__/entities';
import { createHarness, Harness, NOW } from '../__testUtils__/harness';
import { outcomesOf, stepsOf, writesDuring } from '../__testUtils__/observe';
import { push } from '../__testUtils__/push';
import { check, ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(120_000);

const databases = testDatabases();

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const reliability = only(
  ladder({
    levels: [{ id: 'bronze', name: 'Bronze' }],
    checks: KEYS.map(key => check(key, { pass: `facts["ci/${key}"] == 1` })),
  }),
);

// SQLite lets one transaction at a time in, so there is nothing to test there.
(postgresOf(databases).length > 0 ? describe : describe.skip)(
  'on PostgreSQL',
  () => {
    let harness: Harness;

    beforeEach(async () => {
      harness = await createHarness({
        knex: await openTestDatabase(databases, 'POSTGRES_18'),
        reliability,
        entities: [team(), service('pay')],
      });
      await harness.services.sync.sweep();
    });

    const reassess = () =>
      harness.knex.transaction(tx =>
        harness.services.reassessor.reassess(tx, [refOf('pay')], NOW),
      );

    /** What a fresh assessment would write, the outcomes, and whether history leads up to the score without a gap. */
    async function state() {
      const steps = await stepsOf(harness, 'pay');
      const scores = steps.map(step => step.to.score);
      return {
        writes: await writesDuring(harness.knex, reassess),
        outcomes: await outcomesOf(harness, 'pay'),
        score: scores[scores.length - 1],
        gaps: steps
          .slice(1)
          .filter((step, index) => step.from?.score !== scores[index]),
      };
    }

    const nothingLost = (...passing: string[]) => ({
      writes: [],
      outcomes: Object.fromEntries(
        KEYS.map(key => [key, passing.includes(key) ? 'pass' : 'unknown']),
      ),
      score: Math.floor((1000 * passing.length) / KEYS.length),
      gaps: [],
    });

    it('a second transaction assesses with what the first one wrote', async () => {
      const { knex, services, stores } = harness;
      const first = await knex.transaction();
      await stores.services.lock(first, [refOf('pay')]);
      await stores.facts.save(first, [
        { entityRef: refOf('pay'), source: 'ci', key: 'a', value: 1, at: NOW },
      ]);
      await services.reassessor.reassess(first, [refOf('pay')], NOW);
      const second = push(harness, 'pay', { b: 1 });
      await waitForLocks(knex, 1);
      await first.commit();
      expect((await second).stored).toBe(1);
      expect(await state()).toEqual(nothingLost('a', 'b'));
    });

    it('many writers at once on two replicas lose nothing', async () => {
      const other = await harness.restart();
      await Promise.all(
        KEYS.map((key, index) =>
          push(index % 2 ? harness : other, 'pay', { [key]: 1 }),
        ),
      );
      expect(await state()).toEqual(nothingLost(...KEYS));
      await Promise.all([
        push(harness, 'pay', { a: null }),
        push(other, 'pay', { b: null }),
        other.services.sync.syncOne(refOf('pay')),
        harness.services.sync.sweep(),
      ]);
      expect(await state()).toEqual(nothingLost(...KEYS.slice(2)));
    });

    it('what is rolled back leaves no trace', async () => {
      const { knex, services, stores } = harness;
      await expect(
        knex.transaction(async tx => {
          await stores.facts.save(tx, [
            {
              entityRef: refOf('pay'),
              source: 'ci',
              key: 'a',
              value: 1,
              at: NOW,
            },
          ]);
          await services.reassessor.reassess(tx, [refOf('pay')], NOW);
          throw new Error('broken off');
        }),
      ).rejects.toThrow('broken off');
      expect(await state()).toEqual(nothingLost());
    });
  },
);
