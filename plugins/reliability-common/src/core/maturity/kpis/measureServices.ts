import { ItemState } from '../../readiness';
import { KpiMeasure, shareMeasure } from './measure';
import { medianOf, percentOf } from './numbers';
import { PushedKpi } from './catalogue';

/** What a checklist says about one service. @public */
export interface KpiReadiness {
  /** Required items that are not met. */
  readonly missing: number;
}

/** Services that meet all required items, of those for which the checklist is. @public */
export const readinessMeasure = (
  services: readonly KpiReadiness[],
  of: number,
): KpiMeasure =>
  shareMeasure(
    services.filter(({ missing }) => missing === 0).length,
    services.length,
    of,
  );

/**
 * Services that meet an item. One that nobody answered is not met and lowers the coverage; where the item does not
 * apply, the service is left out.
 *
 * @public
 */
export function itemMeasure(states: readonly ItemState[]): KpiMeasure {
  const asked = states.filter(state => state !== 'not-applicable');
  const answered = asked.filter(state => state !== 'unanswered');
  return {
    ...shareMeasure(
      asked.filter(state => state === 'met').length,
      asked.length,
    ),
    coverage: asked.length > 0 ? answered.length / asked.length : null,
  };
}

/** Services at each level on one day. @public */
export interface KpiLevels {
  readonly services: number;
  /** Sum of their coverages in per mille. */
  readonly coverageSum: number;
  /** By id of the level. */
  readonly levels: Readonly<Record<string, number>>;
}

/**
 * Coverage and levels over services.
 *
 * @param levels - of the scorecard, the lowest first
 * @param of - services that there are, assessed or not
 * @public
 */
export function levelMeasures(
  found: KpiLevels | undefined,
  levels: readonly { readonly id: string; readonly name: string }[],
  of: number,
) {
  const n = found?.services ?? 0;
  const at = (id: string) => found?.levels[id] ?? 0;
  const attained = levels.reduce((sum, { id }) => sum + at(id), 0);
  const parts = [{ id: 'none', name: 'No level' }, ...levels].map(
    ({ id, name }) => ({
      key: id,
      title: name,
      value: percentOf(id === 'none' ? n - attained : at(id), n),
      n,
      of,
    }),
  );
  return {
    'scorecard-coverage': {
      value: found && n > 0 ? found.coverageSum / n / 10 : null,
      n,
      of,
    },
    'level-share': { ...shareMeasure(attained, n, of), parts },
  } satisfies Record<string, KpiMeasure>;
}

/** A value that is pushed for services, put together. @public */
export function pushedMeasure(
  values: readonly number[],
  of: number,
  aggregate: PushedKpi['aggregate'],
): KpiMeasure {
  const n = values.length;
  const sum = values.reduce((total, value) => total + value, 0);
  const found = { mean: sum / n, median: medianOf(values), sum }[aggregate];
  return { value: n === 0 ? null : found, n, of };
}

/** Services whose pushed value is at most what their tier allows. @public */
export function withinMeasure(
  services: readonly {
    readonly allowed: number;
    readonly value: number | null;
  }[],
): KpiMeasure {
  const known = services.filter(({ value }) => value !== null);
  return shareMeasure(
    known.filter(({ value, allowed }) => value! <= allowed).length,
    known.length,
    services.length,
  );
}
