import {
  idSchema,
  KpiDefinition,
  kpiDefinitions,
  PushedKpi,
  pushedKpiDefinition,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { KEY, Problems, repeated } from './problems';

const factSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,62}\/[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/, {
    error: 'expected source/key of a pushed fact, such as hr/satisfaction',
  });

const pushedSchema = z.strictObject({
  id: idSchema,
  title: z.string().trim().min(1).max(100),
  fact: factSchema,
  unit: z.string().trim().min(1).max(40).default('count'),
  direction: z.enum(['higher', 'lower']).default('higher'),
  target: z.number().optional(),
  aggregate: z.enum(['mean', 'median', 'sum']).default('mean'),
});

/** Targets of the figures of a programme, and figures that others hold. */
export const kpisSchema = z.strictObject({
  targets: z
    .record(
      z.string(),
      z.union([z.number(), z.literal(false)], {
        error: 'expected a number, or false for no target',
      }),
    )
    .default({}),
  pushed: z.array(pushedSchema).max(50).default([]),
  rpoFact: factSchema.default('recovery/rpo-minutes'),
});

/** A figure with the target in force. */
export interface TargetedKpi extends KpiDefinition {
  /** null: none. */
  readonly target: number | null;
}

/** What the configuration says about the figures of a programme. */
export interface KpisConfig {
  /** Ours and those that are pushed, in the order in which they stand. */
  readonly definitions: readonly TargetedKpi[];
  readonly pushed: readonly PushedKpi[];
  /** `source/key` of the fact that tells how many minutes of data a service would lose. */
  readonly rpoFact: string;
}

const at = `${KEY}.kpis`;

/** Reads `reliability.kpis`. */
export function readKpis(
  { targets, pushed, rpoFact }: z.output<typeof kpisSchema>,
  problems: Problems,
): KpisConfig {
  problems.push(
    ...repeated(
      [...kpiDefinitions, ...pushed].map(({ id }) => id),
      index => `${at}.pushed[${index - kpiDefinitions.length}].id`,
    ),
  );
  const kpis = pushed.map(
    (kpi): PushedKpi => ({ ...kpi, target: kpi.target ?? null }),
  );
  const definitions = [...kpiDefinitions, ...kpis.map(pushedKpiDefinition)];
  const known = definitions.map(({ id }) => id);
  for (const id of Object.keys(targets)) {
    if (!known.includes(id)) {
      problems.push(
        `${at}.targets.${id}: unknown figure, expected one of ${known.join(
          ', ',
        )}`,
      );
    }
  }
  const targetOf = ({ id, defaultTarget }: KpiDefinition) => {
    const target = Object.hasOwn(targets, id) ? targets[id] : defaultTarget;
    return target === false ? null : target;
  };
  return {
    definitions: definitions.map(definition => ({
      ...definition,
      target: targetOf(definition),
    })),
    pushed: kpis,
    rpoFact,
  };
}
