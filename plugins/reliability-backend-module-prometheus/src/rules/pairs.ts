import {
  AlertPair,
  alertPairProblems,
  alertPairs,
  BURN_WINDOWS,
  burnThreshold,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { printNumber } from '../promql/duration';
import { percent } from './alertTexts';
import { RuledObjective } from './subject';

const MINUTE = 60_000;

/** For how long a pair must hold: enough to sit out one odd evaluation, too little to matter to the windows. */
export const FOR = { page: 2 * MINUTE, ticket: 15 * MINUTE } as const;

/** The pairs that the tier wants and that can fire, and a word on the others. */
export function pairsOf(
  subject: RuleSubject,
  objective: RuledObjective,
  stepMs: number,
): { pairs: AlertPair[]; notes: string[] } {
  const notes: string[] = [];
  const pairs = alertPairs(subject.slo.window)
    .filter(({ severity }) => subject.severities.includes(severity))
    .filter(pair => {
      const problems = alertPairProblems(pair, objective.target, stepMs);
      const name = `Objective ${objective.id}: no ${pair.severity} over ${pair.long} and ${pair.short}`;
      if (problems.includes('never') && !objective.adds) {
        notes.push(
          `${name}: even a total outage stays below ${printNumber(
            pair.factor,
          )} times the budget of ${percent(1 - objective.target / 1_000_000)}`,
        );
        return false;
      }
      if (problems.includes('short')) {
        notes.push(`${name}: ${pair.short} holds fewer than four samples`);
        return false;
      }
      return true;
    });
  return { pairs, notes };
}

/** How long data may be missing: as long as a total outage takes to raise the first alert. Milliseconds. */
export function absentAfter(
  objective: RuledObjective,
  pairs: readonly AlertPair[],
) {
  const [first] = pairs;
  if (!first) return FOR.ticket;
  const outage =
    burnThreshold(first.factor, objective.target) * BURN_WINDOWS[first.long];
  return Math.ceil((outage + FOR[first.severity]) / MINUTE) * MINUTE;
}
