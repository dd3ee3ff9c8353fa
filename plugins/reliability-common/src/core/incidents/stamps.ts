import {
  Incident,
  isOpen,
  stampNames,
  Stamps,
  StampName,
  IncidentStatus,
} from './incident';

/** When things happened, by name, without who says so. @public */
export type StampedTimes = Readonly<
  Partial<Record<StampName, { readonly at: number }>>
>;

/** What is wrong with the stamps of an incident. @public */
export type StampProblem =
  | {
      readonly kind: 'order';
      /** Has to come first, and does not. */
      readonly earlier: StampName;
      readonly later: StampName;
    }
  | { readonly kind: 'future'; readonly stamp: StampName };

/** Clocks differ; a time this far ahead of ours is now. @public */
export const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * A page is answered before somebody declares an incident. Users may be served again before anybody notices, says or
 * mends anything.
 */
const EITHER_WAY: readonly (readonly [StampName, StampName])[] = [
  ['declared', 'acknowledged'],
  ['detected', 'impactEnd'],
  ['declared', 'impactEnd'],
  ['acknowledged', 'impactEnd'],
  ['mitigated', 'impactEnd'],
];

const mayCross = (earlier: StampName, later: StampName) =>
  EITHER_WAY.some(([one, other]) => one === earlier && other === later);

/**
 * Stamps that stand in the wrong order, and those that are in the future. Each stamp comes at or after all
 * before it in `stampNames`; only an acknowledgement may come before the declaration, and an end of impact
 * before all but its start.
 *
 * @param now - milliseconds since the epoch
 * @public
 */
export function stampProblems(
  stamps: StampedTimes,
  now: number,
): StampProblem[] {
  const known = stampNames.flatMap(name => {
    const at = stamps[name]?.at;
    return at === undefined ? [] : [{ name, at }];
  });
  const crossed = known.flatMap((later, index) =>
    known
      .slice(0, index)
      .filter(
        earlier => later.at < earlier.at && !mayCross(earlier.name, later.name),
      )
      .map(
        (earlier): StampProblem => ({
          kind: 'order',
          earlier: earlier.name,
          later: later.name,
        }),
      ),
  );
  const ahead = known
    .filter(({ at }) => at > now + CLOCK_SKEW_MS)
    .map(({ name }): StampProblem => ({ kind: 'future', stamp: name }));
  return [...crossed, ...ahead];
}

/** A problem as a sentence without its full stop: `resolved is before declared`. @public */
export const stampProblemText = (problem: StampProblem): string =>
  problem.kind === 'order'
    ? `${problem.later} is before ${problem.earlier}`
    : `${problem.stamp} is in the future`;

/** Times between the stamps of one incident in milliseconds; null: a stamp is missing or comes before the other. @public */
export interface IncidentDurations {
  /** Time to detect: impact start to detected. */
  readonly detect: number | null;
  /** Time to acknowledge: declared to the first acknowledgement. */
  readonly acknowledge: number | null;
  /** Time to mitigate: impact start, else detected, to mitigated. */
  readonly mitigate: number | null;
  /** Time to restore: declared to the last resolve. */
  readonly restore: number | null;
  /** Impact start to its end, else mitigated, else resolved; only where customers felt it. */
  readonly impact: number | null;
}

/** What durations need of an incident. @public */
export interface TimedIncident {
  readonly status: IncidentStatus;
  readonly customerImpact: boolean | null;
  readonly stamps: StampedTimes;
}

function between(
  from: number | undefined,
  to: number | undefined,
): number | null {
  return from === undefined || to === undefined || to < from ? null : to - from;
}

/** Whether customers felt it: as somebody said, else whether anybody wrote down when it began for them. @public */
export const impactDeclared = ({
  customerImpact,
  stamps,
}: Pick<TimedIncident, 'customerImpact' | 'stamps'>): boolean =>
  customerImpact ?? stamps.impactStart !== undefined;

const impactEnd = ({ stamps }: Pick<TimedIncident, 'stamps'>) =>
  (stamps.impactEnd ?? stamps.mitigated ?? stamps.resolved)?.at;

/**
 * The times of one incident. One that is open is not restored, whatever it was resolved at before it was
 * reopened.
 *
 * @public
 */
export function incidentFigures(incident: TimedIncident): IncidentDurations {
  const { stamps, status } = incident;
  const { impactStart, detected, declared, acknowledged, mitigated } = stamps;
  const resolved = isOpen(status) ? undefined : stamps.resolved;
  return {
    detect: between(impactStart?.at, detected?.at),
    acknowledge: between(declared?.at, acknowledged?.at),
    mitigate: between((impactStart ?? detected)?.at, mitigated?.at),
    restore: between(declared?.at, resolved?.at),
    impact: impactDeclared(incident)
      ? between(impactStart?.at, impactEnd(incident))
      : null,
  };
}

/**
 * When customers felt it, for impact minutes; undefined where they did not, or the times are missing. What goes
 * on ends now.
 *
 * @param now - milliseconds since the epoch
 * @public
 */
export function customerImpactSpan(
  incident: TimedIncident,
  now: number,
): { from: number; to: number; open: boolean } | undefined {
  const from = incident.stamps.impactStart?.at;
  const end = impactEnd(incident);
  const to = end ?? (isOpen(incident.status) ? now : undefined);
  if (!impactDeclared(incident)) return undefined;
  if (from === undefined || to === undefined || to < from) return undefined;
  return { from, to, open: end === undefined };
}

/**
 * When an incident may have spent error budget, whoever felt it: from impact start, else detected, else declared,
 * to impact end, else mitigated, else resolved, else now. Undefined where it has no beginning, ends before it
 * began, or is over and nobody knows when.
 *
 * @param now - milliseconds since the epoch
 * @public
 */
export function impactWindow(
  incident: Pick<Incident, 'status'> & { readonly stamps: StampedTimes },
  now: number,
): { from: number; to: number; open: boolean } | undefined {
  const { impactStart, detected, declared, closed } = incident.stamps;
  const from = (impactStart ?? detected ?? declared)?.at;
  const end = impactEnd(incident) ?? closed?.at;
  const to = end ?? (isOpen(incident.status) ? now : undefined);
  if (from === undefined || to === undefined || to <= from) return undefined;
  return { from, to, open: end === undefined };
}

/**
 * Takes out what was true only until an incident was reopened: a resolve and a close that came before it.
 *
 * @public
 */
export function stampsSinceReopened(
  stamps: Stamps,
  reopenedAt: readonly number[],
): Stamps {
  const last = Math.max(-Infinity, ...reopenedAt);
  const { resolved, closed, ...others } = stamps;
  return {
    ...others,
    ...(resolved && resolved.at >= last && { resolved }),
    ...(closed && closed.at >= last && { closed }),
  };
}
