import { isOverspent } from './budget';
import {
  AlertPairEvaluation,
  COMPOSITE,
  ObjectiveEvaluation,
  SloEvaluation,
} from './evaluation';
import { SloPolicy } from './policy';
import { Reading } from './reading';
import { compareHeadline, SloStatus } from './status';

/** The status of an objective; the first that fits. */
export function statusOf(
  { nothing }: Pick<Reading, 'nothing'>,
  remaining: number | null,
  alerts: readonly Pick<AlertPairEvaluation, 'severity' | 'state'>[],
  { atRiskBelow }: Pick<SloPolicy, 'atRiskBelow'>,
): SloStatus {
  if (nothing !== null) return nothing;
  if (remaining === null) return 'no_data';
  const fires = (severity: 'page' | 'ticket') =>
    alerts.some(each => each.severity === severity && each.state === 'firing');
  if (isOverspent(remaining)) return 'breached';
  if (fires('page')) return 'burning';
  return fires('ticket') || remaining < atRiskBelow ? 'at_risk' : 'healthy';
}

const byWorst = (one: ObjectiveEvaluation, other: ObjectiveEvaluation) =>
  compareHeadline(one.status, other.status) ||
  (one.budget.remaining ?? Infinity) - (other.budget.remaining ?? Infinity) ||
  0;

/** The objective that stands for an SLO: of a composite the whole, else the worst. */
export function headlineOf(
  objectives: readonly ObjectiveEvaluation[],
): SloEvaluation {
  const [worst] =
    objectives[0].id === COMPOSITE ? objectives : [...objectives].sort(byWorst);
  const flags = new Set(objectives.flatMap(objective => objective.flags));
  return {
    status: worst.status,
    flags: [...flags],
    worst: worst.id,
    objectives,
  };
}
