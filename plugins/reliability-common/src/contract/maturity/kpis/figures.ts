import { z } from 'zod';
import { anyOfSchema, timeSchema } from '../../paging';
import { levelRefSchema } from '../vocabulary';

/** A UTC day. @public */
export const utcDaySchema = z.iso.date({
  error: 'expected a day such as 2026-11-01',
});

/** Which services, in the words of lists of services; an owner stands for its groups below too. @public */
export const kpiScopeSchema = z.object({
  scorecard: z.string().optional().describe('Default: the first configured'),
  tier: anyOfSchema.describe('Tier ids; `untiered` for none'),
  owner: anyOfSchema.describe(
    'Entity references of owners; services of groups below them count too',
  ),
  system: anyOfSchema.describe('Entity references of systems'),
  domain: anyOfSchema.describe('Entity references of domains'),
});

/** @public */
export const kpisQuerySchema = kpiScopeSchema.extend({
  from: utcDaySchema
    .optional()
    .describe('First day, UTC; default: 29 days before the last'),
  to: utcDaySchema.optional().describe('Last day, UTC; default: today'),
});

/** @public */
export const kpiGroupSchema = z.enum([
  'outcomes',
  'incidents',
  'learning',
  'oncall',
  'readiness',
  'others',
]);

/** What a figure is, apart from any value of it. @public */
export const kpiDefinitionSchema = z.object({
  id: z.string(),
  title: z.string(),
  group: kpiGroupSchema,
  noun: z.enum(['slo', 'oncall', 'readiness', 'incidents', 'maturity']),
  unit: z
    .string()
    .describe('percent, minutes, count, per-week, or words of who pushes it'),
  direction: z.enum(['higher', 'lower']).describe('Which is better'),
  formula: z.string().describe('In words'),
  source: z.string().describe('Where the values come from'),
  hides: z.string().describe('What the figure does not show'),
  detail: z
    .enum([
      'slos',
      'incidents',
      'postmortems',
      'follow-ups',
      'oncall',
      'readiness',
      'ranking',
      'none',
    ])
    .describe('Where each of the values is seen'),
  defaultTarget: z.number().nullable(),
  target: z.number().nullable().describe('In force; null: none'),
});

/** @public */
export const kpiDefinitionsResponseSchema = z.object({
  items: z.array(kpiDefinitionSchema),
});

/** @public */
export const kpiMetSchema = z
  .enum(['yes', 'no', 'unknown', 'no-target'])
  .describe('unknown: there is no value');

const measured = {
  value: z.number().nullable().describe('null: not known'),
  n: z.number().int().describe('What the value rests on'),
  of: z.number().int().describe('What it could rest on'),
  target: z.number().nullable(),
  met: kpiMetSchema,
};

/** One figure of the period. @public */
export const kpiSchema = kpiDefinitionSchema.extend({
  ...measured,
  coverage: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Share of what it could rest on that is known; null: nothing'),
  p90: z
    .number()
    .nullable()
    .describe('90th percentile, of times only; null: none'),
  trend: z
    .object({
      previous: z.number().describe('Of the period before'),
      n: z.number().int(),
      change: z.number(),
      verdict: z.enum(['better', 'worse', 'same']),
    })
    .nullable()
    .describe('null: fewer than 10 on either side, or nothing is kept'),
  parts: z
    .array(z.object({ key: z.string(), title: z.string(), ...measured }))
    .describe('The same by tier or level, where that is told apart'),
});

/** @public */
export const kpisResponseSchema = z.object({
  from: utcDaySchema,
  to: utcDaySchema,
  previousFrom: utcDaySchema,
  previousTo: utcDaySchema,
  computedAt: timeSchema,
  services: z.number().int().describe('That match and that the reader may see'),
  scorecard: z.object({
    id: z.string(),
    title: z.string(),
    levels: z.array(levelRefSchema).describe('The lowest first'),
  }),
  items: z.array(kpiSchema),
  history: z
    .array(
      z.object({
        day: utcDaySchema,
        services: z.number().int(),
        coverage: z.number().describe('Mean, percent'),
        levels: z.record(z.string(), z.number().int()),
      }),
    )
    .describe('Levels and coverage on at most 13 days of the period'),
});

/** @public */
export type KpisQuery = z.input<typeof kpisQuerySchema>;
/** @public */
export type KpiGroup = z.infer<typeof kpiGroupSchema>;
/** @public */
export type KpiDefinitionItem = z.infer<typeof kpiDefinitionSchema>;
/** @public */
export type KpiDefinitionsResponse = z.infer<
  typeof kpiDefinitionsResponseSchema
>;
/** @public */
export type KpiMet = z.infer<typeof kpiMetSchema>;
/** @public */
export type KpiItem = z.infer<typeof kpiSchema>;
/** @public */
export type KpisResponse = z.infer<typeof kpisResponseSchema>;
