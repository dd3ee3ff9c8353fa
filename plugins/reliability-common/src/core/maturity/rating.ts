import type { JudgedCheck } from './assess';
import { attainedLevel, NextLevel, nextLevel } from './ladder';
import { scoreOf } from './score';
import { LevelDefinition } from './scorecard';

/** What the judged checks of a scorecard come to. */
export interface Rating {
  /** Index in the levels, -1 below the first. */
  readonly level: number;
  /** Per mille. */
  readonly score: number;
  /** Per mille. */
  readonly coverage: number;
  /** Absent at the top. */
  readonly nextLevel?: NextLevel;
}

/** Score first, as levels may ask for one, then level, then what is missing for the next. */
export function ratingOf(
  levels: readonly Pick<LevelDefinition, 'id' | 'minScore'>[],
  judged: readonly JudgedCheck[],
): Rating {
  const { score, coverage } = scoreOf(judged);
  const level = attainedLevel(levels, judged, score);
  return {
    level,
    score,
    coverage,
    nextLevel: nextLevel(levels, judged, level),
  };
}
