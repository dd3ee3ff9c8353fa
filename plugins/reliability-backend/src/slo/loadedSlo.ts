import {
  fingerprint,
  Slo,
} from '@plimsoll/backstage-plugin-reliability-common';

/** An SLO in force. */
export interface LoadedSlo {
  readonly id: string;
  readonly entityRef: string;
  /** As the annotation names it. */
  readonly file: string;
  readonly slo: Slo;
  /** Of the whole definition. */
  readonly hash: string;
  /** Of what the numbers depend on: values of another one are of another promise. */
  readonly measureHash: string;
}

/** The hash of what the numbers of an SLO depend on; titles, labels and routes are no part of it. */
export function measureHashOf(slo: Slo): string {
  const { window, method, composite, options } = slo;
  return fingerprint({
    window,
    method,
    composite,
    emptySlices: options.emptySlices,
    objectives: slo.objectives.map(({ id, target, indicator, weight }) => ({
      id,
      target,
      indicator,
      weight,
    })),
  });
}

/** The source of its first objective; the others are nearly always the same. */
export function sourceOf({ objectives }: Slo): string {
  const { sli } = objectives[0].indicator;
  return sli.kind === 'ratio' ? sli.total.source : sli.query.source;
}

/** The lowest target, or that of the composite; parts per million. */
export function targetOf({ objectives, composite }: Slo): number {
  return (
    composite?.target ?? Math.min(...objectives.map(({ target }) => target))
  );
}
