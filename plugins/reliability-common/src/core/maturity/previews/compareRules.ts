import { Outcome } from '../assess';
import { Rung } from '../ladder';
import { LevelDefinition } from '../scorecard';
import { isOpenCheck, ReportedCheck } from './judged';

/** A service under one set of rules. @public */
export interface RuledResult {
  readonly levels: readonly (Rung & Pick<LevelDefinition, 'id'>)[];
  /** Index of the level attained, -1 below the first. */
  readonly level: number;
  /** Per mille. */
  readonly score: number;
  readonly checks: readonly ReportedCheck[];
}

/** What becomes of a service: it loses a level, gains one, keeps it with another score, or nothing. @public */
export type PreviewChange = 'down' | 'up' | 'rescored' | 'same';

/** How a check counted before and after; null: it did not count, or there was none. @public */
export interface OutcomeFlip {
  readonly check: string;
  readonly from: Outcome | null;
  readonly to: Outcome | null;
}

/** What other rules make of one service. @public */
export interface RuleComparison {
  readonly change: PreviewChange;
  /** Ids of the checks that cost the level, gave it, or moved the score. */
  readonly causes: readonly string[];
  readonly flips: readonly OutcomeFlip[];
}

const counted = (checks: readonly ReportedCheck[]) =>
  new Map(
    checks
      .filter(({ enforcement }) => enforcement === 'enforced')
      .map(({ id, outcome }) => [id, outcome]),
  );

function flipsBetween(before: RuledResult, after: RuledResult): OutcomeFlip[] {
  const from = counted(before.checks);
  const to = counted(after.checks);
  return [...new Set([...to.keys(), ...from.keys()])]
    .map(check => ({
      check,
      from: from.get(check) ?? null,
      to: to.get(check) ?? null,
    }))
    .filter(flip => flip.from !== flip.to);
}

/**
 * The place of the old level on the new ladder. A level that is not there any more stands half a step above the
 * nearest lower one that is, so that whoever had it and attains that one has lost something.
 */
function placeOf(before: RuledResult, after: RuledResult): number {
  for (let index = before.level; index >= 0; index--) {
    const { id } = before.levels[index];
    const place = after.levels.findIndex(level => level.id === id);
    if (place >= 0) return index === before.level ? place : place + 0.5;
  }
  return before.level < 0 ? -1 : -0.5;
}

/** The enforced checks that keep a result from the level above the one it has. */
function blockersOf({ levels, level, checks }: RuledResult): string[] {
  const next = levels[level + 1]?.id;
  return checks
    .filter(
      check =>
        check.level === next &&
        check.enforcement === 'enforced' &&
        isOpenCheck(check),
    )
    .map(({ id }) => id);
}

/**
 * Compares a service under the rules in force with the same service under others. A fall is caused by the
 * checks that keep it from the level it has now; a rise by those that kept it from the next level and do not any
 * more; a changed score by the checks that count in another way. Nothing is named where only weights or the demanded score
 * changed.
 *
 * @public
 */
export function compareRules(
  before: RuledResult,
  after: RuledResult,
): RuleComparison {
  const flips = flipsBetween(before, after);
  const place = placeOf(before, after);
  if (after.level < place) {
    return { change: 'down', causes: blockersOf(after), flips };
  }
  if (after.level > place) {
    return { change: 'up', causes: blockersOf(before), flips };
  }
  const same = after.score === before.score;
  return {
    change: same ? 'same' : 'rescored',
    causes: same ? [] : flips.map(({ check }) => check),
    flips,
  };
}
