import { RatedService, rollUp, Rollup, RollupOptions } from './rollUp';
import {
  ComparisonSignal,
  coverageSignal,
  excusedShare,
  excusedSignal,
} from './signals';

/** Why a group has no place: too few services, too little known, or no group at all (services without an owner). @public */
export type UnrankedReason = 'few-services' | 'low-coverage' | 'no-group';

/** Services of one group. @public */
export interface ComparableGroup {
  /** Empty for services that belong to none. */
  readonly key: string;
  readonly services: readonly RatedService[];
}

/** What makes a comparison fair. @public */
export interface ComparisonOptions extends RollupOptions {
  /** Default 3. */
  readonly minServices?: number;
  /** Per mille; default 600. */
  readonly minCoverage?: number;
  /** Only services of this tier. */
  readonly sameTier?: string;
  /** Only services of this `spec.type`. */
  readonly sameType?: string;
}

/** A group in a comparison. @public */
export interface ComparedGroup {
  readonly key: string;
  readonly rollup: Rollup;
  /** By level share, then score; equals share a place. Absent where it is not ranked. */
  readonly place?: number;
  /** By change of the score among the ranked groups that have one. */
  readonly improvementPlace?: number;
  readonly unranked: readonly UnrankedReason[];
  readonly signals: readonly ComparisonSignal[];
}

type Candidate = Omit<ComparedGroup, 'place' | 'improvementPlace'>;

const placeOf = ({ place }: ComparedGroup) => place ?? Number.MAX_SAFE_INTEGER;

const byKey = (a: { key: string }, b: { key: string }) =>
  a.key < b.key ? -1 : 1;

/** Places from 1; those that compare as equal share one, and the next is left out. */
function placesOf<T extends { key: string }>(
  items: readonly T[],
  better: (a: T, b: T) => number,
): Map<string, number> {
  const sorted = [...items].sort(better);
  const places = new Map<string, number>();
  sorted.forEach((item, index) => {
    const before = sorted[index - 1];
    const shares = before !== undefined && better(before, item) === 0;
    places.set(item.key, shares ? places.get(before.key)! : index + 1);
  });
  return places;
}

const byLevel = (a: Candidate, b: Candidate) =>
  b.rollup.levelShare - a.rollup.levelShare || b.rollup.score - a.rollup.score;

const byImprovement = (a: Candidate, b: Candidate) =>
  b.rollup.trend!.delta - a.rollup.trend!.delta;

function alike(groups: readonly ComparableGroup[], options: ComparisonOptions) {
  const { sameTier, sameType } = options;
  return groups
    .map(({ key, services }) => ({
      key,
      services: services.filter(
        ({ tierId, type }) =>
          (sameTier === undefined || tierId === sameTier) &&
          (sameType === undefined || type === sameType),
      ),
    }))
    .filter(({ services }) => services.length > 0);
}

function reasonsOf(
  key: string,
  rollup: Rollup,
  { minServices = 3, minCoverage = 600 }: ComparisonOptions,
): UnrankedReason[] {
  const reasons: UnrankedReason[] = [];
  if (key === '') reasons.push('no-group');
  if (rollup.services < minServices) reasons.push('few-services');
  if (rollup.coverage < minCoverage) reasons.push('low-coverage');
  return reasons;
}

/**
 * Compares groups over like services only. A group of few services, or of which little is known, has no place,
 * because its number says more about chance than about the group. Ranked groups come first in the
 * order of their places, then the others by key.
 *
 * @public
 */
export function compareGroups(
  groups: readonly ComparableGroup[],
  options: ComparisonOptions,
): ComparedGroup[] {
  const compared = alike(groups, options);
  // In order, because sorting them again for the median of each group would cost most of all.
  const shares = new Map(
    compared
      .map(({ key, services }) => [key, excusedShare(services)] as const)
      .sort(([, a], [, b]) => a - b),
  );
  const candidates = compared.map(({ key, services }): Candidate => {
    const rollup = rollUp(services, options);
    const others = [...shares].filter(([other]) => other !== key);
    const signals = [
      excusedSignal(
        shares.get(key)!,
        others.map(([, share]) => share),
      ),
      coverageSignal(services),
    ];
    return {
      key,
      rollup,
      unranked: reasonsOf(key, rollup, options),
      signals: signals.filter(signal => signal !== undefined),
    };
  });
  const ranked = candidates.filter(({ unranked }) => unranked.length === 0);
  const places = placesOf(ranked, byLevel);
  const improvement = placesOf(
    ranked.filter(({ rollup }) => rollup.trend),
    byImprovement,
  );
  const withPlaces = candidates.map((group): ComparedGroup => {
    const place = places.get(group.key);
    const improvementPlace = improvement.get(group.key);
    return {
      ...group,
      ...(place !== undefined && { place }),
      ...(improvementPlace !== undefined && { improvementPlace }),
    };
  });
  return withPlaces.sort((a, b) => placeOf(a) - placeOf(b) || byKey(a, b));
}
