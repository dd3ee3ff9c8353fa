import { EXEMPTION_NOTICE } from '../attention';

/** What became of an exemption. `expired`: its end came, whether or not anybody had decided. @public */
export const exemptionStates = [
  'requested',
  'approved',
  'denied',
  'revoked',
  'withdrawn',
  'expired',
] as const;

/** @public */
export type ExemptionState = (typeof exemptionStates)[number];

/** What somebody said last about an exemption; that it expires is said by the clock. @public */
export type DecidedExemptionState = Exclude<ExemptionState, 'expired'>;

/** An exemption in time. @public */
export interface DatedExemption {
  readonly state: DecidedExemptionState;
  /**
   * When it is over, in milliseconds since the epoch: the end that was asked for, or the time at which it was
   * denied, revoked, withdrawn or renewed.
   */
  readonly endsAt: number;
}

/** The state at a time; `now` in milliseconds since the epoch. @public */
export function exemptionStateAt(
  { state, endsAt }: DatedExemption,
  now: number,
): ExemptionState {
  const waits = state === 'requested' || state === 'approved';
  return waits && endsAt <= now ? 'expired' : state;
}

/** Whether the check is exempt by it at a time. @public */
export const isExemptionInForce = (
  exemption: DatedExemption,
  now: number,
): boolean => exemptionStateAt(exemption, now) === 'approved';

/** Whether it is in force and ends within {@link EXEMPTION_NOTICE}. @public */
export const isExemptionEnding = (
  exemption: DatedExemption,
  now: number,
): boolean =>
  isExemptionInForce(exemption, now) &&
  exemption.endsAt <= now + EXEMPTION_NOTICE;
