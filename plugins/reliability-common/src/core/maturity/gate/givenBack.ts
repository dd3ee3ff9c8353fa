import { isOneOfWords } from './policy';

/** What one incident took out of one budget. @public */
export interface GateSpend {
  readonly incidentId: string;
  readonly incidentTitle: string;
  readonly cause: string | null;
  /** Of the budget of a window, 1: all of it. What lies outside of the window in force is left out. */
  readonly share: number;
  readonly postmortemPublished: boolean;
}

/** A budget of an SLO that has data. @public */
export interface GateBudget {
  readonly sloId: string;
  readonly sloTitle: string;
  readonly objectiveId: string;
  /** Share that is left, 1: all of it; negative: overspent. */
  readonly left: number;
  readonly spends: readonly GateSpend[];
}

/** What an incident of an exempt cause took, and gets back. @public */
export interface GateGivenBack {
  readonly sloId: string;
  readonly sloTitle: string;
  readonly objectiveId: string;
  readonly incidentId: string;
  readonly incidentTitle: string;
  readonly cause: string;
  /** Of the budget, 1: all of it. */
  readonly share: number;
}

/**
 * What incidents of exempt causes give back to a budget: all that each took, together at most what is spent, as
 * incidents at the same time count the same bad events.
 *
 * @public
 */
export function givenBackTo(
  budget: GateBudget,
  exemptCauses: readonly string[],
): GateGivenBack[] {
  let spent = Math.max(0, 1 - budget.left);
  const { sloId, sloTitle, objectiveId } = budget;
  return budget.spends.flatMap(spend => {
    const { incidentId, incidentTitle, cause } = spend;
    if (cause === null || !isOneOfWords(cause, exemptCauses)) return [];
    const share = Math.min(spent, Math.max(0, spend.share));
    spent -= share;
    if (share === 0) return [];
    return [
      { sloId, sloTitle, objectiveId, incidentId, incidentTitle, cause, share },
    ];
  });
}

/** Share of a budget that is left with what is given back, 1: all of it. @public */
export const leftWithGivenBack = (
  budget: GateBudget,
  exemptCauses: readonly string[],
): number =>
  givenBackTo(budget, exemptCauses).reduce(
    (left, { share }) => left + share,
    budget.left,
  );
