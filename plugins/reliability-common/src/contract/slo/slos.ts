import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../paging';
import { objectiveEvaluationSchema } from './evaluation';
import {
  budgetingMethodSchema,
  sliModeSchema,
  sloDiagnosticSchema,
  sloFlagSchema,
  sloStatusSchema,
  sloWindowSchema,
} from './vocabulary';

/** What narrows a list of SLOs. @public */
export const sloFilterSchema = z.object({
  status: z
    .union([sloStatusSchema, z.array(sloStatusSchema)])
    .transform(value => (Array.isArray(value) ? value : [value]))
    .optional(),
  tier: anyOfSchema.describe('Tier ids; `untiered` for none'),
  owner: anyOfSchema.describe('Entity references of owners'),
  system: anyOfSchema.describe('Entity references of systems'),
  service: anyOfSchema.describe('Entity references of services'),
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Text in the SLO, the service or its owner'),
});

/** @public */
export const listSlosQuerySchema = sloFilterSchema
  .extend({
    orderBy: z
      .enum(['worst', 'remaining', 'burn', 'title', 'service', 'tier'])
      .default('worst'),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
  .extend(pageQuerySchema.shape);

/** An SLO in a list: the numbers are those of its worst objective. @public */
export const sloItemSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  entityRef: z.string(),
  serviceTitle: z.string(),
  owner: z.string().nullable(),
  tier: z.object({ id: z.string(), name: z.string() }),
  target: z.number().int().describe('Parts per million'),
  method: budgetingMethodSchema,
  window: sloWindowSchema,
  status: sloStatusSchema,
  flags: z.array(sloFlagSchema),
  sli: z.number().nullable(),
  remaining: z.number().nullable(),
  remainingMs: z.number().nullable(),
  burn: z.number().nullable().describe('Over the last 6 hours'),
  exhaustedAt: timeSchema.nullable(),
  alerts: z.object({
    page: z.number().int(),
    ticket: z.number().int(),
  }),
  objectives: z.number().int().describe('1 of a composite'),
  source: z.string(),
  error: z.string().nullable().describe('Why the last evaluation failed'),
  evaluatedAt: timeSchema
    .nullable()
    .describe('Of the values; older than the last try where that failed'),
});

/** @public */
export const listSlosResponseSchema = pageOf(sloItemSchema).extend({
  counts: z
    .object({
      error: z.number().int(),
      no_data: z.number().int(),
      no_traffic: z.number().int(),
      breached: z.number().int(),
      burning: z.number().int(),
      at_risk: z.number().int(),
      healthy: z.number().int(),
      pending: z.number().int(),
    })
    .describe('Of all that match the filter, its status left out'),
  withoutSlo: z
    .number()
    .int()
    .describe('Services that match the filter and have no SLO'),
});

/** @public */
export const correctionSchema = z.object({
  id: z.string(),
  from: timeSchema,
  to: timeSchema,
  reason: z.string(),
  by: z.string(),
  at: timeSchema,
});

/** Time that is taken out of a budget. @public */
export const correctionRequestSchema = z
  .strictObject({
    from: timeSchema,
    to: timeSchema,
    reason: z.string().trim().min(3).max(1000),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    error: 'expected a time after from',
  });

/** One query with what it measures. @public */
export const sloQuerySchema = z.object({
  role: z.enum(['good', 'bad', 'total', 'raw', 'threshold']),
  objective: z.string().nullable().describe('Where objectives differ'),
  source: z.string(),
  written: z.string().describe('As in the document'),
});

/** Whether the rules that are loaded are those that follow from the SLO. @public */
export const ruleDriftSchema = z.object({
  state: z.enum(['same', 'differs', 'missing', 'unknown']),
  checkedAt: timeSchema.nullable(),
  differences: z.array(
    z.object({
      rule: z.string(),
      kind: z.enum(['missing', 'changed', 'unexpected']),
      expected: z.string().nullable(),
      actual: z.string().nullable(),
    }),
  ),
});

/** @public */
export const sloResponseSchema = sloItemSchema.extend({
  description: z.string(),
  labels: z.record(z.string(), z.array(z.string())),
  composite: z
    .object({ aggregation: z.string(), target: z.number().int() })
    .nullable(),
  coverage: z.number().nullable().describe('Share of the window with samples'),
  newestSampleAt: timeSchema.nullable(),
  mode: sliModeSchema.nullable(),
  queries: z.array(sloQuerySchema),
  sentQueries: z.array(z.string()).describe('As they were sent last'),
  warnings: z.array(z.string()),
  evaluations: z
    .array(objectiveEvaluationSchema)
    .describe(
      'By objective; of a composite the whole first, its id `composite`',
    ),
  outlook: z
    .object({
      rollsOff: z
        .object({ on: z.iso.date(), share: z.number() })
        .nullable()
        .describe(
          'The next day with errors to leave the window, and its share of the budget',
        ),
      backAboveZeroOn: z.iso.date().nullable(),
    })
    .nullable()
    .describe('Of the worst objective, from its daily history'),
  routes: z.array(
    z.object({
      name: z.string(),
      target: z.string(),
      description: z.string(),
    }),
  ),
  runbook: z.string().nullable(),
  reviewedOn: z.iso.date().nullable(),
  corrections: z.array(correctionSchema),
  drift: ruleDriftSchema.nullable().describe('null: the source has no rules'),
  hasRules: z.boolean(),
  file: z.string().describe('As the annotation names it'),
  fileUrl: z.string().nullable(),
  mayCorrect: z.boolean(),
});

/** The SLOs of one service, whole, and what is wrong with its documents. @public */
export const serviceSlosResponseSchema = z.object({
  entityRef: z.string(),
  tier: z.object({ id: z.string(), name: z.string() }),
  tierTarget: z
    .number()
    .int()
    .nullable()
    .describe('What the tier demands; parts per million'),
  slos: z.array(sloResponseSchema),
  files: z.array(
    z.object({
      file: z.string(),
      url: z.string().nullable(),
      state: z.enum(['read', 'failed', 'pending']),
      error: z.string().nullable(),
      readAt: timeSchema.nullable(),
      diagnostics: z.array(sloDiagnosticSchema),
    }),
  ),
});

/** @public */
export const sloWriteResponseSchema = z.object({ slo: sloResponseSchema });

/** Most days in one reply. @public */
export const MAX_SLO_DAYS = 400;

/** @public */
export const sloHistoryQuerySchema = z.object({
  from: z.iso.date().optional().describe('Default: a window ago'),
  to: z.iso.date().optional().describe('Default: today'),
  objective: z.string().optional().describe('Default: the worst'),
});

/** @public */
export const sloHistoryResponseSchema = z.object({
  objective: z.string(),
  timeZone: z.string(),
  items: z
    .array(
      z.object({
        day: z.iso.date(),
        bad: z.number().nullable(),
        total: z.number().nullable(),
        coverage: z.number().nullable(),
        sli: z.number().nullable().describe('Of that day alone'),
        remaining: z
          .number()
          .nullable()
          .describe('Of the whole window at the end of that day'),
        corrected: z.boolean(),
        warnings: z.array(z.string()),
        evaluatedAt: timeSchema,
      }),
    )
    .describe('Oldest first'),
});

/** @public */
export type SloFilter = z.input<typeof sloFilterSchema>;
/** @public */
export type ListSlosQuery = z.input<typeof listSlosQuerySchema>;
/** @public */
export type SloItem = z.infer<typeof sloItemSchema>;
/** @public */
export type ListSlosResponse = z.infer<typeof listSlosResponseSchema>;
/** @public */
export type SloCorrection = z.infer<typeof correctionSchema>;
/** @public */
export type CorrectionRequest = z.infer<typeof correctionRequestSchema>;
/** @public */
export type SloResponse = z.infer<typeof sloResponseSchema>;
/** @public */
export type RuleDriftItem = z.infer<typeof ruleDriftSchema>;
/** @public */
export type ServiceSlosResponse = z.infer<typeof serviceSlosResponseSchema>;
/** @public */
export type SloWriteResponse = z.infer<typeof sloWriteResponseSchema>;
/** @public */
export type SloHistoryQuery = z.input<typeof sloHistoryQuerySchema>;
/** @public */
export type SloHistoryResponse = z.infer<typeof sloHistoryResponseSchema>;
