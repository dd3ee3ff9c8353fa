import { isOverspent } from '../../slo/budget';
import { KpiMeasure, KpiMeasurePart, shareMeasure } from './measure';
import { medianOf } from './numbers';

/** The budget of one SLO at the end of a period. @public */
export interface KpiSlo {
  readonly tier: string;
  /** Share of the budget that is left, below 0 when overspent; null: not known. */
  readonly remaining: number | null;
}

const isMet = (remaining: number) => !isOverspent(remaining);

function compliance(slos: readonly KpiSlo[]) {
  const known = slos.flatMap(({ remaining }) => remaining ?? []);
  return shareMeasure(known.filter(isMet).length, known.length, slos.length);
}

/**
 * What SLOs come to: how many meet their objective, also by tier, how much of the budgets is consumed, and how
 * many are spent. With nothing left a budget is spent, and its objective still met. SLOs that are not known count in `of` only.
 *
 * @param tiers - in the order in which they stand; those without an SLO are left out
 * @public
 */
export function sloMeasures(
  slos: readonly KpiSlo[],
  tiers: readonly { readonly id: string; readonly name: string }[],
) {
  const known = slos.flatMap(({ remaining }) => remaining ?? []);
  const parts = tiers.flatMap(({ id, name }): KpiMeasurePart[] => {
    const { value, n, of } = compliance(slos.filter(slo => slo.tier === id));
    return of === 0 ? [] : [{ key: id, title: name, value, n, of }];
  });
  const consumed = medianOf(known.map(remaining => 100 * (1 - remaining)));
  return {
    'slo-compliance': { ...compliance(slos), parts },
    'budget-consumed': { value: consumed, n: known.length, of: slos.length },
    'budgets-spent': shareMeasure(
      known.filter(remaining => remaining <= 0).length,
      known.length,
      slos.length,
    ),
  } satisfies Record<string, KpiMeasure>;
}
