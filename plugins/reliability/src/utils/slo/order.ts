import {
  compareStatus,
  worstStatus,
  type ObjectiveEvaluationItem,
  type SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';

/** The order of lists: by status, then by what is left of the budget, then by title. */
export function byStatus(slos: readonly SloResponse[]): SloResponse[] {
  return [...slos].sort(
    (a, b) =>
      compareStatus(a.status, b.status) ||
      (a.remaining ?? 0) - (b.remaining ?? 0) ||
      a.title.localeCompare(b.title),
  );
}

/** The one that a person must look at first: what is not known comes before what is healthy. */
export function mostPressing(
  slos: readonly SloResponse[],
): SloResponse | undefined {
  const status = worstStatus(slos.map(slo => slo.status));
  return byStatus(slos).find(slo => slo.status === status);
}

/** The objective whose numbers stand for the SLO: of a composite the whole, else the one they agree with. */
export function headlineOf(
  slo: SloResponse,
): ObjectiveEvaluationItem | undefined {
  const { evaluations } = slo;
  return slo.composite
    ? evaluations[0]
    : evaluations.find(
        ({ target, budget }) =>
          target === slo.target && budget.remaining === slo.remaining,
      ) ?? evaluations[0];
}
