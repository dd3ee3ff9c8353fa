import type { OutcomeReason } from './assess';
import { ObservedFact } from '../facts/factContext';
import { FactValue } from '../facts/facts';

/** A value as a person reads it: texts in quotes, nothing as `nothing`. @public */
export function printValue(value: FactValue | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

/**
 * A rule with the demands of the service's tier filled in: `oncall.responders >= 4` for
 * `oncall.responders >= tier.contract.oncall.minResponders`.
 *
 * @public
 */
export function fillContract(
  rule: string,
  facts: Readonly<Record<string, ObservedFact>>,
): string {
  return Object.entries(facts)
    .filter(
      ([path, fact]) =>
        path.startsWith('tier.contract.') && fact.state === 'known',
    )
    .sort(([a], [b]) => b.length - a.length)
    .reduce(
      (text, [path, fact]) => text.split(path).join(printValue(fact.value)),
      rule,
    );
}

const list = (paths: readonly string[]) => paths.join(', ');

/** Whether nothing but the tier, or a demand of it, is missing. @public */
export function lacksTier(reason: OutcomeReason | undefined): boolean {
  return (
    reason?.kind === 'absent' &&
    reason.facts.every(path => path.startsWith('tier.'))
  );
}

/** Why an outcome is unknown or exempt, in one sentence. @public */
export function explainReason(reason: OutcomeReason): string {
  switch (reason.kind) {
    case 'absent':
      if (lacksTier(reason)) {
        return 'The service has no tier, or one that does not demand this';
      }
      return `Nobody has reported ${list(reason.facts)} yet`;
    case 'stale':
      return `The last report of ${list(reason.facts)} is too old to rely on`;
    case 'error':
      return `The rule could not be evaluated: ${reason.message}`;
    default:
      return `${reason.reason} (approved by ${reason.approvedBy}, until ${reason.until})`;
  }
}
