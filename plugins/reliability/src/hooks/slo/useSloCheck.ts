import { useScorecards } from '../useScorecards';

/** The check of the shipped scorecard that a service without an SLO fails. */
const HAS_SLO = 'slo-with-data';

/** The scorecard and the check that ask for an SLO; undefined while that is not known, or where none does. */
export function useSloCheck() {
  const scorecards = useScorecards();
  if (scorecards.kind !== 'ready') return undefined;
  for (const { id, checks } of scorecards.value.items) {
    const check = checks.find(each => each.id === HAS_SLO);
    if (check) return { scorecard: id, check: check.id, title: check.title };
  }
  return undefined;
}
