import { Tier, UNTIERED } from '../../tier';
import { gateRules } from './defaultGateRules';
import { GatePolicy, GateRule } from './policy';

type RuleName = keyof typeof gateRules;

const rules = (
  decision: GateRule['decision'],
  ...names: RuleName[]
): GateRule[] => names.map(name => ({ ...gateRules[name], decision }));

/** Changes that make a service safer must not wait for the budget that they save. */
const EXEMPT_CHANGES = ['rollback', 'security-fix', 'reliability-fix'];

/** As in the error budget policy of Google's SRE workbook: spend for which the team could do nothing. */
const EXEMPT_CAUSES = [
  'company-wide outage',
  'frozen dependency',
  'load test',
  'penetration test',
  'miscounted errors',
];

const policy = (
  id: string,
  tiers: readonly string[],
  maxDuration: string,
  parts: { hold: RuleName[]; warn: RuleName[] },
): GatePolicy => ({
  id,
  title: `Policy of ${id}`,
  tiers,
  rules: [...rules('hold', ...parts.hold), ...rules('warn', ...parts.warn)],
  onUnknown: 'warn',
  exemptChanges: EXEMPT_CHANGES,
  exemptCauses: EXEMPT_CAUSES,
  waiver: { maxDuration },
});

const WATCHED: RuleName[] = [
  'budgetLow',
  'openSev2',
  'openUnrated',
  'unlearned',
  'noSlo',
  'noIncidentSource',
  'noRotation',
  'pagerLoad',
  'postmortemsOverdue',
  'readinessMissing',
  'readinessContested',
];

/**
 * The policies that ship, for tiers by their rank: those of rank 3 and more share one. The model is the error
 * budget policy of Google's SRE workbook: with the budget spent, or an SLO that pages, the two most critical tiers
 * hold still; the others are warned, as an outage of theirs costs less than work that waits. A sev-1 that goes on
 * holds whatever is not the most minor. Nobody on call holds where the tier promises somebody around the clock.
 * Waivers are the shorter the more critical the tier: a day and a half of mission critical exceptions is a habit.
 * Only tiers that are configured are named; a policy without any is left out.
 *
 * @public
 */
export function defaultGatePolicies(
  tiers: readonly Pick<Tier, 'id' | 'rank'>[],
): GatePolicy[] {
  const ranked = (fits: (rank: number) => boolean) =>
    tiers.filter(({ rank }) => fits(rank)).map(({ id }) => id);
  return [
    policy(
      'tier-0',
      ranked(rank => rank === 0),
      'PT36H',
      {
        hold: ['budgetSpent', 'fastBurn', 'openSev1', 'nobodyOnCall'],
        warn: [...WATCHED, 'noLevel'],
      },
    ),
    policy(
      'tier-1',
      ranked(rank => rank === 1),
      'P3D',
      {
        hold: ['budgetSpent', 'fastBurn', 'openSev1', 'nobodyOnCall'],
        warn: WATCHED,
      },
    ),
    policy(
      'tier-2',
      ranked(rank => rank === 2),
      'P7D',
      {
        hold: ['openSev1'],
        warn: [
          'budgetSpent',
          'budgetLow',
          'fastBurn',
          'openSev2',
          'unlearned',
          'pagerLoad',
          'readinessContested',
          'blind',
        ],
      },
    ),
    policy(
      'tier-3',
      ranked(rank => rank >= 3),
      'P14D',
      {
        hold: [],
        warn: ['budgetSpent', 'fastBurn', 'openSev1', 'blind'],
      },
    ),
    policy(UNTIERED, [UNTIERED], 'P14D', {
      hold: [],
      warn: ['budgetSpent', 'fastBurn', 'openSev1', 'openSev2', 'blind'],
    }),
  ].filter(each => each.tiers.length > 0);
}
