import {
  CompiledScorecard,
  Rollup,
  RollupFigures,
  Tier,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { levelRef } from '../present';

/** A rollup as it is answered. */
export function presentRollup(
  rollup: Rollup,
  scorecard: CompiledScorecard,
): RollupFigures {
  const { levels, trend, dimensions, ...figures } = rollup;
  return {
    ...figures,
    dimensions: { ...dimensions },
    levels: levels.map(({ level, count, share }) => ({
      ...levelRef(scorecard, level),
      count,
      share,
    })),
    trend: trend ?? null,
  };
}

/** The dimensions of a scorecard in the order of its checks. */
export const dimensionsOf = ({ definition }: CompiledScorecard): string[] => [
  ...new Set(definition.checks.map(({ dimension }) => dimension)),
];

/** The tiers in force and, last, none. */
export const namedTiers = (
  tiers: readonly Tier[],
): { id: string; name: string }[] => [
  ...tiers.map(({ id, name }) => ({ id, name })),
  { id: UNTIERED, name: 'Untiered' },
];
