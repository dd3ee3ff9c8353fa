import {
  Tier,
  tierWeights,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { KEY, Problems } from './problems';

/** What a rollup is weighted by. */
export interface RollupConfig {
  /** By tier id; `untiered` is among them. */
  readonly tierWeights: ReadonlyMap<string, number>;
}

/** The section `reliability.rollups`, as written. */
export const rollupsSchema = z.strictObject({
  tierWeights: z
    .record(
      z.string(),
      z
        .number()
        .positive({ error: 'expected a number above 0' })
        .max(1_000_000),
    )
    .default({}),
});

/** Reads `reliability.rollups`. */
export function readRollups(
  { rollups }: { rollups: z.output<typeof rollupsSchema> },
  tiers: readonly Tier[],
  problems: Problems,
): RollupConfig {
  const known = [...tiers.map(({ id }) => id), UNTIERED];
  for (const id of Object.keys(rollups.tierWeights)) {
    if (!known.includes(id)) {
      problems.push(
        `${KEY}.rollups.tierWeights.${id}: unknown tier, expected one of ${known.join(
          ', ',
        )}`,
      );
    }
  }
  return { tierWeights: tierWeights(tiers, rollups.tierWeights) };
}
