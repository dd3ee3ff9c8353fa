import { z } from 'zod';
import { pageOf, pageQuerySchema, timeSchema } from '../paging';
import { readinessCountsSchema, reviewSchema } from './checklist';
import { checklistItemSchema } from './definition';
import { answerSchema, contestSchema, itemStateSchema, MAX_NOTE } from './item';

/** Body of `POST …/checklists/:id/reviews`. @public */
export const requestReviewSchema = z.strictObject({
  phase: z.string().min(1),
  note: z.string().trim().max(MAX_NOTE).default(''),
});

/** Body of `POST /reviews/:id/decision`. @public */
export const reviewDecisionSchema = z
  .strictObject({
    decision: z.enum(['approve', 'return', 'withdraw']),
    contentHash: z
      .string()
      .min(1)
      .describe('`contentHash` of the phase as it was read'),
    comment: z.string().trim().max(MAX_NOTE).default(''),
    comments: z
      .record(z.string(), z.string().trim().min(1).max(MAX_NOTE))
      .default({})
      .describe('By item id'),
  })
  .refine(
    ({ decision, comment, comments }) =>
      decision !== 'return' ||
      comment.length > 0 ||
      Object.keys(comments).length > 0,
    { path: ['comment'], error: 'say what has to change' },
  );

/** @public */
export const dossierItemSchema = z.object({
  definition: checklistItemSchema,
  required: z.boolean(),
  state: itemStateSchema,
  answer: answerSchema.nullable(),
  contest: contestSchema.nullable(),
  actual: z.array(
    z.object({
      path: z.string(),
      state: z.string(),
      value: z.unknown().optional(),
    }),
  ),
});

/** The frozen copy of what was approved. @public */
export const dossierSchema = z.object({
  format: z.literal('plimsoll-dossier/1'),
  service: z.object({
    entityRef: z.string(),
    title: z.string(),
    owner: z.string().nullable(),
    tier: z.object({ id: z.string(), name: z.string() }),
  }),
  checklist: z.object({
    id: z.string(),
    title: z.string(),
    hash: z.string(),
    phase: z.object({ id: z.string(), title: z.string() }),
  }),
  review: z.object({
    id: z.string(),
    requestedBy: z.string(),
    requestedAt: timeSchema,
    note: z.string(),
    approvedBy: z.string(),
    approvedAt: timeSchema,
    comment: z.string(),
    comments: z.record(z.string(), z.string()),
    reviewerRule: z.string(),
  }),
  counts: readinessCountsSchema,
  items: z.array(dossierItemSchema),
});

/** @public */
export const dossierResponseSchema = z.object({
  dossier: dossierSchema,
  hash: z.string().describe('SHA-256 of the canonical JSON of the dossier'),
  intact: z
    .boolean()
    .describe('Whether the stored copy still has the hash that it was given'),
});

/** @public */
export const dossierQuerySchema = z.object({
  format: z.enum(['json', 'md']).default('json'),
});

/** @public */
export const listReviewsQuerySchema = z
  .object({ phase: z.string().optional() })
  .extend(pageQuerySchema.shape);

/** @public */
export const listReviewsResponseSchema = pageOf(reviewSchema);

/** @public */
export type RequestReview = z.input<typeof requestReviewSchema>;
/** @public */
export type ReviewDecision = z.input<typeof reviewDecisionSchema>;
/** @public */
export type DossierResponse = z.infer<typeof dossierResponseSchema>;
/** @public */
export type ListReviewsResponse = z.infer<typeof listReviewsResponseSchema>;
