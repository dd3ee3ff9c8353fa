/** `error`: the last try failed; `pending`: never evaluated. @public */
export type SloStatus =
  | 'error'
  | 'no_data'
  | 'no_traffic'
  | 'breached'
  | 'burning'
  | 'at_risk'
  | 'healthy'
  | 'pending';

/** What a reader must know beside the status. @public */
export type SloFlag =
  | 'provisional'
  | 'stale'
  | 'low_traffic'
  | 'partial'
  | 'corrected';

/**
 * The order of lists: what is known, worst first; then what is not known.
 *
 * @public
 */
export const SLO_STATUSES: readonly SloStatus[] = [
  'breached',
  'burning',
  'at_risk',
  'healthy',
  'error',
  'no_data',
  'no_traffic',
  'pending',
];

/** Sorts by {@link SLO_STATUSES}. @public */
export const compareStatus = (one: SloStatus, other: SloStatus): number =>
  SLO_STATUSES.indexOf(one) - SLO_STATUSES.indexOf(other);

/** Whether something is known of the budget. @public */
export const isKnownStatus = (status: SloStatus): boolean =>
  compareStatus(status, 'healthy') <= 0;

/** What stands for several: known trouble, then what is not known, and healthy only where all are. */
const HEADLINE: readonly SloStatus[] = [
  'breached',
  'burning',
  'at_risk',
  'error',
  'no_data',
  'no_traffic',
  'pending',
  'healthy',
];

/** Which of two statuses stands for both: below 0 the first. */
export const compareHeadline = (one: SloStatus, other: SloStatus): number =>
  HEADLINE.indexOf(one) - HEADLINE.indexOf(other);

/** The status that stands for several: healthy only where all are; of none `pending`. @public */
export function worstStatus(statuses: readonly SloStatus[]): SloStatus {
  return [...statuses].sort(compareHeadline)[0] ?? 'pending';
}
