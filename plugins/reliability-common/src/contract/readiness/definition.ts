import { z } from 'zod';
import { durationSchema, idSchema } from '../tier';

/** A link that a person may follow: http or https, nothing else. @public */
export const httpUrlSchema = z
  .url({
    protocol: /^https?$/,
    error: 'expected a link that begins with http:// or https://',
  })
  .max(2000);

/** @public */
export const checklistPhaseSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  description: z.string().optional(),
});

/** @public */
export const checklistCategorySchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  description: z.string().optional(),
});

/** Who may decide on a review. @public */
export const reviewerRuleSchema = z
  .enum(['not-an-author', 'not-the-requester', 'anyone'])
  .describe(
    '`not-an-author`: neither the requester nor the author of an answer of the phase; `not-the-requester`: anyone else; `anyone`: also the requester',
  );

/** @public */
export const evidenceRuleSchema = z.enum(['required', 'optional', 'none']);

/** One duration, or one for each tier with `default` for the others. @public */
export const expirySchema = z.union(
  [durationSchema, z.record(z.string(), durationSchema)],
  {
    error:
      'expected an ISO 8601 duration such as P180D, or one by tier id with `default` for the others',
  },
);

/** @public */
export const checklistItemSchema = z.strictObject({
  id: idSchema,
  formerly: z
    .array(idSchema)
    .optional()
    .describe('Earlier ids, whose answers this item takes over'),
  title: z.string().min(1),
  category: z.string().min(1),
  phase: z.string().min(1),
  why: z.string().optional().describe('Markdown'),
  how: z.string().optional().describe('Markdown'),
  links: z
    .array(z.strictObject({ title: z.string().min(1), url: httpUrlSchema }))
    .optional(),
  required: z
    .union([z.boolean(), z.string().min(1)])
    .default(true)
    .describe('Or a CEL rule over facts, so that the tier decides'),
  verify: z
    .string()
    .min(1)
    .default('manual')
    .describe('`manual`, or a CEL rule over facts that answers the item'),
  evidence: evidenceRuleSchema.default('optional'),
  expires: expirySchema.optional(),
  weight: z.number().min(0).max(1000).default(1),
});

/** A checklist as written in the configuration. @public */
export const checklistDefinitionSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  description: z.string().optional(),
  when: z.string().min(1).optional().describe('CEL: the services it is for'),
  phases: z
    .array(checklistPhaseSchema)
    .min(1)
    .default([
      { id: 'design', title: 'Design' },
      { id: 'pre-production', title: 'Before production' },
      { id: 'live', title: 'Live' },
    ]),
  categories: z
    .array(checklistCategorySchema)
    .optional()
    .describe('Titles and order; default: as the items name them'),
  warnBefore: durationSchema
    .default('P14D')
    .describe('How long before its end an answer is shown as expiring'),
  signOff: z
    .strictObject({
      reviewer: reviewerRuleSchema.default('not-an-author'),
      reviewerByTier: z.record(z.string(), reviewerRuleSchema).default({}),
    })
    .prefault({}),
  items: z.array(checklistItemSchema).min(1).max(500),
});

/** @public */
export const checklistsResponseSchema = z.object({
  items: z.array(
    z.object({ definition: checklistDefinitionSchema, hash: z.string() }),
  ),
});

/** @public */
export type ChecklistsResponse = z.infer<typeof checklistsResponseSchema>;
