import {
  answerOf,
  compiled,
  DAY,
  doubt,
  NOW,
  serviceFacts,
  tier1,
} from '../../testUtils';
import {
  assessChecklist,
  compileChecklist,
  defaultChecklistFor,
  PhaseSignOff,
  readinessFacts,
} from '../readiness';
import { assess } from './assess';
import { readinessChecks } from './defaultReadinessChecks';
import { defaultScorecard, defaultScorecardFor } from './defaultScorecard';

const compilation = compileChecklist(defaultChecklistFor([tier1.id]), {
  tiers: [tier1],
});
if (compilation.kind !== 'ok') throw new Error('The checklist must compile');
const { checklist } = compilation;
const scorecard = compiled(defaultScorecard);
const manual = checklist.items.filter(({ verify }) => !verify);
const yes = {
  answer: answerOf({
    at: NOW - DAY,
    evidence: [
      {
        title: 'Log',
        url: 'https://wiki.example',
        addedAt: NOW,
        addedBy: 'user:default/ada',
      },
    ],
  }),
};

/** So many items by hand are answered with yes, in the order of the checklist. */
const answered = (count: number, changed: object = {}) =>
  new Map(
    manual
      .slice(0, count)
      .map(({ definition }, index) => [
        definition.id,
        index === 0 ? { ...yes, ...changed } : yes,
      ]),
  );

const signed: PhaseSignOff[] = checklist.definition.phases.map(({ id }) => ({
  checklistId: checklist.definition.id,
  phaseId: id,
  approvedAt: NOW - DAY,
  valid: true,
}));

function outcomes(
  answers: ReturnType<typeof answered>,
  signOffs: readonly PhaseSignOff[] = [],
  when = true,
) {
  const facts = serviceFacts();
  const found = assessChecklist(
    { facts, tierId: tier1.id, answers },
    checklist,
    NOW,
  );
  const readiness = readinessFacts(
    [{ ...found, applies: when }],
    signOffs,
    NOW,
  );
  const { checks } = assess([...facts, ...readiness], scorecard, NOW);
  return Object.fromEntries(
    checks
      .filter(({ id }) => id.startsWith('readiness-'))
      .map(({ id, outcome }) => [id.replace('readiness-', ''), outcome]),
  );
}

const all = manual.length;

it.each<[string, ReturnType<typeof outcomes>, object]>([
  [
    'nobody answered',
    outcomes(answered(0)),
    {
      begun: 'fail',
      'mostly-met': 'fail',
      fresh: 'pass',
      'signed-off': 'fail',
    },
  ],
  [
    'half of it is met',
    outcomes(answered(all / 2)),
    {
      begun: 'pass',
      'mostly-met': 'fail',
      fresh: 'pass',
      'signed-off': 'fail',
    },
  ],
  [
    'all of it is met',
    outcomes(answered(all)),
    {
      begun: 'pass',
      'mostly-met': 'pass',
      fresh: 'pass',
      'signed-off': 'fail',
    },
  ],
  [
    'an answer is contested',
    outcomes(answered(all, { contest: doubt })),
    {
      begun: 'pass',
      'mostly-met': 'pass',
      fresh: 'fail',
      'signed-off': 'fail',
    },
  ],
  [
    'every phase is signed off',
    outcomes(answered(all), signed),
    {
      begun: 'pass',
      'mostly-met': 'pass',
      fresh: 'pass',
      'signed-off': 'pass',
    },
  ],
  [
    'the checklist is not for the service',
    outcomes(answered(all), signed, false),
    {
      begun: 'not-applicable',
      'mostly-met': 'not-applicable',
      fresh: 'not-applicable',
      'signed-off': 'not-applicable',
    },
  ],
])('what the checks say when %s', (_, found, expected) => {
  expect(found).toEqual(expected);
});

it('there is one at every level', () => {
  expect(new Set(readinessChecks.map(({ level }) => level))).toEqual(
    new Set(defaultScorecard.levels.map(({ id }) => id)),
  );
});

it.each(readinessChecks.map(check => [check.id, check] as const))(
  '%s says why and how to fix it',
  (_, { why, fix }) => {
    expect(why).toMatch(/\w.*[.?]$/);
    expect(fix).toMatch(/\w.*\.$/);
  },
);

it('they leave with their checklist', () => {
  const without = defaultScorecardFor(['launch']).checks;
  expect(without).toHaveLength(
    defaultScorecard.checks.length - readinessChecks.length,
  );
  expect(defaultScorecardFor(['production-readiness'])).toBe(defaultScorecard);
});
