import { OncallPerson, Rotation } from './oncall';
import { overview } from './overview';
import { standingOf } from './sharers';
import { planned } from './planned';
import { distinctPeople } from './spans';

/** Gaps and handovers are told for 14 days. @public */
export const HORIZON_MS = 14 * 24 * 3_600_000;

/** Who can be paged at one level now, and who is next. Whoever shadows is not among them. @public */
export interface LevelNow {
  /** null: the provider has no levels. */
  readonly level: number | null;
  /** Empty: nobody. */
  readonly people: OncallPerson[];
  /** When these people change next; null: not within what is known. */
  readonly until: number | null;
  /** Who then; no people: nobody. */
  readonly next: {
    readonly at: number;
    readonly people: OncallPerson[];
  } | null;
}

/** A time in which nobody can be paged. @public */
export interface CoverageGap {
  readonly from: number;
  readonly to: number;
  /** null: at no level at all; a number: there, while another level has somebody. */
  readonly level: number | null;
}

/** A change of the people at a level. @public */
export interface Handover {
  readonly at: number;
  readonly level: number | null;
  readonly out: OncallPerson[];
  readonly in: OncallPerson[];
}

/** How many share a level: by the plan, or by who has a shift in the time that is known. @public */
export interface RotationSize {
  readonly level: number | null;
  readonly people: number;
  readonly basis: 'roster' | 'window';
}

/** What one rotation comes to at one time. @public */
export interface RotationStatus {
  /** The first level first, null last; none where nothing is known of the time. */
  readonly levels: LevelNow[];
  /** Within the horizon, the soonest first; none where the rotation cannot tell. */
  readonly gaps: CoverageGap[];
  /** Hours at no level within the horizon; null: the rotation cannot tell. */
  readonly gapHours: number | null;
  /** Within the horizon, the soonest first. */
  readonly handovers: Handover[];
  readonly size: RotationSize[];
  /** Everybody on the roster or on a shift in the time that is known, shadows left out. */
  readonly people: OncallPerson[];
}

/**
 * Who is on call at `at`, until when, who is next, and what is not covered from `at` on: for 14 days or until
 * the end of the rotation's window, whichever is sooner. What has passed is never a gap.
 *
 * @public
 */
export function rotationStatus(rotation: Rotation, at: number): RotationStatus {
  const { window } = rotation;
  const { levels, sharers, people } = standingOf(rotation);
  const view = overview({
    shifts: planned(rotation, { from: at, to: Math.max(at, window.to) }),
    levels,
    window: { from: at, to: window.to },
    horizonMs: HORIZON_MS,
  });
  const tellsGaps = rotation.gaps !== 'unknown' && at < window.to;
  return {
    levels: view.levels,
    gaps: tellsGaps ? view.gaps : [],
    gapHours: tellsGaps ? view.gapHours : null,
    handovers: view.handovers,
    size: sharers.map(each => ({
      level: each.level,
      people: each.people.length,
      basis: each.basis,
    })),
    people: distinctPeople([
      ...sharers.flatMap(each => each.people),
      ...people,
    ]),
  };
}
