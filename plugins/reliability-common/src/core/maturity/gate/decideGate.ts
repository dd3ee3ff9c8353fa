import { createFactContext, FactContext, Facts } from '../../facts';
import { GateGauge, gateGauge } from './gauge';
import { gateHeadline } from './gateWording';
import { gateReasons, GateReason } from './gateReasons';
import { CompiledGatePolicy, GateVerdict, stricterVerdict } from './policy';

/** How a decision came about. @public */
export type GateState =
  | 'clear'
  | 'caution'
  | 'held'
  | 'waived'
  | 'exempt-change'
  | 'unknown';

/** A waiver of rules. Times are milliseconds since the epoch. @public */
export interface GateWaiver {
  readonly id: string;
  /** Absent: every rule. */
  readonly rules?: readonly string[];
  readonly reason: string;
  readonly by: string;
  readonly until: number;
}

/** What decides beside the facts. @public */
export interface GateContext {
  /** The kind of change that is asked for. */
  readonly change?: string;
  /** Those that are over count for nothing. */
  readonly waivers: readonly GateWaiver[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** May a service take more change now, and why. @public */
export interface GateDecision {
  readonly decision: GateVerdict;
  readonly state: GateState;
  /** In one line. */
  readonly headline: string;
  /** Those that decide come first. */
  readonly reasons: readonly GateReason[];
  /** What the team does in this state. */
  readonly demands: readonly string[];
  readonly gauge: GateGauge;
}

function stateOf(
  decision: GateVerdict,
  reasons: readonly GateReason[],
): GateState {
  if (decision === 'hold') return 'held';
  if (reasons.some(({ waivedBy }) => waivedBy)) return 'waived';
  if (reasons.some(({ exemptChange }) => exemptChange)) return 'exempt-change';
  if (reasons.some(({ kind }) => kind === 'rule')) return 'caution';
  return reasons.length > 0 ? 'unknown' : 'clear';
}

/** What follows from reasons. @public */
export function verdictOf(
  reasons: readonly GateReason[],
): Pick<GateDecision, 'decision' | 'state' | 'headline' | 'reasons'> {
  const decision = reasons.reduce<GateVerdict>(
    (strictest, reason) => stricterVerdict(strictest, reason.decision),
    'allow',
  );
  const weight = ({ decision: of, kind }: GateReason) =>
    ({ hold: 0, warn: 2, allow: 4 }[of] + (kind === 'rule' ? 0 : 1));
  const ordered = [...reasons].sort((a, b) => weight(a) - weight(b));
  const deciding = ordered.filter(reason => reason.decision === decision);
  return {
    decision,
    state: stateOf(decision, reasons),
    headline: gateHeadline(
      decision,
      deciding.map(({ text }) => text),
    ),
    reasons: ordered,
  };
}

/** The facts of a service as a policy reads them. */
const contextOf = (
  policy: CompiledGatePolicy,
  facts: Facts,
  now: number,
): FactContext => createFactContext(facts, policy.integers, policy.roots, now);

/**
 * Decides by a policy: the strictest of its rules that speak, or cannot be judged. The only place where it is
 * decided.
 *
 * @param facts - of the service, those of `gateFacts` among them
 *
 * @public
 */
export function decideGate(
  policy: CompiledGatePolicy,
  facts: Facts,
  context: GateContext,
): GateDecision {
  const seen = contextOf(policy, facts, context.now);
  const reasons = gateReasons(policy, seen, context);
  const speaking = new Set(
    reasons.filter(({ kind }) => kind === 'rule').flatMap(({ rules }) => rules),
  );
  const demands = policy.rules
    .filter(({ definition }) => speaking.has(definition.id))
    .flatMap(({ definition }) => definition.demands);
  return {
    ...verdictOf(reasons),
    demands: [...new Set(demands)],
    gauge: gateGauge(seen),
  };
}
