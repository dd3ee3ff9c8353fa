import { z } from 'zod';
import { durationSchema } from './tier';
import { timeSchema } from './paging';

/** Most facts in one request. @public */
export const MAX_PUSH = 10_000;

/** Most members of a list or a record. */
const MAX_MEMBERS = 100;

const scalar = z.union([z.string().max(4000), z.number(), z.boolean()]);

const recordOfScalars = z
  .record(z.string(), scalar)
  .refine(record => Object.keys(record).length <= MAX_MEMBERS, {
    error: `expected at most ${MAX_MEMBERS} members`,
  });

/** One fact of a push; `value: null` takes the fact back. @public */
export const pushedFactSchema = z.strictObject({
  entityRef: z.string().min(1),
  key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/, {
    error:
      'expected letters, digits, dots, dashes, underscores and slashes, at most 200, beginning with a letter or digit',
  }),
  value: z.union(
    [scalar, z.array(scalar).max(MAX_MEMBERS), recordOfScalars, z.null()],
    {
      error: `expected a text of at most 4,000 characters, a number, true or false, a list or record of at most ${MAX_MEMBERS} of these, or null`,
    },
  ),
  at: timeSchema.optional().describe('When it was observed; default: now'),
  ttl: durationSchema
    .optional()
    .describe(
      'How long it stays fresh; default: `reliability.facts.defaultTtl`',
    ),
});

/** The envelope is checked as a whole, the facts one by one: a bad item does not reject the others. @public */
export const pushFactsRequestSchema = z.strictObject({
  source: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, {
    error:
      'expected lower-case letters, digits, dots, dashes and underscores, at most 63',
  }),
  facts: z.array(z.unknown()).max(MAX_PUSH),
});

/** @public */
export const pushFactsResponseSchema = z.object({
  stored: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  results: z.array(
    z.object({
      index: z.number().int(),
      status: z
        .enum(['stored', 'unchanged', 'rejected'])
        .describe(
          '`unchanged`: the same or a newer observation was there already',
        ),
      reason: z.string().optional(),
    }),
  ),
});

/** @public */
export interface PushFactsRequest {
  source: string;
  facts: z.input<typeof pushedFactSchema>[];
}
/** @public */
export type PushFactsResponse = z.infer<typeof pushFactsResponseSchema>;
