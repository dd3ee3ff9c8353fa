import { DurationStatistic, IncidentFigures } from '../../incidents';
import { KpiMeasure, shareMeasure } from './measure';
import { medianOf, percentOf } from './numbers';

/** What figures of incidents need beside them. @public */
export interface KpiIncidentContext {
  readonly services: number;
  /** Of which anybody would know of an incident. */
  readonly connected: number;
  /** Rotations linked with them. */
  readonly rotations: number;
  /** Of the period, in days. */
  readonly days: number;
}

const MINUTE = 60_000;

const minutes = (ms: number | null) => (ms === null ? null : ms / MINUTE);

const times = ({ n, of, median, p90 }: DurationStatistic): KpiMeasure => ({
  value: minutes(median),
  n,
  of,
  p90: minutes(p90),
});

/** A count is 0 only where somebody would know of one. */
const countAt = (
  count: number,
  { connected, services }: KpiIncidentContext,
): KpiMeasure => ({
  value: connected > 0 || count > 0 ? count : null,
  n: connected,
  of: services,
});

function impact(
  figures: IncidentFigures,
  context: KpiIncidentContext,
): KpiMeasure {
  const { incidents, impactUnknown, impactMinutes } = figures;
  // All that customers felt is without times: that is not no impact.
  const value =
    impactUnknown > 0 && impactMinutes === 0
      ? null
      : countAt(impactMinutes, context).value;
  return {
    value,
    n: context.connected,
    of: context.services,
    coverage: incidents > 0 ? 1 - impactUnknown / incidents : undefined,
  };
}

function pages(
  { pages: { total, afterHours, withoutHuman, zoneUnknown } }: IncidentFigures,
  { rotations, days }: KpiIncidentContext,
) {
  const perWeek =
    rotations > 0 && days > 0 ? total / (days / 7) / rotations : null;
  return {
    'page-load': { value: perWeek, n: rotations, of: rotations },
    'after-hours-share': {
      ...shareMeasure(afterHours, total),
      coverage: total > 0 ? 1 - zoneUnknown / total : null,
    },
    'noise-share': shareMeasure(withoutHuman, total),
  };
}

/** What incidents of a period come to. @public */
export function incidentMeasures(
  figures: IncidentFigures,
  context: KpiIncidentContext,
) {
  const { postmortems, followUps, incidents, repeats } = figures;
  const ofSeverity = (level: number) =>
    figures.bySeverity.find(each => each.level === level)?.incidents ?? 0;
  return {
    'impact-minutes': impact(figures, context),
    'sev1-incidents': countAt(ofSeverity(1), context),
    'sev2-incidents': countAt(ofSeverity(2), context),
    'repeat-rate': shareMeasure(repeats, incidents),
    'time-to-detect': times(figures.detect),
    'time-to-acknowledge': times(figures.acknowledge),
    'time-to-restore': times(figures.restore),
    'postmortem-timeliness': shareMeasure(
      postmortems.inTime,
      postmortems.published + postmortems.overdue,
      postmortems.required,
    ),
    'follow-up-timeliness': shareMeasure(
      followUps.inTime,
      followUps.done + followUps.overdue,
      followUps.total,
    ),
    ...pages(figures, context),
  } satisfies Record<string, KpiMeasure>;
}

/** How long one service took to be well again, and how long it may. @public */
export interface KpiRecovery {
  /** Minutes that its tier allows. */
  readonly allowedMinutes: number;
  /** Milliseconds, one for each restored incident. */
  readonly restoredMs: readonly number[];
}

/** Services whose median time to restore is as short as their tier wants. @public */
export function rtoMeasure(services: readonly KpiRecovery[]): KpiMeasure {
  const medians = services.flatMap(({ allowedMinutes, restoredMs }) => {
    const median = medianOf(restoredMs);
    return median === null ? [] : [median / MINUTE <= allowedMinutes];
  });
  return shareMeasure(
    medians.filter(Boolean).length,
    medians.length,
    services.length,
  );
}

/** Deployments, and those after which an incident of the service began within a day. @public */
export interface KpiChanges {
  readonly all: number;
  /** Whose day is over. */
  readonly settled: number;
  readonly failed: number;
}

/** @public */
export const changeFailureMeasure = (changes: KpiChanges): KpiMeasure => ({
  value: percentOf(changes.failed, changes.settled),
  n: changes.settled,
  of: changes.all,
});
