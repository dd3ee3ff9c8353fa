import { TierContract } from '../tier';
import { KnownRotation, OncallPerson, OncallWindow } from './oncall';
import { Overview, overview } from './overview';
import { planned } from './planned';
import { BusinessHours, requiredTimes } from './requiredTimes';
import { byLevel, Sharers, standingOf } from './sharers';
import { distinctPeople, hoursOf, intersect } from './spans';
import { CoverageGap, Handover, HORIZON_MS, LevelNow } from './status';

/**
 * Whether somebody is on call: `uncovered` nobody is although it is planned, `unknown` it cannot be told,
 * `none` the service has no rotation.
 *
 * @public
 */
export type CoverState = 'covered' | 'uncovered' | 'unknown' | 'none';

/** @public */
export interface ServiceCoverOptions {
  /** Who is on call then. */
  readonly at: number;
  /** The present, by which rotations are stale; default: `at`. */
  readonly now?: number;
  readonly contract: TierContract | undefined;
  readonly hours: BusinessHours;
  /** A rotation that was not read for this long is stale. */
  readonly staleAfterMs: number;
  /** Rotations of the service that were never read, mirrors left out: what they would say is not known. */
  readonly pending?: readonly string[];
}

/** A gap of a service. @public */
export interface ServiceGap extends CoverageGap {
  /** Whether nobody is there at any level in some of the time that the tier wants covered. */
  readonly required: boolean;
}

/** Who is on call for a service by all its rotations that count: no mirrors, no members of a team. @public */
export interface ServiceCover {
  readonly state: CoverState;
  /** Whether the tier wants somebody on call at that time. */
  readonly wantedNow: boolean;
  readonly levels: LevelNow[];
  readonly gaps: ServiceGap[];
  /** Hours at no level within the horizon; null: cannot be told, or there is no rotation. */
  readonly gapHours: number | null;
  /** Of those the hours that the tier wants covered; null also where no tier says what it wants. */
  readonly requiredGapHours: number | null;
  readonly handovers: Handover[];
  /** Who shares the rotations: by the roster where there is one, else by the shifts. */
  readonly responders: OncallPerson[];
  /** Responders, and whoever else has a shift in the time that is known. */
  readonly people: OncallPerson[];
  /** Levels on which somebody stands; those of providers without levels are one. */
  readonly levelCount: number;
  /** Rotations that count, also stale ones. */
  readonly counting: KnownRotation[];
  /** Whether all rotations that count were read, are fresh and know of the time: nothing can be added. */
  readonly complete: boolean;
  /** Ids of those that count and are stale. */
  readonly staleRotations: string[];
  /** Whether all that the service has are members of a team: people to ask, whom nobody planned. */
  readonly membersOnly: boolean;
}

/** Whether a rotation only names the members of a team. */
const isMembers = ({ ref, shifts }: KnownRotation) =>
  ref.kind === 'group' ||
  (shifts.length > 0 && shifts.every(({ source }) => source === 'members'));

/** Until when all rotations are known; those that cannot tell gaps are not asked, unless there is no other. */
function knownUntil(rotations: readonly KnownRotation[]): number {
  const telling = rotations.filter(({ gaps }) => gaps !== 'unknown');
  const asked = telling.length > 0 ? telling : rotations;
  return Math.min(...asked.map(({ window }) => window.to));
}

function join(heard: readonly KnownRotation[], at: number): Overview {
  const window: OncallWindow = {
    from: at,
    to: heard.length > 0 ? knownUntil(heard) : at,
  };
  return overview({
    shifts:
      heard.length === 1
        ? planned(heard[0], window)
        : heard.flatMap(rotation => planned(rotation, window)),
    levels: [
      ...new Set(heard.flatMap(rotation => standingOf(rotation).levels)),
    ].sort(byLevel),
    window,
    horizonMs: HORIZON_MS,
  });
}

function joined(heard: readonly KnownRotation[], at: number): Overview {
  if (heard.length === 0) return join(heard, at);
  const standing = standingOf(heard[0]);
  const { joined: known } = standing;
  const isSame =
    known?.at === at &&
    known.rotations.length === heard.length &&
    heard.every((rotation, index) => rotation === known.rotations[index]);
  if (isSame) return known.view;
  const view = join(heard, at);
  standing.joined = { rotations: heard, at, view };
  return view;
}

function gapsOf(
  view: Overview,
  certain: boolean,
  until: number,
  { at, contract, hours }: ServiceCoverOptions,
) {
  const coverage = contract?.oncall?.coverage;
  // What is not known could fill a gap, but could not make one.
  if (!certain && view.uncovered.length > 0) {
    return { gaps: [], gapHours: null, requiredGapHours: null };
  }
  const horizon = { from: at, to: Math.min(until, at + HORIZON_MS) };
  const wanted = requiredTimes(coverage, horizon, hours);
  const lacking = intersect(view.uncovered, wanted);
  const gaps = view.gaps.map(gap => ({
    ...gap,
    required: gap.level === null && intersect([gap], wanted).length > 0,
  }));
  return {
    gaps: certain ? gaps : [],
    gapHours: view.gapHours,
    requiredGapHours: coverage === undefined ? null : hoursOf(lacking),
  };
}

const NOTHING_TOLD = { gaps: [], gapHours: null, requiredGapHours: null };

function levelCountOf(sharers: readonly Sharers[]): number {
  const levels = sharers
    .filter(({ people }) => people.length > 0)
    .map(({ level }) => level ?? 1);
  return new Set(levels).size;
}

function stateOf(
  anybody: boolean,
  certain: boolean,
  counts: number,
  membersOnly: boolean,
): CoverState {
  if (anybody) return 'covered';
  if (counts === 0) return membersOnly ? 'unknown' : 'none';
  return certain ? 'uncovered' : 'unknown';
}

/**
 * Joins the rotations of a service. Somebody can be paged when any rotation that counts has a person at any
 * level; a stale one says nothing of that. What stale, pending or partly known rotations leave open is unknown:
 * they can fill a gap of the others, not make one. Members of a team alone leave everything unknown.
 *
 * @public
 */
export function serviceCover(
  rotations: readonly KnownRotation[],
  options: ServiceCoverOptions,
): ServiceCover {
  const { at, now = at, staleAfterMs, pending = [] } = options;
  const own = rotations.filter(({ mirror }) => !mirror);
  const counting = own.filter(rotation => !isMembers(rotation));
  const stale = counting.filter(
    ({ fetchedAt }) => now - fetchedAt > staleAfterMs,
  );
  const heard = counting.filter(
    rotation => !stale.includes(rotation) && at < rotation.window.to,
  );
  const complete =
    pending.length === 0 &&
    heard.length === counting.length &&
    heard.every(({ window }) => window.from <= at);
  const certain = complete && heard.every(({ gaps }) => gaps !== 'unknown');
  const membersOnly =
    own.length > 0 && counting.length === 0 && pending.length === 0;
  const view = joined(heard, at);
  const anybody = view.levels.some(({ people }) => people.length > 0);
  const standings = counting.map(standingOf);
  const sharers = standings.flatMap(each => each.sharers);
  const responders = sharers.flatMap(({ people }) => people);
  return {
    state: stateOf(
      anybody,
      certain,
      counting.length + pending.length,
      membersOnly,
    ),
    wantedNow:
      requiredTimes(
        options.contract?.oncall?.coverage,
        { from: at, to: at + 1 },
        options.hours,
      ).length > 0,
    levels: view.levels,
    ...(heard.length > 0
      ? gapsOf(view, certain, knownUntil(heard), options)
      : NOTHING_TOLD),
    handovers: view.handovers,
    responders: distinctPeople(responders),
    people: distinctPeople([
      ...responders,
      ...standings.flatMap(each => each.people),
    ]),
    levelCount: levelCountOf(sharers),
    counting,
    complete,
    staleRotations: stale.map(({ id }) => id),
    membersOnly,
  };
}
