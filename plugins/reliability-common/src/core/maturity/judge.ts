import type { CheckResult, Outcome, OutcomeReason } from './assess';
import { Evaluation } from '../facts/expression';
import { createFactContext, FactContext } from '../facts/factContext';
import { Facts } from '../facts/facts';
import {
  CompiledCheck,
  CompiledScorecard,
  Exemption,
  exemptionEnd,
} from './scorecard';

/** By the evaluation, which services that lack the same share. */
const absences = new WeakMap<Evaluation, OutcomeReason>();

function absenceOf(evaluation: Evaluation & { kind: 'missing' }) {
  let reason = absences.get(evaluation);
  if (!reason) {
    reason = {
      kind: 'absent',
      facts: evaluation.paths.map(({ text }) => text),
    };
    absences.set(evaluation, reason);
  }
  return reason;
}

function unknownReason(
  evaluation: Exclude<Evaluation, { kind: 'value' }>,
  context: FactContext,
): OutcomeReason {
  if (evaluation.kind === 'error') {
    return { kind: 'error', message: evaluation.message };
  }
  const stale = evaluation.paths.filter(
    path => context.observe(path).state === 'stale',
  );
  return stale.length > 0
    ? { kind: 'stale', facts: stale.map(path => path.text) }
    : absenceOf(evaluation);
}

type Judgement = Pick<CheckResult, 'outcome' | 'reason'>;

const PASS: Judgement = { outcome: 'pass' };
const FAIL: Judgement = { outcome: 'fail' };
const NOT_APPLICABLE: Judgement = { outcome: 'not-applicable' };

/** What one check comes to. */
export function judge(
  check: CompiledCheck,
  context: FactContext,
  exemption: Exemption | undefined,
): Judgement {
  const applies = check.when?.evaluate(context.values);
  if (applies && applies.kind !== 'value') {
    return { outcome: 'unknown', reason: unknownReason(applies, context) };
  }
  if (applies?.value === false) return NOT_APPLICABLE;
  if (exemption) {
    const { reason, approvedBy, until } = exemption;
    return {
      outcome: 'exempt',
      reason: { kind: 'exempt', reason, approvedBy, until },
    };
  }
  const passes = check.pass.evaluate(context.values);
  if (passes.kind !== 'value') {
    return { outcome: 'unknown', reason: unknownReason(passes, context) };
  }
  return passes.value ? PASS : FAIL;
}

/** Checks are many and exemptions mostly none, so nothing is made for looking. */
export function exemptionOf(
  exemptions: readonly Exemption[],
  check: string,
): Exemption | undefined {
  for (const exemption of exemptions) {
    if (exemption.check === check) return exemption;
  }
  return undefined;
}

/** The facts that a scorecard reads, ready for its checks. */
export const contextOf = (
  facts: Facts,
  scorecard: CompiledScorecard,
  now: number,
) =>
  createFactContext(
    facts.filter(({ root }) => scorecard.read.has(root)),
    scorecard.integers,
    scorecard.roots,
    now,
  );

/**
 * What some checks of a scorecard come to, as {@link assessCompactly} finds it for all of them.
 *
 * @param facts - at least those that the checks read
 * @param checks - of the scorecard
 * @param now - milliseconds since the epoch
 * @param exemptions - those of this service and scorecard; ended ones are ignored
 * @returns outcomes in the order of the checks
 *
 * @public
 */
export function outcomesOf(
  facts: Facts,
  scorecard: CompiledScorecard,
  checks: readonly CompiledCheck[],
  now: number,
  exemptions: readonly Exemption[] = [],
): Outcome[] {
  const context = contextOf(facts, scorecard, now);
  const inForce = exemptions.filter(exemption => exemptionEnd(exemption) > now);
  return checks.map(check => {
    const exemption = exemptionOf(inForce, check.definition.id);
    return judge(check, context, exemption).outcome;
  });
}
