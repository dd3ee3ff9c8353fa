import { Slo } from '@plimsoll/backstage-plugin-reliability-common';

/** What a draft is looked at over; milliseconds since the epoch, multiples of the step. */
export interface DryRunRange {
  readonly stepMs: number;
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The shortest step: that of the shortest window of an alert. */
const LEAST_STEP = 5 * MINUTE;

/** Prometheus answers no more points than this. */
const MAX_STEPS = 11_000;

const STEPS = [5, 10, 15, 30, 60].map(count => count * MINUTE);

/** The finest step with which a source can answer, a multiple of the slices of the SLO. */
export function dryRunRange(
  slo: Pick<Slo, 'objectives'>,
  days: number,
  at: number,
): DryRunRange {
  const sliceMs = Math.max(
    1,
    ...slo.objectives.map(({ indicator }) => indicator.sliceMs ?? 1),
  );
  const least = Math.max(LEAST_STEP, (days * DAY) / (MAX_STEPS - 1));
  const round = STEPS.find(step => step >= least) ?? Math.ceil(least);
  const stepMs = Math.ceil(round / sliceMs) * sliceMs;
  const to = Math.floor(at / stepMs) * stepMs;
  return {
    stepMs,
    from: to - Math.ceil((days * DAY) / stepMs) * stepMs,
    to,
  };
}
