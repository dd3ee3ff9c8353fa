import { z } from 'zod';
import { serviceResponseSchema } from '../maturity';
import { pageOf, perMilleSchema, timeSchema } from '../paging';
import {
  checklistCategorySchema,
  checklistPhaseSchema,
  httpUrlSchema,
} from './definition';
import {
  answerSchema,
  answerValueSchema,
  checklistItemStateSchema,
  MAX_EVIDENCE,
  MAX_NOTE,
} from './item';

const counts = {
  total: z.number().int().describe('Items that apply: not "not applicable"'),
  met: z.number().int(),
  requiredTotal: z.number().int(),
  requiredMet: z.number().int(),
  unanswered: z.number().int(),
  notMet: z.number().int(),
  expired: z.number().int(),
  contested: z.number().int(),
  expiring: z.number().int().describe('Met, and amber'),
  progress: perMilleSchema.describe(
    'Weight of met items by weight of items that apply',
  ),
};

/** @public */
export const readinessCountsSchema = z.object(counts);

/** @public */
export const reviewStateSchema = z.enum([
  'requested',
  'approved',
  'returned',
  'withdrawn',
]);

/** @public */
export const reviewSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  serviceTitle: z.string(),
  checklist: z.object({ id: z.string(), title: z.string() }),
  phase: z.object({ id: z.string(), title: z.string() }),
  state: reviewStateSchema,
  requestedBy: z.string(),
  requestedAt: timeSchema,
  note: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: timeSchema.nullable(),
  comment: z.string(),
  comments: z.record(z.string(), z.string()).describe('By item id'),
  dossierHash: z.string().nullable(),
});

/** One item whose answer is not as it was signed. @public */
export const dossierChangeSchema = z.object({
  itemId: z.string(),
  title: z.string(),
  kind: z
    .enum(['state', 'answer', 'evidence', 'definition', 'added', 'removed'])
    .describe('The weightiest of what changed'),
  before: z.string().describe('In words'),
  after: z.string(),
});

/** @public */
export const signOffSchema = z.object({
  reviewId: z.string(),
  by: z.string(),
  at: timeSchema,
  requestedBy: z.string(),
  dossierHash: z.string(),
  valid: z.boolean(),
  validUntil: timeSchema
    .nullable()
    .describe('By the review interval of the tier'),
  problems: z.array(z.string()).describe('Why it no longer holds, in words'),
  changes: z.array(dossierChangeSchema),
});

/** @public */
export const phaseStateSchema = checklistPhaseSchema.extend({
  ...counts,
  contentHash: z
    .string()
    .describe('Of definitions and answers; a decision must carry it'),
  blocking: z
    .array(z.string())
    .describe('Ids of required items that are not met or not applicable'),
  review: reviewSchema.nullable().describe('The last one asked for'),
  signOff: signOffSchema.nullable(),
});

/** What time alone will change. @public */
export const forecastSchema = z.object({
  at: timeSchema,
  items: z.array(z.string()).describe('Ids of items that expire then'),
  level: z
    .object({ from: z.string(), to: z.string() })
    .nullable()
    .describe('Names of levels of the first scorecard, where it falls'),
});

/** One checklist of one service. @public */
export const checklistSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  hash: z.string(),
  ...counts,
  phases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      requiredMet: z.number().int(),
      requiredTotal: z.number().int(),
      reviewState: reviewStateSchema.nullable(),
      signedOff: z.boolean(),
    }),
  ),
});

/** @public */
export const serviceChecklistsResponseSchema = z.object({
  items: z.array(checklistSummarySchema),
});

/** @public */
export const checklistResponseSchema = z.object({
  entityRef: z.string(),
  serviceTitle: z.string(),
  owner: z.string().nullable(),
  tier: z.object({ id: z.string(), name: z.string() }),
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  hash: z.string(),
  categories: z.array(checklistCategorySchema),
  ...counts,
  phases: z.array(phaseStateSchema),
  items: z.array(checklistItemStateSchema),
  forecast: z.array(forecastSchema).describe('Soonest first'),
  reviewerRule: z.string().describe('Who may sign off, in words'),
  assessedAt: timeSchema,
});

/** The service and its checklist as a write left them. @public */
export const readinessWriteResponseSchema = z.object({
  checklist: checklistResponseSchema,
  service: serviceResponseSchema,
});

const version = z
  .number()
  .int()
  .min(0)
  .describe('`version` of the item as it was read; 0 before the first answer');

/** @public */
export const evidenceInputSchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  url: httpUrlSchema,
});

/** Body of `PUT …/items/:itemId`; `answer: null` takes the answer back. @public */
export const putAnswerRequestSchema = z
  .strictObject({
    answer: answerValueSchema.nullable(),
    note: z.string().trim().max(MAX_NOTE).default(''),
    evidence: z.array(evidenceInputSchema).max(MAX_EVIDENCE).default([]),
    version,
  })
  .refine(
    ({ answer, note }) => answer !== 'not-applicable' || note.length >= 3,
    {
      path: ['note'],
      error: 'say in at least 3 characters why the item is not applicable',
    },
  );

/** Body of `PUT …/items/:itemId/contest`. @public */
export const contestRequestSchema = z.strictObject({
  reason: z.string().trim().min(3).max(MAX_NOTE),
  version,
});

/** Query of `DELETE …/items/:itemId/contest`. @public */
export const versionQuerySchema = z.object({
  version: z.coerce.number().int().min(0),
});

/** @public */
export const itemChangeSchema = z.object({
  action: z.enum(['answered', 'withdrawn', 'contested', 'settled', 'imported']),
  answer: answerSchema.omit({ expiresAt: true }).nullable(),
  reason: z.string(),
  by: z.string(),
  at: timeSchema,
  version: z.number().int(),
  itemId: z.string().describe('Under which it was then'),
});

/** @public */
export const itemHistoryResponseSchema = pageOf(itemChangeSchema);

/** @public */
export type PhaseState = z.infer<typeof phaseStateSchema>;
/** @public */
export type Review = z.infer<typeof reviewSchema>;
/** @public */
export type SignOff = z.infer<typeof signOffSchema>;
/** @public */
export type ChecklistSummary = z.infer<typeof checklistSummarySchema>;
/** @public */
export type ChecklistResponse = z.infer<typeof checklistResponseSchema>;
/** @public */
export type ServiceChecklistsResponse = z.infer<
  typeof serviceChecklistsResponseSchema
>;
/** @public */
export type ReadinessWriteResponse = z.infer<
  typeof readinessWriteResponseSchema
>;
/** @public */
export type PutAnswerRequest = z.input<typeof putAnswerRequestSchema>;
/** @public */
export type ContestRequest = z.input<typeof contestRequestSchema>;
/** @public */
export type ItemHistoryResponse = z.infer<typeof itemHistoryResponseSchema>;
