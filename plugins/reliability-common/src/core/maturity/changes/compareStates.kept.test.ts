import {
  checks,
  contractOf,
  DAY,
  entityFacts,
  factsOfTier,
  NOW,
  replaced,
  responders,
  runbook,
  seeded,
  tier2,
} from '../../../testUtils';
import {
  Changed,
  stored,
  journey,
  compare,
  sumOf,
  exemption,
  scheduled,
  noRunbook,
} from './__testUtils__/journey';
import { compareStates } from './compareStates';
import { PastReport } from './pastReport';

describe('without a step that tells', () => {
  const without = (before: Changed, after: Changed) =>
    compareStates(stored(before).report, stored(after).report, []).flips.map(
      ({ cause, by }) => [cause, by],
    );

  it.each<[string, Changed, Changed, string]>([
    [
      'another rule',
      {},
      { checks: replaced(runbook, { pass: 'false' }) },
      'rule',
    ],
    ['an exemption', {}, { exemptions: [exemption] }, 'rule'],
    ['an outcome that is not known', {}, { pushed: [] }, 'data'],
    ['another outcome', {}, { entity: noRunbook }, 'service'],
  ])('%s says why', (_, before, after, cause) => {
    expect(without(before, after)).toEqual([[cause, undefined]]);
  });
});

describe('a day that kept too little', () => {
  const strip = (report: PastReport): PastReport => ({
    level: report.level,
    levelId: report.levelId,
    score: report.score,
  });

  it('is told by the steps, and what they do not tell is unexplained', () => {
    const { days, steps } = journey(
      {},
      { entity: noRunbook },
      { entity: noRunbook, pushed: responders(4, NOW) },
    );
    const [first, , last] = days.map(({ report }) => report);
    expect(compareStates(strip(first), last, steps)).toMatchObject({
      points: { service: -250, data: -250, rule: 0, unexplained: 0 },
      level: { direction: 'down', cause: 'service' },
      flips: [
        { check: 'runbook', from: 'pass', to: 'fail', by: 'step 1' },
        { check: 'enough', cause: 'data', by: 'step 2' },
      ],
    });
    expect(compareStates(strip(first), last, steps.slice(1))).toMatchObject({
      points: { service: 0, data: -250, rule: 0, unexplained: -250 },
    });
    expect(compareStates(strip(first), last, []).level).toEqual({
      direction: 'down',
      cause: undefined,
    });
  });

  it.each<[string, Partial<PastReport>]>([
    ['too few letters', { outcomes: 'p' }],
    ['a letter of no outcome', { outcomes: 'pp?f' }],
    ['no version of the rules', { version: undefined }],
  ])('%s are not taken for outcomes', (_, changed) => {
    const { report } = stored({});
    const other = stored({ entity: noRunbook }).report;
    const found = compareStates({ ...report, ...changed }, other, []);
    expect([found.flips, found.points.unexplained]).toEqual([[], -250]);
  });
});

it('the parts add up, whatever happens', () => {
  const random = seeded(7);
  const pick = <T>(values: readonly T[]) =>
    values[Math.floor(random() * values.length)];
  const world = (): Changed => ({
    entity: pick([entityFacts(), noRunbook, entityFacts({}, NOW)]),
    pushed: pick([[], responders(4), responders(1), responders(4, NOW)]),
    tier: pick([contractOf(4), contractOf(5), factsOfTier(tier2)]),
    exemptions: pick([[], [exemption]]),
    now: pick([NOW, NOW + DAY]),
    checks: pick([checks, scheduled, checks.slice(1)]).map(each => ({
      ...each,
      weight: pick([0, 1, 2.5, 3]),
    })),
  });
  for (let round = 0; round < 300; round++) {
    const found = compare(world(), world(), world());
    expect(sumOf(found)).toBe(found.delta);
    expect(found.points.unexplained).toBe(0);
    const moved = found.level.direction !== 'same';
    expect(found.level.cause !== undefined).toBe(moved);
  }
});
