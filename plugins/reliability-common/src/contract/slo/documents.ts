import { z } from 'zod';
import { timeSchema } from '../paging';
import { alertPairSchema } from './evaluation';
import {
  budgetingMethodSchema,
  sloDiagnosticSchema,
  sloWindowSchema,
} from './vocabulary';

/** Most characters of a document. @public */
export const MAX_SLO_DOCUMENT = 512_000;

const documentSchema = z
  .string()
  .min(1)
  .max(MAX_SLO_DOCUMENT)
  .describe('OpenSLO v1 or the short form, as YAML or JSON, one or several');

/** Body of `POST /slos/validate`. @public */
export const validateSlosRequestSchema = z.strictObject({
  document: documentSchema,
  entityRef: z
    .string()
    .optional()
    .describe('The service it is for, so that its tier is looked at'),
});

/** What was understood of a document. @public */
export const understoodSloSchema = z.object({
  name: z.string(),
  title: z.string(),
  method: budgetingMethodSchema,
  window: sloWindowSchema,
  source: z.string(),
  objectives: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      target: z.number().int().describe('Parts per million'),
      budgetMs: z.number().describe('Time of total outage that a window bears'),
      alerts: z.array(
        alertPairSchema.pick({
          severity: true,
          long: true,
          short: true,
          factor: true,
          threshold: true,
          budgetPercent: true,
        }),
      ),
    }),
  ),
  openslo: z.string().describe('As one OpenSLO v1 document; YAML'),
});

/** @public */
export const validateSlosResponseSchema = z.object({
  valid: z.boolean().describe('No errors; warnings do not count'),
  slos: z.array(understoodSloSchema),
  diagnostics: z.array(sloDiagnosticSchema),
});

/** Body of `POST /slos/dry-run`: a draft over what happened. @public */
export const dryRunRequestSchema = z.strictObject({
  document: documentSchema,
  name: z
    .string()
    .optional()
    .describe('Which SLO of the document; default: the first'),
  days: z.number().int().min(1).max(90).default(30),
});

/** @public */
export const dryRunResponseSchema = z.object({
  name: z.string(),
  stepMs: z
    .number()
    .int()
    .describe('Values are counted in steps of this length'),
  from: timeSchema,
  to: timeSchema,
  objectives: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      target: z.number().int(),
      suggestedTarget: z
        .number()
        .int()
        .nullable()
        .describe('What 95 of 100 days reached; parts per million'),
      points: z
        .array(
          z.object({
            at: timeSchema,
            remaining: z.number().nullable(),
            sli: z.number().nullable().describe('Of the step'),
          }),
        )
        .describe('At most 400'),
      alerts: z.array(
        z.object({
          severity: z.enum(['page', 'ticket']),
          long: z.string(),
          short: z.string(),
          from: timeSchema,
          to: timeSchema.nullable().describe('null: still on'),
        }),
      ),
    }),
  ),
  diagnostics: z.array(sloDiagnosticSchema),
});

/** @public */
export const rulesQuerySchema = z.object({
  format: z.enum(['prometheus', 'prometheusrule']).default('prometheus'),
  tests: z
    .stringbool()
    .default(false)
    .describe('A file for `promtool test rules` instead of the rules'),
});

/** @public */
export const manyRulesQuerySchema = rulesQuerySchema.extend({
  owner: z.string().optional().describe('Entity reference'),
  source: z
    .string()
    .optional()
    .describe('Name of a source; the rules of one source are one file'),
});

/** Rules as a file: YAML text. @public */
export const rulesResponseSchema = z.string();

/** @public */
export const opensloQuerySchema = z.object({
  format: z.enum(['yaml', 'json']).default('yaml'),
});

/** One OpenSLO v1 document. @public */
export const opensloResponseSchema = z.record(z.string(), z.unknown());

/** Most samples in one request. @public */
export const MAX_SAMPLES = 10_000;

/** One count of events in `[start, end)`; exactly two of good, bad and total, or all that agree. @public */
export const sloSampleSchema = z.strictObject({
  entityRef: z.string().min(1),
  slo: z.string().min(1).describe('`metadata.name` of the SLO'),
  start: timeSchema,
  end: timeSchema,
  good: z.number().min(0).optional(),
  bad: z.number().min(0).optional(),
  total: z.number().min(0).optional(),
});

/** Body of `PUT /slo-samples`. @public */
export const pushSamplesRequestSchema = z.strictObject({
  source: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, {
      error: 'expected lower-case letters, digits and dashes',
    })
    .describe('Who counts; part of the natural key'),
  samples: z.array(z.unknown()).max(MAX_SAMPLES),
});

/** @public */
export const pushSamplesResponseSchema = z.object({
  stored: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  results: z.array(
    z.object({
      index: z.number().int(),
      status: z.enum(['stored', 'unchanged', 'rejected']),
      reason: z.string().optional(),
    }),
  ),
});

/** @public */
export type ValidateSlosRequest = z.infer<typeof validateSlosRequestSchema>;
/** @public */
export type ValidateSlosResponse = z.infer<typeof validateSlosResponseSchema>;
/** @public */
export type UnderstoodSlo = z.infer<typeof understoodSloSchema>;
/** @public */
export type DryRunRequest = z.input<typeof dryRunRequestSchema>;
/** @public */
export type DryRunResponse = z.infer<typeof dryRunResponseSchema>;
/** @public */
export type RulesQuery = z.input<typeof rulesQuerySchema>;
/** @public */
export type SloSample = z.infer<typeof sloSampleSchema>;
/** @public */
export type PushSamplesRequest = z.input<typeof pushSamplesRequestSchema>;
/** @public */
export type PushSamplesResponse = z.infer<typeof pushSamplesResponseSchema>;
