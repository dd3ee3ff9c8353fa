import type { JudgedCheck } from './assess';
import { LevelDefinition } from './scorecard';
import { scoreOf } from './score';

/** What the ladder reads of a level. @public */
export type Rung = Pick<LevelDefinition, 'minScore'>;

/** What stands between a service and its next level. @public */
export interface NextLevel {
  /** Index in the scorecard's levels. */
  readonly level: number;
  /** Checks that must pass first. */
  readonly blocking: readonly string[];
  /** Per mille that the score lacks once the blocking checks pass; 0 where the level asks for no score. */
  readonly missingScore: number;
  /** None of the level's checks applies, so nothing can be shown for it. */
  readonly nothingApplies: boolean;
  /** The level that is attained once all that passes: never below `level` unless something else is missing. */
  readonly liftsTo: number;
}

const isEnforced = ({ check, result }: JudgedCheck, level: number) =>
  check.levelIndex === level && result.enforcement === 'enforced';

const blocks = (entry: JudgedCheck, level: number) =>
  (entry.result.outcome === 'fail' || entry.result.outcome === 'unknown') &&
  isEnforced(entry, level);

const hasEvidence = (judged: readonly JudgedCheck[], level: number) =>
  judged.some(
    entry =>
      entry.result.outcome !== 'not-applicable' && isEnforced(entry, level),
  );

/** In whole per mille, like the score: 33.33 percent are reached at 334. */
const missingScoreFor = (level: Rung, score: number) =>
  Math.max(0, Math.ceil((level.minScore ?? 0) * 10) - score);

/** A level that only asks for a score has no checks of its own. */
const asksForChecks = (judged: readonly JudgedCheck[], level: number) =>
  judged.some(({ check }) => check.levelIndex === level);

/**
 * The highest level of which, and of all below it, no enforced check fails or is unknown, at least one
 * is enforced and applicable (or exempt), and the score suffices. -1 below the first.
 *
 * @public
 */
export function attainedLevel(
  levels: readonly Rung[],
  judged: readonly JudgedCheck[],
  score: number,
): number {
  const firstMissed = levels.findIndex(
    (level, index) =>
      judged.some(entry => blocks(entry, index)) ||
      missingScoreFor(level, score) > 0 ||
      (asksForChecks(judged, index) && !hasEvidence(judged, index)),
  );
  return firstMissed < 0 ? levels.length - 1 : firstMissed - 1;
}

/** The level above the attained one, and what to do for it; undefined at the top. @public */
export function nextLevel(
  levels: readonly Rung[],
  judged: readonly JudgedCheck[],
  attained: number,
): NextLevel | undefined {
  const level = attained + 1;
  if (level >= levels.length) return undefined;
  const blocking: string[] = [];
  const afterwards = judged.map((entry): JudgedCheck => {
    if (!blocks(entry, level)) return entry;
    const { id, enforcement } = entry.result;
    blocking.push(id);
    return { check: entry.check, result: { id, enforcement, outcome: 'pass' } };
  });
  const { score } = scoreOf(afterwards);
  return {
    level,
    blocking,
    missingScore: missingScoreFor(levels[level], score),
    nothingApplies: asksForChecks(judged, level) && !hasEvidence(judged, level),
    liftsTo: Math.max(attained, attainedLevel(levels, afterwards, score)),
  };
}
