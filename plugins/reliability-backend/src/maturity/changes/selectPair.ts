import { StateComparison } from '@plimsoll/backstage-plugin-reliability-common';
import { RankedReport } from '../rankingFilter';
import { changeFilter, placeOf } from './changeFilter';
import { DayPair } from './DayPairs';
import { PastState } from './PastStates';

/** A service that was there on both days. */
export interface Both {
  readonly entityRef: string;
  readonly before: PastState;
  readonly after: PastState;
  /** Absent where nothing differs. */
  readonly comparison?: StateComparison;
}

/** The part of two days that a reader asks for and may see. */
export interface Selection {
  readonly before: readonly PastState[];
  readonly after: readonly PastState[];
  readonly both: readonly Both[];
  readonly came: number;
  /** With those removed. */
  readonly left: number;
  /** No service any more, so that nobody can say who may see them; counted for who sees all. */
  readonly removed: number;
}

/**
 * Narrows two days to what a reader asks for. Each day is narrowed by where its services stood that day, so that a
 * service which changed its team left one and came to the other.
 *
 * @param current - the services of now, by reference
 * @param visible - absent: all
 */
export function selectPair(
  pair: DayPair,
  context: {
    readonly isWanted: ReturnType<typeof changeFilter>;
    readonly current: ReadonlyMap<string, RankedReport>;
    readonly visible?: ReadonlySet<string>;
  },
): Selection {
  const { isWanted, current, visible } = context;
  const before: PastState[] = [];
  const after: PastState[] = [];
  const both: Both[] = [];
  let removed = 0;
  const within = new Set<string>();
  for (const [ref, state] of pair.before.states) {
    const now = current.get(ref);
    if (!now) {
      const gone = {
        tierId: '',
        owner: '',
        system: '',
        domain: '',
        ...named(state),
      };
      if (!visible && isWanted(gone)) removed += 1;
    } else if ((visible?.has(ref) ?? true) && isWanted(placeOf(state, now))) {
      before.push(state);
      within.add(ref);
    }
  }
  for (const [ref, state] of pair.after.states) {
    const now = current.get(ref);
    if (!now || visible?.has(ref) === false) continue;
    if (!isWanted(placeOf(state, now))) continue;
    after.push(state);
    const old = within.has(ref) ? pair.before.states.get(ref) : undefined;
    if (old) {
      const comparison = pair.comparisons.get(ref);
      both.push({ entityRef: ref, before: old, after: state, comparison });
    }
  }
  return {
    before,
    after,
    both,
    came: after.length - both.length,
    left: before.length - both.length + removed,
    removed,
  };
}

/** Where a service that is gone stood, as far as the day kept it. */
function named({ row: { tierId, owner, system, domain } }: PastState) {
  return {
    ...(tierId !== undefined && { tierId }),
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
    ...(domain !== undefined && { domain }),
  };
}
