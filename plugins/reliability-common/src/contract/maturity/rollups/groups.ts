import { z } from 'zod';
import {
  anyOfSchema,
  pageOf,
  pageQuerySchema,
  perMilleSchema,
} from '../../paging';
import { serviceFilterSchema } from '../services';
import { dimensionSchema, levelRefSchema } from '../vocabulary';

const countSchema = z.number().int().min(0);
const changeSchema = z.number().int().describe('Change in per mille');

/** @public */
export const rollupBySchema = z.enum(['owner', 'system', 'domain', 'tier']);

/** What a set of services comes to, each weighted by its tier. @public */
export const rollupFiguresSchema = z.object({
  services: countSchema,
  score: perMilleSchema,
  coverage: perMilleSchema,
  levelShare: perMilleSchema.describe(
    'Levels attained of those there are; 1000 when all are at the top',
  ),
  levels: z.array(
    levelRefSchema.extend({
      count: countSchema,
      share: perMilleSchema.describe('Of the weight'),
    }),
  ),
  dimensions: z.record(
    z.string(),
    dimensionSchema.extend({ services: countSchema }),
  ),
  failing: countSchema.describe('Checks that fail'),
  unknown: countSchema.describe('Checks that are unknown'),
  needAttention: countSchema,
  trend: z
    .object({
      since: z.iso.date(),
      scoreThen: perMilleSchema,
      delta: changeSchema,
      services: countSchema.describe('Those that were there then'),
    })
    .nullable(),
});

/** @public */
export const rollupGroupSchema = z.object({
  key: z
    .string()
    .nullable()
    .describe('Entity reference or tier id; null: services without one'),
  name: z.string(),
  own: rollupFiguresSchema
    .nullable()
    .describe('Services that it owns itself; null where there are none'),
  nested: rollupFiguresSchema.describe('With those of the groups below it'),
  children: countSchema.describe('Groups below it that have services'),
  cyclic: z.boolean().describe('The catalog makes it its own ancestor'),
});

/** @public */
export const rollupsQuerySchema = serviceFilterSchema
  .extend({
    by: rollupBySchema.default('owner'),
    parent: z
      .string()
      .max(300)
      .optional()
      .describe('Only with by=owner: the groups right below this one'),
    group: anyOfSchema.describe('Only these groups, wherever they stand'),
    type: anyOfSchema.describe('`spec.type` of the services'),
    orderBy: z
      .enum(['name', 'level', 'score', 'coverage', 'services', 'trend'])
      .default('score'),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const rollupsResponseSchema = pageOf(rollupGroupSchema).extend({
  whole: rollupFiguresSchema.describe('All that match'),
  dimensions: z.array(z.string()).describe('In the order of the scorecard'),
  weights: z.array(
    z.object({ tier: z.string(), name: z.string(), weight: z.number() }),
  ),
});

/** @public */
export const comparisonQuerySchema = serviceFilterSchema
  .pick({ scorecard: true, owner: true, system: true, domain: true })
  .extend({
    by: z.enum(['owner', 'system']).default('owner'),
    tier: z
      .string()
      .optional()
      .describe('Default: the most critical that has services'),
    type: z
      .string()
      .optional()
      .describe('`spec.type`; default: the most frequent in the tier'),
    minServices: z.coerce.number().int().min(1).max(1000).default(3),
    minCoverage: z.coerce.number().int().min(0).max(1000).default(600),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const comparisonSignalSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('many-excused'),
    share: perMilleSchema.describe('Checks not applicable or exempt'),
    median: perMilleSchema.describe('Of the other groups'),
  }),
  z.object({
    kind: z.literal('coverage-fell'),
    coverageThen: perMilleSchema,
    coverage: perMilleSchema,
    scoreDelta: changeSchema,
  }),
]);

/** @public */
export const comparedGroupSchema = z.object({
  key: z.string().nullable(),
  place: z.number().int().nullable().describe('By level, then score'),
  improvementPlace: z
    .number()
    .int()
    .nullable()
    .describe('By change of the score'),
  unranked: z.array(z.enum(['few-services', 'low-coverage', 'no-group'])),
  signals: z.array(comparisonSignalSchema),
  figures: rollupFiguresSchema,
});

/** @public */
export const comparisonResponseSchema = pageOf(comparedGroupSchema).extend({
  ranked: countSchema,
  unranked: countSchema,
  tier: z.object({ id: z.string(), name: z.string() }),
  type: z.string(),
  tiers: z.array(
    z.object({ id: z.string(), name: z.string(), services: countSchema }),
  ),
  types: z
    .array(z.object({ type: z.string(), services: countSchema }))
    .describe('In the tier, the most frequent first'),
  minServices: countSchema,
  minCoverage: perMilleSchema,
});

/** @public */
export type RollupBy = z.infer<typeof rollupBySchema>;
/** @public */
export type RollupFigures = z.infer<typeof rollupFiguresSchema>;
/** @public */
export type RollupGroup = z.infer<typeof rollupGroupSchema>;
/** @public */
export type RollupsQuery = z.input<typeof rollupsQuerySchema>;
/** @public */
export type RollupsResponse = z.infer<typeof rollupsResponseSchema>;
/** @public */
export type ComparisonQuery = z.input<typeof comparisonQuerySchema>;
/** @public */
export type ComparisonResponse = z.infer<typeof comparisonResponseSchema>;
/** @public */
export type ComparedGroupItem = z.infer<typeof comparedGroupSchema>;
