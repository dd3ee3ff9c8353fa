import { TierContract } from '../tier';

/** What a tier makes of a budget. @public */
export interface SloPolicy {
  /** An SLO is at risk with less of its budget left than this (0–1). */
  readonly atRiskBelow: number;
  /** Which alert pairs count. */
  readonly severities: readonly ('page' | 'ticket')[];
  /** A value is provisional where a smaller share of its window has samples (0–1). */
  readonly provisionalBelow: number;
}

/** Where a contract does not say when an SLO is at risk; percent. */
const AT_RISK_BELOW = 20;

/**
 * What the contract of a tier makes of a budget. Where it says nothing, or the service has no tier, an SLO is at
 * risk below 20 % and both pages and tickets count.
 *
 * @param provisionalBelow - 0–1
 * @public
 */
export function sloPolicyOf(
  contract: TierContract | undefined,
  provisionalBelow: number,
): SloPolicy {
  const { atRiskBelow = AT_RISK_BELOW, alerts = ['page', 'ticket'] } =
    contract?.slo ?? {};
  return {
    atRiskBelow: atRiskBelow / 100,
    severities: alerts,
    provisionalBelow,
  };
}
