import { exemptionEnd } from '../scorecard';
import {
  DatedExemption,
  ExemptionState,
  exemptionStateAt,
} from './exemptionState';

/** What somebody may do with an exemption that was asked for. @public */
export type ExemptionDecision = 'approve' | 'deny' | 'revoke' | 'withdraw';

/** The state that a decision leads to. @public */
export const decidedExemptionState = {
  approve: 'approved',
  deny: 'denied',
  revoke: 'revoked',
  withdraw: 'withdrawn',
} as const satisfies Record<ExemptionDecision, ExemptionState>;

/** The fewest characters of a reason. @public */
export const MIN_EXEMPTION_REASON = 10;

const DAY = 24 * 60 * 60 * 1000;

/** The last day (UTC, YYYY-MM-DD) of an exemption that is asked for or approved now. @public */
export const latestExemptionDay = (now: number, maxDurationMs: number) =>
  new Date(now + maxDurationMs).toISOString().slice(0, 10);

/**
 * What is wrong with the end of an exemption, in words; undefined where nothing is. It lies in the future and not
 * beyond the UTC day on which the longest one would end.
 *
 * @param until - its last day, or an RFC 3339 time
 * @param now - milliseconds since the epoch
 * @public
 */
export function exemptionEndProblem(
  until: string,
  now: number,
  maxDurationMs: number,
): string | undefined {
  const end = exemptionEnd({ until });
  const latest = latestExemptionDay(now, maxDurationMs);
  if (Number.isNaN(end)) return `"${until}" is no day`;
  if (end <= now) return `${until} is over; it has to end in the future`;
  if (end > Date.parse(latest) + DAY) {
    return `${until} is too far away; the latest day is ${latest}`;
  }
  return undefined;
}

/** In which states a decision can be made. */
const decidable: Record<ExemptionDecision, readonly ExemptionState[]> = {
  approve: ['requested'],
  deny: ['requested'],
  revoke: ['approved'],
  withdraw: ['requested', 'approved'],
};

/** Whether the state of an exemption leaves room for a decision. @public */
export const isExemptionDecidable = (
  exemption: DatedExemption,
  decision: ExemptionDecision,
  now: number,
): boolean => decidable[decision].includes(exemptionStateAt(exemption, now));

/** Who decides. Names are entity references, or subjects of machines. @public */
export interface ExemptionDecider {
  readonly name: string;
  readonly isPerson: boolean;
  readonly machinesMayApprove: boolean;
}

const sameName = (a: string, b: string) =>
  a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');

/**
 * Why somebody cannot make a decision, whatever permissions they have; undefined where they can. Two pairs of eyes
 * see every exemption, and a person answers for it.
 *
 * @public
 */
export function exemptionDeciderProblem(
  requestedBy: string,
  decision: ExemptionDecision,
  decider: ExemptionDecider,
): string | undefined {
  if (decision !== 'approve') return undefined;
  if (!decider.isPerson && !decider.machinesMayApprove) {
    return 'Only a person can approve an exemption';
  }
  return sameName(requestedBy, decider.name)
    ? 'The one who asked for an exemption cannot approve it'
    : undefined;
}
