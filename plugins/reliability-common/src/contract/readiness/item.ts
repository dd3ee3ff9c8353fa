import { z } from 'zod';
import { timeSchema } from '../paging';
import { evidenceRuleSchema } from './definition';

/** @public */
export const MAX_NOTE = 4000;
/** Most evidence links of one answer. @public */
export const MAX_EVIDENCE = 20;

/** @public */
export const answerValueSchema = z.enum(['yes', 'no', 'not-applicable']);

/** What an item comes to. @public */
export const itemStateSchema = z.enum([
  'unanswered',
  'met',
  'not-met',
  'not-applicable',
  'expired',
  'contested',
]);

/** @public */
export const evidenceSchema = z.object({
  title: z.string(),
  url: z.string(),
  addedAt: timeSchema,
  addedBy: z.string(),
});

/** @public */
export const answerSchema = z.object({
  value: answerValueSchema,
  note: z.string().describe('Markdown; the reason where not applicable'),
  evidence: z.array(evidenceSchema),
  by: z.string().describe('Entity reference of the author'),
  at: timeSchema,
  expiresAt: timeSchema.nullable(),
});

/** @public */
export const contestSchema = z.object({
  reason: z.string(),
  by: z.string(),
  at: timeSchema,
});

/** @public */
export const checklistItemStateSchema = z.object({
  id: z.string(),
  title: z.string(),
  category: z.string(),
  phase: z.string(),
  why: z.string().optional(),
  how: z.string().optional(),
  links: z.array(z.object({ title: z.string(), url: z.string() })),
  required: z.boolean(),
  automatic: z.boolean(),
  rule: z.string().optional().describe('Of an automatic item'),
  actual: z
    .array(
      z.object({
        path: z.string(),
        state: z.enum(['known', 'stale', 'absent']),
        value: z.unknown().optional(),
        unit: z.string().optional(),
        at: timeSchema.optional(),
        source: z.string().optional(),
      }),
    )
    .describe('The values that an automatic item saw'),
  evidenceRule: evidenceRuleSchema,
  weight: z.number(),
  since: timeSchema.describe('When the item appeared in the checklist'),
  state: itemStateSchema,
  expiring: z.boolean().describe('Amber: met or not applicable, and ends soon'),
  answer: answerSchema.nullable(),
  contest: contestSchema.nullable(),
  version: z
    .number()
    .int()
    .describe('To be sent back with a change; 0 before the first'),
  comment: z
    .object({ text: z.string(), by: z.string(), at: timeSchema })
    .nullable()
    .describe('Of the reviewer who returned the phase last'),
});

/** @public */
export type ChecklistItemState = z.infer<typeof checklistItemStateSchema>;
