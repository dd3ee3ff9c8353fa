import { ciFacts, NOW, seeded } from '../../../testUtils';
import { checkOf, compiled, exemptionOf } from '../../../testUtils/scorecards';
import { assessCompactly } from '../assess';
import { CompiledScorecard, Exemption } from '../scorecard';
import { ReportedChecks } from './judged';
import { whatIf } from './whatIf';

const levels = [
  { id: 'bronze', name: 'Bronze' },
  { id: 'silver', name: 'Silver', minScore: 33.33 },
  { id: 'gold', name: 'Gold' },
];

const checks = [...Array(9).keys()].map(index =>
  checkOf({
    id: `c${index}`,
    level: levels[index % 3].id,
    weight: [1, 0.1, 3, 0, 2][index % 5],
    pass: `facts["ci/v${index}"]`,
    ...(index === 4 && { planned: true }),
    ...(index === 5 && { enforceFrom: '2099-01-01' }),
    ...(index === 8 && { when: 'facts["ci/v0"] || facts["ci/w"]' }),
  }),
);

const scorecard = compiled({ id: 'test', title: 'Test', levels, checks });

const valuesOf = (values: Record<string, boolean>) => ciFacts(values);

function reportOf(
  values: Record<string, boolean>,
  rules: CompiledScorecard,
  exemptions: readonly Exemption[],
): ReportedChecks {
  const { checks: results } = assessCompactly(
    valuesOf(values),
    rules,
    NOW,
    exemptions,
  );
  return {
    levels: rules.definition.levels,
    checks: rules.checks.map(({ definition }, index) => ({
      ...definition,
      ...results[index],
    })),
  };
}

/** Facts that fail, pass or lack, at random, and some ticks. */
function caseOf(random: () => number) {
  const values: Record<string, boolean> = { v0: random() < 0.5, w: true };
  for (let index = 1; index < 9; index++) {
    const dice = random();
    if (dice < 0.7) values[`v${index}`] = dice < 0.35;
  }
  const ticked = checks.map(({ id }) => id).filter(() => random() < 0.4);
  const exemptions =
    random() < 0.3
      ? [exemptionOf({ check: `c${Math.floor(random() * 9)}` })]
      : [];
  return { values, ticked, exemptions };
}

it('says what the assessment will say once the ticked checks pass', () => {
  const random = seeded(22);
  const seen = new Set<number>();
  for (let run = 0; run < 500; run++) {
    const { values, ticked, exemptions } = caseOf(random);
    const report = reportOf(values, scorecard, exemptions);
    const passing = Object.fromEntries(
      ticked.map(id => [`v${id.slice(1)}`, true]),
    );
    const after = assessCompactly(
      valuesOf({ ...values, ...passing }),
      scorecard,
      NOW,
      exemptions,
    );
    seen.add(after.level);
    expect(whatIf(report, new Set(ticked))).toEqual({
      level: after.level,
      score: after.score,
      coverage: after.coverage,
      nextLevel: after.nextLevel,
    });
  }
  expect([...seen].sort()).toEqual([-1, 0, 1, 2]);
});

it.each([
  ['does not apply', { outcome: 'not-applicable' }],
  ['is exempt', { outcome: 'exempt' }],
  ['is planned', { outcome: 'fail', enforcement: 'planned' }],
  ['is scheduled', { outcome: 'unknown', enforcement: 'scheduled' }],
] as const)('a tick on a check that %s changes nothing', (_, changed) => {
  const base = { weight: 1, enforcement: 'enforced', outcome: 'fail' } as const;
  const report: ReportedChecks = {
    levels,
    checks: [
      { ...base, id: 'a', level: 'bronze' },
      { ...base, id: 'b', level: 'bronze', ...changed },
    ],
  };
  expect(whatIf(report, new Set(['b']))).toEqual(whatIf(report, new Set()));
});
