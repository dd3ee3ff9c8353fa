import { z } from 'zod';
import {
  anyOfSchema,
  pageOf,
  pageQuerySchema,
  perMilleSchema,
  timeSchema,
} from '../paging';
import { reviewSchema } from './checklist';
import { answerValueSchema, itemStateSchema } from './item';

/** @public */
export const progressFilterSchema = z.object({
  tier: anyOfSchema.describe('Tier ids; `untiered` for none'),
  owner: anyOfSchema.describe('Entity references of owners'),
  system: anyOfSchema.describe('Entity references of systems'),
  item: z.string().optional().describe('Id of an item'),
  state: itemStateSchema
    .optional()
    .describe('State of that item; default `not-met`'),
  q: z.string().max(200).optional().describe('Text in title, name or owner'),
});

/** @public */
export const progressQuerySchema = progressFilterSchema
  .extend({
    orderBy: z
      .enum(['progress', 'title', 'missing', 'expired'])
      .default('progress'),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const serviceProgressSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  tier: z.object({ id: z.string(), name: z.string() }),
  progress: perMilleSchema,
  requiredMet: z.number().int(),
  requiredTotal: z.number().int(),
  expired: z.number().int(),
  contested: z.number().int(),
  signedOff: z.boolean(),
  signedOffAt: timeSchema.nullable(),
  states: z.record(z.string(), itemStateSchema).describe('By item id'),
});

const tally = z.object({
  services: z.number().int(),
  met: z.number().int(),
  notMet: z.number().int(),
  unanswered: z.number().int(),
  notApplicable: z.number().int(),
  expired: z.number().int(),
  contested: z.number().int(),
});

/** Services, page by page. @public */
export const progressResponseSchema = pageOf(serviceProgressSchema);

/** Items × teams and sums over all services that match. @public */
export const checklistOverviewResponseSchema = z.object({
  checklist: z.object({ id: z.string(), title: z.string(), hash: z.string() }),
  services: z.number().int(),
  signedOff: z.number().int(),
  averageProgress: perMilleSchema,
  items: z
    .array(
      tally.extend({
        id: z.string(),
        title: z.string(),
        category: z.string(),
        phase: z.string(),
      }),
    )
    .describe('In the order of the checklist'),
  teams: z
    .array(
      z.object({
        owner: z.string().nullable(),
        services: z.number().int(),
        averageProgress: perMilleSchema,
        requiredMissing: z.number().int(),
        expired: z.number().int(),
        signedOff: z.number().int(),
        items: z
          .record(
            z.string(),
            z.object({
              met: z.number().int(),
              applicable: z.number().int(),
            }),
          )
          .describe('By item id'),
      }),
    )
    .describe('At most 50, those with most missing required items first'),
  teamsTotal: z.number().int(),
});

/** @public */
export const taskKindSchema = z.enum([
  'missing',
  'not-met',
  'expired',
  'expiring',
  'contested',
  'returned',
  'review',
]);

/** What somebody owes. @public */
export const readinessTaskSchema = z.object({
  kind: taskKindSchema,
  entityRef: z.string(),
  serviceTitle: z.string(),
  owner: z.string().nullable(),
  tier: z.object({ id: z.string(), name: z.string() }),
  checklist: z.object({ id: z.string(), title: z.string() }),
  item: z
    .object({ id: z.string(), title: z.string(), required: z.boolean() })
    .nullable(),
  phase: z.object({ id: z.string(), title: z.string() }),
  dueAt: timeSchema.nullable(),
  review: reviewSchema.nullable(),
  text: z.string().describe('Comment, reason or note that belongs to it'),
});

/** @public */
export const listTasksQuerySchema = z
  .object({
    kind: z
      .union([taskKindSchema, z.array(taskKindSchema)])
      .transform(value => (Array.isArray(value) ? value : [value]))
      .optional(),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const listTasksResponseSchema = pageOf(readinessTaskSchema).extend({
  counts: z.object({
    missing: z.number().int(),
    'not-met': z.number().int(),
    expired: z.number().int(),
    expiring: z.number().int(),
    contested: z.number().int(),
    returned: z.number().int(),
    review: z.number().int(),
  } satisfies Record<TaskKind, z.ZodType>),
  servicesLeftOut: z
    .number()
    .int()
    .optional()
    .describe('Services beyond the 500 that are looked at'),
});

/** One row of an import. @public */
export const importedAnswerSchema = z.strictObject({
  entityRef: z.string().min(1),
  itemId: z.string().min(1),
  answer: answerValueSchema,
  note: z.string().max(4000).default(''),
  evidence: z
    .array(
      z.strictObject({ title: z.string().min(1).max(200), url: z.string() }),
    )
    .max(20)
    .default([]),
  at: timeSchema.optional().describe('When it was answered; default: now'),
  by: z
    .string()
    .optional()
    .describe('Entity reference of who answered; default: the caller'),
});

/** Most rows in one import. @public */
export const MAX_IMPORT = 10_000;

/** Body of `POST /checklists/:id/answers/import`: rows, or a CSV text with a header. @public */
export const importAnswersRequestSchema = z
  .strictObject({
    rows: z.array(z.unknown()).max(MAX_IMPORT).optional(),
    csv: z.string().max(8_000_000).optional(),
    dryRun: z.boolean().default(false),
    overwrite: z
      .boolean()
      .default(false)
      .describe('Whether a newer answer that is there already is replaced'),
  })
  .refine(({ rows, csv }) => (rows === undefined) !== (csv === undefined), {
    path: ['rows'],
    error: 'give either rows or csv',
  });

/** @public */
export const importAnswersResponseSchema = z.object({
  stored: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  results: z.array(
    z.object({
      row: z.number().int().describe('From 1, the header of a CSV not counted'),
      status: z.enum(['stored', 'unchanged', 'rejected']),
      reason: z.string().optional(),
    }),
  ),
});

/** @public */
export const exportAnswersQuerySchema = progressFilterSchema.extend({
  format: z.enum(['json', 'csv']).default('json'),
});

/** @public */
export const exportAnswersResponseSchema = z.object({
  rows: z.array(
    z.object({
      entityRef: z.string(),
      itemId: z.string(),
      answer: answerValueSchema,
      note: z.string(),
      evidence: z.array(z.object({ title: z.string(), url: z.string() })),
      at: timeSchema,
      by: z.string(),
    }),
  ),
});

/** @public */
export type ProgressQuery = z.input<typeof progressQuerySchema>;
/** @public */
export type ProgressFilter = z.input<typeof progressFilterSchema>;
/** @public */
export type ServiceProgress = z.infer<typeof serviceProgressSchema>;
/** @public */
export type ProgressResponse = z.infer<typeof progressResponseSchema>;
/** @public */
export type ChecklistOverviewResponse = z.infer<
  typeof checklistOverviewResponseSchema
>;
/** @public */
export type TaskKind = z.infer<typeof taskKindSchema>;
/** @public */
export type ReadinessTask = z.infer<typeof readinessTaskSchema>;
/** @public */
export type ListTasksQuery = z.input<typeof listTasksQuerySchema>;
/** @public */
export type ListTasksResponse = z.infer<typeof listTasksResponseSchema>;
/** @public */
export type ImportAnswersRequest = z.input<typeof importAnswersRequestSchema>;
/** @public */
export type ImportAnswersResponse = z.infer<typeof importAnswersResponseSchema>;
/** @public */
export type ExportAnswersResponse = z.infer<typeof exportAnswersResponseSchema>;
