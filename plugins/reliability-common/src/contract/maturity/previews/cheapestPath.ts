import { z } from 'zod';
import { pageOf, pageQuerySchema, perMilleSchema } from '../../paging';
import { serviceFilterSchema } from '../services';
import { levelRefSchema } from '../vocabulary';

/** @public */
export const cheapestPathQuerySchema = serviceFilterSchema
  .extend({
    goal: z.string().describe('Id of the level that all are to reach'),
    step: z
      .string()
      .optional()
      .describe('Only services whose path has this check'),
  })
  .extend(pageQuerySchema.shape);

/** One service and what it takes. @public */
export const servicePathSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  tier: z.object({
    id: z.string(),
    name: z.string(),
    rank: z.number().int().nullable(),
  }),
  level: levelRefSchema,
  score: perMilleSchema,
  fix: z.array(z.string()).describe('Ids of checks that fail'),
  learn: z.array(z.string()).describe('Ids of checks that lack data'),
  obstacle: z
    .object({
      kind: z.enum(['nothing-applies', 'no-score']),
      level: levelRefSchema,
    })
    .nullable()
    .describe('Why no work of its own reaches the goal'),
});

/** @public */
export const cheapestPathResponseSchema = pageOf(servicePathSchema).extend({
  goal: levelRefSchema,
  levels: z.array(levelRefSchema),
  totals: z.object({
    services: z.number().int(),
    reached: z.number().int(),
    reachable: z.number().int(),
    unreachable: z.number().int(),
    outdated: z.number().int().describe('Made by older rules; not counted'),
    fix: z.number().int().describe('Fixes over all services'),
    learn: z.number().int().describe('Missing data over all services'),
  }),
  byCheck: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      fix: z.number().int().describe('Services to fix it on'),
      learn: z.number().int().describe('Services to find its data for'),
      last: z.number().int().describe('Services for which it is all'),
    }),
  ),
  byOwner: z
    .array(
      z.object({
        owner: z.string().nullable(),
        services: z.number().int().describe('Below the goal'),
        unreachable: z.number().int(),
        fix: z.number().int(),
        learn: z.number().int(),
      }),
    )
    .describe('At most 100, most work first'),
});

/** @public */
export type CheapestPathQuery = z.input<typeof cheapestPathQuerySchema>;
/** @public */
export type CheapestPathResponse = z.infer<typeof cheapestPathResponseSchema>;
/** @public */
export type ServicePathItem = z.infer<typeof servicePathSchema>;
