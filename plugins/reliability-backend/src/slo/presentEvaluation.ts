import {
  Budget,
  BudgetItem,
  ObjectiveEvaluation,
  ObjectiveEvaluationItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoOrNull, isoTime } from '../database/dates';

const presentBudget = ({ window, ...budget }: Budget): BudgetItem => ({
  ...budget,
  window: { ...window, from: isoTime(window.from), to: isoTime(window.to) },
});

/** An objective as core evaluated it, with times as a reply has them. */
export function presentEvaluation(
  evaluation: ObjectiveEvaluation,
): ObjectiveEvaluationItem {
  const { budget, uncorrected, companion } = evaluation;
  return {
    ...evaluation,
    flags: [...evaluation.flags],
    budget: presentBudget(budget),
    uncorrected: uncorrected && presentBudget(uncorrected),
    companion: companion && presentBudget(companion),
    burns: [...evaluation.burns],
    alerts: [...evaluation.alerts],
    exhaustion: evaluation.exhaustion.map(({ at, ...rest }) => ({
      ...rest,
      at: isoOrNull(at),
    })),
  };
}
