import type { DryRunResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';

export type TrialObjective = DryRunResponse['objectives'][number];

/** A budget at one time of a trial run. */
export interface TrialPoint {
  /** Milliseconds since the epoch. */
  time: number;
  /** Percent of the budget; null: not known. */
  remaining: number | null;
  /** Share of good events of the step, 0 to 1. */
  sli: number | null;
}

export function trialPoints({ points }: TrialObjective): TrialPoint[] {
  return points.map(({ at, remaining, sli }) => ({
    time: Date.parse(at),
    remaining: remaining === null ? null : remaining * 100,
    sli,
  }));
}

/** The alerts of a trial run that were on at one time or another, as stretches of time. */
export function alertSpans({ alerts }: TrialObjective, end: number) {
  return alerts.map(({ severity, from, to }) => ({
    severity,
    from: Date.parse(from),
    to: to === null ? end : Date.parse(to),
  }));
}

const MOST_TICKS = 8;

/** Midnights of the reader's zone between two times, evenly spaced and no more than fit. */
export function midnights(from: number, to: number): number[] {
  const first = DateTime.fromMillis(from).endOf('day').plus(1).startOf('day');
  const days = Math.floor(
    DateTime.fromMillis(to).diff(first, 'days').as('days'),
  );
  const step = Math.max(1, Math.ceil((days + 1) / MOST_TICKS));
  const ticks: number[] = [];
  for (let day = 0; day <= days; day += step) {
    ticks.push(first.plus({ days: day }).toMillis());
  }
  return ticks;
}
