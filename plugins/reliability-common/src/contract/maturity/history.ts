import { z } from 'zod';
import { pageOf, pageQuerySchema, perMilleSchema, timeSchema } from '../paging';
import { tierChangeSchema } from '../tier';
import { causeSchema, levelRefSchema, outcomeSchema } from './vocabulary';

/** @public */
export const historyQuerySchema = z
  .object({
    scorecard: z.string().optional(),
    from: timeSchema.optional(),
    to: timeSchema.optional(),
  })
  .extend(pageQuerySchema.shape);

/** One change of level, score or the outcome of a check. @public */
export const historyEntrySchema = z.object({
  at: timeSchema,
  cause: causeSchema.nullable().describe('null for the first assessment'),
  level: z.object({ from: levelRefSchema.nullable(), to: levelRefSchema }),
  score: z.object({ from: perMilleSchema.nullable(), to: perMilleSchema }),
  coverage: perMilleSchema,
  by: z
    .string()
    .optional()
    .describe(
      'A person, a machine, or the source that brought it, such as `source:catalog`; absent where it was not kept',
    ),
  flips: z.array(
    z.object({
      check: z.string(),
      title: z.string(),
      from: outcomeSchema.optional(),
      to: outcomeSchema.optional(),
      cause: causeSchema,
      facts: z.array(
        z.object({
          path: z.string(),
          before: z.unknown().optional(),
          after: z.unknown().optional(),
          source: z.string().optional(),
        }),
      ),
    }),
  ),
});

/** @public */
export const historyResponseSchema = pageOf(historyEntrySchema).extend({
  daily: z.array(
    z.object({
      day: z.iso.date(),
      level: levelRefSchema,
      score: perMilleSchema,
      coverage: perMilleSchema,
    }),
  ),
});

/** @public */
export const tierHistoryResponseSchema = pageOf(tierChangeSchema);

/** @public */
export type HistoryQuery = z.input<typeof historyQuerySchema>;
/** @public */
export type HistoryResponse = z.infer<typeof historyResponseSchema>;
/** @public */
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
/** @public */
export type TierHistoryResponse = z.infer<typeof tierHistoryResponseSchema>;
