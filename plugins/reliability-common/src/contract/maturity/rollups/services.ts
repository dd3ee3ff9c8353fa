import { z } from 'zod';
import { pageOf, pageQuerySchema, perMilleSchema } from '../../paging';
import { listServicesQuerySchema, serviceFilterSchema } from '../services';
import {
  enforcementSchema,
  levelRefSchema,
  outcomeSchema,
} from '../vocabulary';

const countSchema = z.number().int().min(0);
const changeSchema = z.number().int().describe('Change in per mille');
const tierRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  rank: z.number().int().nullable(),
});

/** @public */
export const heatmapQuerySchema = listServicesQuerySchema.extend({
  columns: z.enum(['dimensions', 'checks']).default('dimensions'),
});

/** One service in one column. Of a dimension: `fail` where any check fails, else `unknown` where any is. @public */
export const heatCellSchema = z.object({
  outcome: outcomeSchema,
  score: perMilleSchema.optional().describe('Of a dimension'),
  coverage: perMilleSchema.optional().describe('Of a dimension'),
});

/** @public */
export const heatColumnSchema = z.object({
  id: z.string(),
  title: z.string(),
  level: z.string().nullable().describe('Id of the level that a check is for'),
  enforcement: enforcementSchema,
  totals: z
    .object({
      pass: countSchema,
      fail: countSchema,
      unknown: countSchema,
      'not-applicable': countSchema,
      exempt: countSchema,
      outdated: countSchema.describe('Assessed by older rules'),
    })
    .describe('Services by outcome, of all that match'),
});

/** @public */
export const heatmapResponseSchema = pageOf(
  z.object({
    entityRef: z.string(),
    title: z.string(),
    tier: tierRefSchema,
    owner: z.string().nullable(),
    level: levelRefSchema,
    score: perMilleSchema,
    coverage: perMilleSchema,
    outdated: z.boolean(),
    cells: z
      .array(heatCellSchema.nullable())
      .describe('In the order of the columns; null: assessed by older rules'),
  }),
).extend({
  columns: z.array(heatColumnSchema),
  levels: countSchema.describe('Levels of the scorecard'),
});

/** @public */
export const moversQuerySchema = serviceFilterSchema
  .extend({
    days: z.coerce.number().int().min(1).max(366).default(30),
    direction: z.enum(['up', 'down', 'both']).default('both'),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const moversResponseSchema = pageOf(
  z.object({
    entityRef: z.string(),
    title: z.string(),
    tier: tierRefSchema,
    owner: z.string().nullable(),
    level: levelRefSchema,
    levelThen: levelRefSchema,
    score: perMilleSchema,
    scoreThen: perMilleSchema,
    coverage: perMilleSchema,
    coverageThen: perMilleSchema,
    delta: changeSchema,
  }),
).extend({
  since: z.iso
    .date()
    .nullable()
    .describe('The day compared with; null: no day is recorded yet'),
  levels: countSchema.describe('Levels of the scorecard'),
  up: countSchema,
  down: countSchema,
  same: countSchema,
  added: countSchema.describe('Not there on that day'),
});

/** @public */
export type HeatmapQuery = z.input<typeof heatmapQuerySchema>;
/** @public */
export type HeatmapResponse = z.infer<typeof heatmapResponseSchema>;
/** @public */
export type HeatColumn = z.infer<typeof heatColumnSchema>;
/** @public */
export type HeatCell = z.infer<typeof heatCellSchema>;
/** @public */
export type MoversQuery = z.input<typeof moversQuerySchema>;
/** @public */
export type MoversResponse = z.infer<typeof moversResponseSchema>;
