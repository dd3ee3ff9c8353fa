import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../../paging';
import { kpiScopeSchema, utcDaySchema } from './figures';

/** @public */
export const riskStateSchema = z.enum([
  'open',
  'mitigated',
  'accepted',
  'closed',
]);

const degree = z.coerce
  .number()
  .int()
  .min(1, { error: 'expected 1 to 5' })
  .max(5, { error: 'expected 1 to 5' });

const groupOrUser = z
  .string()
  .trim()
  .max(300)
  .regex(/^(user|group):[^/\s]+\/\S+$/i, {
    error: 'expected a full reference such as group:default/payments',
  })
  .transform(ref => ref.toLocaleLowerCase('en-US'));

const systemRef = z
  .string()
  .trim()
  .max(300)
  .regex(/^system:[^/\s]+\/\S+$/i, {
    error: 'expected a full reference such as system:default/checkout',
  })
  .transform(ref => ref.toLocaleLowerCase('en-US'));

const text = (most: number) => z.string().trim().max(most);

const riskFields = {
  title: text(200).min(1, { error: 'expected a title' }),
  description: text(5000).default('').describe('Markdown'),
  services: z
    .array(z.string().max(300))
    .max(100, { error: 'expected at most 100 services' })
    .default([])
    .describe('Entity references; none: see scope'),
  scope: z
    .strictObject({
      owner: groupOrUser.nullable().default(null),
      system: systemRef.nullable().default(null),
    })
    .prefault({})
    .describe('All services of an owner or a system; neither: the company'),
  likelihood: degree,
  impact: degree,
  owner: groupOrUser.describe('Who cares for it'),
  mitigation: text(5000).default('').describe('Markdown: what is done'),
  reviewBy: utcDaySchema.describe(
    'Day on which it is looked at again, at most 366 days ahead',
  ),
};

/** @public */
export const createRiskRequestSchema = z.strictObject({
  id: z
    .uuid({ error: 'expected a UUID' })
    .describe('Made by the caller, so that the same request again is harmless'),
  ...riskFields,
  state: riskStateSchema.default('open'),
  check: z
    .strictObject({
      scorecard: z.string().max(63),
      check: z.string().max(63),
      entityRef: z.string().max(300),
    })
    .nullable()
    .default(null)
    .describe('The failing check that it takes over'),
});

/** What is absent stays as it is. @public */
export const patchRiskRequestSchema = z.strictObject({
  version: z.number().int().min(1).describe('That was read'),
  title: riskFields.title.optional(),
  description: text(5000).optional(),
  services: z.array(z.string().max(300)).max(100).optional(),
  scope: riskFields.scope.unwrap().optional(),
  likelihood: degree.optional(),
  impact: degree.optional(),
  owner: groupOrUser.optional(),
  mitigation: text(5000).optional(),
  reviewBy: riskFields.reviewBy.optional(),
  state: riskStateSchema.optional(),
});

/** @public */
export const listRisksQuerySchema = kpiScopeSchema
  .extend({
    kind: z
      .enum(['derived', 'written', 'all'])
      .default('all')
      .describe('all: a derived one that somebody owns stands there once'),
    state: anyOfSchema.describe(
      'open, mitigated, accepted or closed; default: all but closed',
    ),
    check: z.string().optional().describe('Id of a check'),
    likelihood: degree.optional(),
    impact: degree.optional(),
    overdue: z.stringbool().optional().describe('Only those past their day'),
    q: z.string().max(200).optional().describe('Text in title or service'),
  })
  .extend(pageQuerySchema.shape);

/** A written risk as it shows at a derived one. @public */
export const riskOwnershipSchema = z.object({
  id: z.string(),
  owner: z.string(),
  state: riskStateSchema,
  mitigation: z.string(),
  reviewBy: utcDaySchema,
  overdue: z.boolean(),
  version: z.number().int(),
});

/** @public */
export const riskSchema = z.object({
  id: z.string(),
  kind: z.enum(['derived', 'written']),
  title: z.string(),
  description: z.string(),
  likelihood: z.number().int(),
  impact: z.number().int(),
  score: z.number().int().describe('likelihood × impact'),
  reasons: z.array(z.string()).describe('Of a derived one, in words'),
  check: z
    .object({
      scorecard: z.string(),
      id: z.string(),
      title: z.string(),
      entityRef: z.string(),
      failing: z.boolean().describe('Whether it fails now'),
      since: utcDaySchema
        .nullable()
        .describe('null: for more than 30 days, or it does not fail'),
    })
    .nullable(),
  services: z
    .array(z.object({ entityRef: z.string(), title: z.string() }))
    .describe('That the reader may see'),
  scope: z.object({
    owner: z.string().nullable(),
    system: z.string().nullable(),
  }),
  tier: z
    .object({
      id: z.string(),
      name: z.string(),
      rank: z.number().int().nullable(),
    })
    .nullable()
    .describe('Of the service of a derived one'),
  owner: z.string().nullable(),
  mitigation: z.string(),
  reviewBy: utcDaySchema.nullable(),
  overdue: z.boolean().describe('Its day is over and it is not closed'),
  state: riskStateSchema,
  version: z.number().int().nullable().describe('null: derived'),
  createdBy: z.string().nullable(),
  createdAt: timeSchema.nullable(),
  changedBy: z.string().nullable(),
  changedAt: timeSchema.nullable(),
  owned: riskOwnershipSchema.nullable().describe('Who took a derived one over'),
});

/** @public */
export const listRisksResponseSchema = pageOf(riskSchema).extend({
  matrix: z
    .array(
      z.object({
        likelihood: z.number().int(),
        impact: z.number().int(),
        count: z.number().int(),
      }),
    )
    .describe(
      'All that match but for likelihood and impact; only cells with any',
    ),
  counts: z.object({
    derived: z.number().int(),
    written: z.number().int(),
    overdue: z.number().int(),
  }),
});

/** @public */
export type RiskState = z.infer<typeof riskStateSchema>;
/** @public */
export type RiskItem = z.infer<typeof riskSchema>;
/** @public */
export type RiskOwnership = z.infer<typeof riskOwnershipSchema>;
/** @public */
export type ListRisksQuery = z.input<typeof listRisksQuerySchema>;
/** @public */
export type ListRisksResponse = z.infer<typeof listRisksResponseSchema>;
/** @public */
export type CreateRiskRequest = z.input<typeof createRiskRequestSchema>;
/** @public */
export type PatchRiskRequest = z.input<typeof patchRiskRequestSchema>;
