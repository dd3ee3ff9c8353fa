import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { manyNames, service, team, tiered } from '../__testUtils__/entities';
import { createHarness, DAY, Harness } from '../__testUtils__/harness';
import {
  outcomesOf,
  rankingOf,
  reportOf,
  stepsOf,
  storyOf,
} from '../__testUtils__/observe';
import { push } from '../__testUtils__/push';
import { check, ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

const tested = (changed: JsonObject) =>
  ladder({
    checks: [
      check('owned', { pass: 'entity.ownerExists' }),
      check('tested', {
        level: 'silver',
        pass: 'facts["ci/coverage"] >= 80.0',
        ...changed,
      }),
    ],
  });

const exempt = (until: string): JsonObject => ({
  ...only(ladder()),
  exemptions: [
    {
      scorecard: 'ladder',
      check: 'tested',
      entityRef: 'Component:default/PAY',
      reason: 'Is rewritten',
      approvedBy: 'user:default/ada',
      until,
    },
  ],
});

const tiersWith = (sloTarget: number): JsonObject => ({
  tiers: [
    { id: 'tier-0', name: 'T0', contract: { sloTarget: 99.9 } },
    { id: 'tier-1', name: 'T1', contract: { sloTarget } },
  ],
  ...only(tested({ pass: 'facts["ci/coverage"] >= tier.contract.sloTarget' })),
});

describe.each(databases.eachSupportedId())('rules that change on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  /** A service of tier 1 with 70 percent coverage. */
  async function start(reliability: JsonObject = only(ladder())) {
    const harness = await createHarness({
      knex,
      reliability,
      entities: [team(), tiered('pay', 'tier-1')],
    });
    await harness.services.sync.sweep();
    await push(harness, 'pay', { coverage: 70 }, { ttl: 'P100D' });
    return harness;
  }

  async function restart(before: Harness, reliability: JsonObject) {
    const harness = await before.restart(reliability);
    await harness.services.sync.sweep();
    expect(await harness.services.tasks.reassessDue()).toBe(1);
    expect(await harness.services.tasks.reassessDue()).toBe(0);
    return harness;
  }

  it.each<[string, JsonObject, JsonObject, string]>([
    [
      'a lower threshold',
      only(ladder()),
      only(tested({ pass: 'facts["ci/coverage"] >= 60.0' })),
      'rule: bronze → silver',
    ],
    [
      'a check for others only',
      only(ladder()),
      only(
        ladder({
          checks: [
            check('owned', { pass: 'entity.ownerExists' }),
            check('other', { level: 'silver' }),
            check('tested', {
              level: 'silver',
              when: 'tier.rank == 0',
              pass: 'facts["ci/coverage"] >= 80.0',
            }),
          ],
        }),
      ),
      'rule: bronze → silver',
    ],
    [
      'a weight, though no check flips',
      only(ladder()),
      only(tested({ weight: 3 })),
      'rule: bronze → bronze',
    ],
    [
      'the contract of the tier',
      tiersWith(80),
      tiersWith(60),
      'rule: bronze → silver',
    ],
    [
      'an exemption',
      only(ladder()),
      exempt('2027-01-01'),
      'rule: bronze → silver',
    ],
  ])('%s is a step by the rule', async (_, before, after, expected) => {
    const harness = await restart(await start(before), after);
    const story = await storyOf(harness, 'pay');
    expect(story[story.length - 1]).toBe(expected);
  });

  it('another tier is a step of the service, though only the contract differs', async () => {
    const harness = await start(tiersWith(60));
    harness.catalog.put(tiered('pay', 'tier-0'));
    await harness.services.sync.sweep();
    const steps = await stepsOf(harness, 'pay');
    expect(steps[steps.length - 1]).toMatchObject({
      cause: 'service',
      from: { levelId: 'silver' },
      to: { levelId: 'bronze' },
    });
  });

  it('until a service is assessed anew, its report says that it is outdated and explains itself by the old rules', async () => {
    const first = await start();
    const harness = await first.restart(
      only(
        ladder({
          checks: [
            check('new', { pass: 'false' }),
            check('tested', {
              level: 'silver',
              pass: 'facts["ci/coverage"] >= 60.0',
            }),
          ],
        }),
      ),
    );
    const { items } = await rankingOf(harness);
    expect(items).toMatchObject([{ outdated: true, level: { id: 'bronze' } }]);
    const old = await reportOf(harness, 'pay');
    expect(old).toMatchObject({ outdated: true, score: 500 });
    expect(await outcomesOf(harness, 'pay')).toEqual({ tested: 'fail' });
    expect(old.checks[0].actual).toMatchObject([{ value: 70 }]);
    await harness.services.tasks.reassessDue();
    expect(await reportOf(harness, 'pay')).toMatchObject({ outdated: false });
    expect(await outcomesOf(harness, 'pay')).toEqual({
      new: 'fail',
      tested: 'pass',
    });
    const steps = await stepsOf(harness, 'pay');
    expect(
      steps[steps.length - 1].flips.map(({ check: name, from, to }) => [
        name,
        from,
        to,
      ]),
    ).toEqual([
      ['owned', 'pass', undefined],
      ['tested', 'fail', 'pass'],
      ['new', undefined, 'fail'],
    ]);
  });

  it('a new version walks through all services', async () => {
    const names = manyNames(1100);
    const first = await createHarness({
      knex,
      reliability: only(ladder()),
      entities: [team(), ...names.map(name => service(name))],
    });
    await first.services.sync.sweep();
    const harness = await first.restart(only(tested({ weight: 3 })));
    expect(await harness.services.tasks.reassessDue()).toBe(1100);
    expect(await harness.services.tasks.reassessDue()).toBe(0);
    expect(await storyOf(harness, names[1099])).toEqual([
      'first: nothing → bronze',
      'rule: bronze → bronze',
    ]);
  });

  it('an exemption counts as met, warns before its end and then ends by itself', async () => {
    const harness = await restart(await start(), exempt('2026-12-19'));
    const attention = async () =>
      (await reportOf(harness, 'pay')).attention.map(({ kind }) => kind);
    const pass = async (days: number) => {
      for (let day = 0; day < days; day++) {
        harness.clock.advance(DAY);
        await harness.services.sync.sweep();
        await harness.services.tasks.reassessDue();
      }
    };
    expect(await outcomesOf(harness, 'pay')).toEqual({
      owned: 'pass',
      tested: 'exempt',
    });
    expect(await reportOf(harness, 'pay')).toMatchObject({ score: 1000 });
    expect(await attention()).toEqual([]);
    await pass(20);
    expect(await attention()).toEqual(['exemption-ending']);
    await pass(10);
    expect(await outcomesOf(harness, 'pay')).toMatchObject({ tested: 'fail' });
    const story = await storyOf(harness, 'pay');
    expect(story.slice(-2)).toEqual([
      'rule: bronze → silver',
      'rule: silver → bronze',
    ]);
  });

  it('a check that is enforced from a date on counts from then on', async () => {
    const harness = await start(only(tested({ enforceFrom: '2026-11-22' })));
    const state = async () => {
      const { checks, score } = await reportOf(harness, 'pay');
      return [checks[1].enforcement, checks[1].outcome, score];
    };
    expect(await state()).toEqual(['scheduled', 'fail', 1000]);
    harness.clock.advance(DAY);
    expect(await harness.services.tasks.reassessDue()).toBe(0);
    harness.clock.advance(DAY);
    expect(await harness.services.tasks.reassessDue()).toBe(1);
    expect(await state()).toEqual(['enforced', 'fail', 500]);
    const story = await storyOf(harness, 'pay');
    expect(story[story.length - 1]).toBe('rule: bronze → bronze');
  });
});
