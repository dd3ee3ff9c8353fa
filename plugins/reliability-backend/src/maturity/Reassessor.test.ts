import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service, team, tiered } from '../__testUtils__/entities';
import { createHarness, DAY, Harness, HOUR } from '../__testUtils__/harness';
import {
  namesOf,
  outcomesOf,
  rankingOf,
  reportOf,
  stepsOf,
  storyOf,
  writesDuring,
} from '../__testUtils__/observe';
import { push } from '../__testUtils__/push';
import { check, ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('reassessing on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  async function start(reliability: JsonObject = only(ladder())) {
    const harness = await createHarness({
      knex,
      reliability,
      entities: [team(), service('pay')],
    });
    await harness.services.sync.sweep();
    harness.clock.advance(HOUR);
    return harness;
  }

  const reassess = ({ services, clock }: Harness, ...names: string[]) =>
    knex.transaction(tx =>
      services.reassessor.reassess(tx, names.map(refOf), clock.now),
    );

  it('writes nothing when nothing changed', async () => {
    const harness = await start();
    await push(harness, 'pay', { coverage: 90 });
    harness.clock.advance(HOUR);
    const writes = await writesDuring(knex, async () => {
      expect(await reassess(harness, 'pay')).toEqual([]);
      expect(await harness.services.tasks.reassessDue()).toBe(0);
    });
    expect(writes).toEqual([]);
  });

  it('writes the report without a step when only the values changed', async () => {
    const harness = await start();
    await push(harness, 'pay', { coverage: 90 });
    await push(harness, 'pay', { coverage: 91 });
    expect(await storyOf(harness, 'pay')).toHaveLength(2);
    const { checks } = await reportOf(harness, 'pay');
    expect(checks[1].actual).toMatchObject([{ value: 91, source: 'ci' }]);
  });

  it('keeps a step when a check came out differently and neither level nor score moved', async () => {
    const harness = await start();
    await push(harness, 'pay', { coverage: 10 });
    const steps = await stepsOf(harness, 'pay');
    expect(steps).toHaveLength(2);
    const [, { from, to, cause, flips }] = steps;
    expect(from).toEqual(to);
    expect(cause).toBe('service');
    expect(flips).toMatchObject([
      { check: 'tested', from: 'unknown', to: 'fail' },
    ]);
    await push(harness, 'pay', { coverage: 11 });
    expect(await stepsOf(harness, 'pay')).toHaveLength(2);
  });

  it('names the services that moved, and ignores what is no service', async () => {
    const harness = await start();
    harness.catalog.put(service('cart'));
    await harness.services.sync.sweep();
    await harness.stores.facts.save(knex, [
      {
        entityRef: refOf('pay'),
        source: 'ci',
        key: 'coverage',
        value: 90,
        at: harness.clock.now,
      },
    ]);
    expect(await reassess(harness, 'cart', 'pay', 'never')).toEqual([
      refOf('pay'),
    ]);
    expect(await reassess(harness)).toEqual([]);
  });

  it('puts every step down to the service that changed', async () => {
    const harness = await start();
    await push(harness, 'pay', { coverage: 90 });
    await push(harness, 'pay', { coverage: 50 });
    harness.catalog.drop('group:default/team-pay');
    await harness.services.sync.sweep();
    await push(harness, 'pay', { coverage: null });
    expect(await storyOf(harness, 'pay')).toEqual([
      'first: nothing → bronze',
      'service: bronze → silver',
      'service: silver → bronze',
      'service: bronze → none',
      'service: none → none',
    ]);
    const steps = await stepsOf(harness, 'pay');
    expect(steps[2]).toMatchObject({
      from: { levelId: 'silver', score: 1000 },
      to: { levelId: 'bronze', score: 500 },
      flips: [
        {
          check: 'tested',
          from: 'pass',
          to: 'fail',
          cause: 'service',
          facts: [{ path: 'facts["ci/coverage"]', before: 90, after: 50 }],
        },
      ],
    });
  });

  it('assesses every scorecard for itself', async () => {
    const harness = await start(
      only(
        ladder({
          id: 'one',
          checks: [check('a'), check('b', { level: 'silver' })],
        }),
        ladder(),
      ),
    );
    await push(harness, 'pay', { coverage: 90 });
    expect(await storyOf(harness, 'pay')).toEqual(['first: nothing → silver']);
    const { items } = await rankingOf(harness, { scorecard: 'ladder' });
    expect(items).toMatchObject([{ level: { id: 'silver' } }]);
    const { reports } = await harness.services.maturity.get(
      refOf('pay'),
      mockCredentials.user(),
    );
    expect(reports.map(({ scorecard }) => scorecard.id)).toEqual([
      'one',
      'ladder',
    ]);
  });

  it('keeps the problem of a tier that is not configured until it is solved', async () => {
    const harness = await start();
    harness.catalog.put(tiered('pay', 'platinum'));
    await harness.services.sync.sweep();
    const attention = async () =>
      (await rankingOf(harness)).items[0].attention.map(({ kind }) => kind);
    const [problem] = (await harness.stores.services.get(knex, refOf('pay')))!
      .problems;
    expect(problem).toMatch(/plimsoll\.dev\/tier is "platinum"/);
    expect(await attention()).toContain('data-problem');
    harness.catalog.put(tiered('pay', 'tier-1'));
    await harness.services.sync.sweep();
    harness.services.ranking.changed();
    expect(await harness.stores.services.get(knex, refOf('pay'))).toMatchObject(
      { problems: [] },
    );
    expect(await attention()).not.toContain('data-problem');
  });

  describe('when the clock alone moves', () => {
    const due = (harness: Harness) => harness.services.tasks.reassessDue();

    it('a pushed fact goes stale and its check unknown, by the data', async () => {
      const harness = await start();
      await push(harness, 'pay', { coverage: 90 }, { ttl: 'P1D' });
      harness.clock.advance(DAY - 1);
      expect(await due(harness)).toBe(0);
      harness.clock.advance(1);
      expect(await due(harness)).toBe(1);
      expect(await due(harness)).toBe(0);
      const { checks, coverage } = await reportOf(harness, 'pay');
      expect(checks[1]).toMatchObject({
        outcome: 'unknown',
        reason: { kind: 'stale' },
        actual: [{ state: 'stale', value: 90 }],
      });
      expect(coverage).toBe(500);
      await push(harness, 'pay', { coverage: 90 });
      expect(await storyOf(harness, 'pay')).toEqual([
        'first: nothing → bronze',
        'service: bronze → silver',
        'data: silver → bronze',
        'data: bronze → silver',
      ]);
    });

    it('facts of a catalog that nobody reads any more go stale', async () => {
      const harness = await start();
      harness.clock.advance(3 * DAY);
      await due(harness);
      expect((await outcomesOf(harness, 'pay')).owned).toBe('unknown');
      await harness.services.sync.sweep();
      await due(harness);
      expect(await storyOf(harness, 'pay')).toEqual([
        'first: nothing → bronze',
        'data: bronze → none',
      ]);
    });

    it('facts that sweeps confirm stay fresh', async () => {
      const harness = await start();
      for (let day = 0; day < 10; day++) {
        harness.clock.advance(DAY);
        await harness.services.sync.sweep();
        await due(harness);
      }
      expect(await storyOf(harness, 'pay')).toHaveLength(1);
      expect(await namesOf(harness)).toEqual(['pay']);
    });

    it('a lost level is a reason to look for fourteen days', async () => {
      const harness = await start();
      await push(harness, 'pay', { coverage: 90 }, { ttl: 'P100D' });
      await push(harness, 'pay', { coverage: 50 }, { ttl: 'P100D' });
      const dropped = async () =>
        (await rankingOf(harness)).items[0].attention.some(
          ({ kind }) => kind === 'dropped',
        );
      expect(await dropped()).toBe(true);
      for (let day = 0; day < 13; day++) {
        harness.clock.advance(DAY);
        await harness.services.sync.sweep();
        await due(harness);
        expect(await dropped()).toBe(true);
      }
      harness.clock.advance(DAY);
      await harness.services.sync.sweep();
      expect(await due(harness)).toBe(1);
      expect(await dropped()).toBe(false);
      expect(await due(harness)).toBe(0);
    });
  });
});
