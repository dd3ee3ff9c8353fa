/** The id of a check on the standards page, and so the end of every link to it. */
export function checkAnchor(scorecard: string, check: string): string {
  return `check-${scorecard}-${check}`;
}

/** The id of a scorecard on the standards page. */
export function scorecardAnchor(scorecardId: string): string {
  return `scorecard-${scorecardId}`;
}

/** The id of a level on the standards page. */
export function levelAnchor(scorecardId: string, levelId: string): string {
  return `level-${scorecardId}-${levelId}`;
}

/** The id of a tier on the standards page. */
export function tierAnchor(tierId: string): string {
  return `tier-${tierId}`;
}

/** Where the standards page says how score, coverage and level are computed. */
export const COMPUTED_ANCHOR = 'computed';

/** The id of a checklist on the standards page. */
export function checklistAnchor(checklistId: string): string {
  return `checklist-${checklistId}`;
}

/** The id of a phase of a checklist on the standards page. */
export function phaseAnchor(checklistId: string, phaseId: string): string {
  return `phase-${checklistId}-${phaseId}`;
}

/** The id of an item of a checklist on the standards page. */
export function itemAnchor(checklistId: string, itemId: string): string {
  return `item-${checklistId}-${itemId}`;
}
