import { z } from 'zod';
import {
  anyOfSchema,
  pageOf,
  pageQuerySchema,
  perMilleSchema,
  timeSchema,
} from './paging';
import { serviceTierSchema, tierChangeSchema } from './tier';

export const outcomeSchema = z.enum([
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'exempt',
]);
const enforcementSchema = z.enum(['enforced', 'scheduled', 'planned']);
const causeSchema = z.enum(['service', 'rule', 'data']);

const levelRefSchema = z
  .object({ id: z.string(), name: z.string(), index: z.number().int() })
  .describe('`none` with index -1 below the first level');

const dimensionSchema = z.object({
  score: perMilleSchema,
  coverage: perMilleSchema,
  failing: z.number().int(),
  unknown: z.number().int(),
});

const attentionSchema = z.object({
  kind: z.enum([
    'data-problem',
    'critical-below-first-level',
    'stale-facts',
    'unknown-facts',
    'exemption-ending',
    'dropped',
  ]),
  text: z.string(),
});

/** What narrows a list of services. Parameters that may repeat match any of their values. */
export const serviceFilterSchema = z.object({
  scorecard: z.string().optional().describe('Default: the first configured'),
  tier: anyOfSchema.describe('Tier ids; `untiered` for none'),
  owner: anyOfSchema.describe('Entity references of owners'),
  system: anyOfSchema.describe('Entity references of systems'),
  domain: anyOfSchema.describe('Entity references of domains'),
  level: anyOfSchema.describe('Level ids; `none` for none'),
  check: z.string().optional().describe('Id of a check'),
  outcome: outcomeSchema
    .optional()
    .describe('Outcome of that check; default `fail`'),
  attention: z.stringbool().optional().describe('Only those that need it'),
  q: z.string().max(200).optional().describe('Text in title, name or owner'),
});

export const orderBySchema = z.enum([
  'rank',
  'score',
  'coverage',
  'title',
  'tier',
  'owner',
  'trend',
]);

export const listServicesQuerySchema = serviceFilterSchema
  .extend({
    orderBy: orderBySchema.default('rank'),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
  .extend(pageQuerySchema.shape);

export const rankedServiceSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  rank: z
    .number()
    .int()
    .describe('Place among all services that the reader may see'),
  tier: z.object({
    id: z.string(),
    name: z.string(),
    rank: z.number().int().nullable(),
  }),
  owner: z.string().nullable(),
  system: z.string().nullable(),
  domain: z.string().nullable(),
  lifecycle: z.string().nullable(),
  level: levelRefSchema,
  score: perMilleSchema,
  coverage: perMilleSchema,
  dimensions: z.record(z.string(), dimensionSchema),
  trend: z
    .object({
      since: z.iso.date(),
      scoreThen: perMilleSchema,
      delta: z.number().int(),
    })
    .nullable()
    .describe('Change of the score in per mille'),
  attention: z.array(attentionSchema),
  assessedAt: timeSchema,
  outdated: z.boolean().describe('The rules changed since it was assessed'),
});

export const listServicesResponseSchema = pageOf(rankedServiceSchema).extend({
  rankedTotal: z.number().int().describe('Services in the whole ranking'),
});

const observedFactSchema = z.object({
  path: z.string(),
  state: z.enum(['known', 'stale', 'absent']),
  value: z.unknown().optional(),
  unit: z.string().optional(),
  at: timeSchema.optional(),
  source: z.string().optional(),
});

const reasonSchema = z.object({
  kind: z.enum(['absent', 'stale', 'error', 'exempt']),
  text: z.string(),
  until: z.string().optional(),
  approvedBy: z.string().optional(),
});

export const checkReportSchema = z.object({
  id: z.string(),
  title: z.string(),
  level: z.string(),
  dimension: z.string(),
  weight: z.number(),
  outcome: outcomeSchema,
  enforcement: enforcementSchema,
  enforceFrom: z.string().optional(),
  reason: reasonSchema.optional(),
  when: z.string().optional(),
  expected: z.string().describe('The rule, with contract values filled in'),
  actual: z.array(observedFactSchema),
  at: timeSchema.optional().describe('Oldest observation among the values'),
  source: z.string().optional(),
  why: z.string().optional(),
  fix: z.string().optional(),
});

export const reportSchema = z.object({
  scorecard: z.object({ id: z.string(), title: z.string(), hash: z.string() }),
  level: levelRefSchema,
  levels: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      index: z.number().int(),
      description: z.string().optional(),
      minScore: z.number().optional(),
      attained: z.boolean(),
      met: z.number().int().describe('Checks passed or exempt'),
      counted: z.number().int().describe('Checks enforced and applicable'),
    }),
  ),
  score: perMilleSchema,
  coverage: perMilleSchema,
  rank: z.number().int(),
  rankedTotal: z.number().int(),
  dimensions: z.record(z.string(), dimensionSchema),
  attention: z.array(attentionSchema),
  nextLevel: z
    .object({
      id: z.string(),
      name: z.string(),
      blocking: z.array(z.string()).describe('Ids of checks'),
      missingScore: perMilleSchema,
      nothingApplies: z.boolean(),
      liftsTo: levelRefSchema,
    })
    .nullable(),
  checks: z.array(checkReportSchema),
  assessedAt: timeSchema,
  outdated: z.boolean(),
});

export const serviceResponseSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  description: z.string(),
  type: z.string().nullable(),
  lifecycle: z.string().nullable(),
  owner: z.string().nullable(),
  system: z.string().nullable(),
  domain: z.string().nullable(),
  tier: serviceTierSchema,
  problems: z.array(z.string()),
  facts: z.array(
    observedFactSchema.extend({ expiresAt: timeSchema.optional() }),
  ),
  catalogCheckedAt: timeSchema.nullable(),
  reports: z.array(reportSchema),
});

export const historyQuerySchema = z
  .object({
    scorecard: z.string().optional(),
    from: timeSchema.optional(),
    to: timeSchema.optional(),
  })
  .extend(pageQuerySchema.shape);

const historyEntrySchema = z.object({
  at: timeSchema,
  cause: causeSchema.nullable().describe('null for the first assessment'),
  level: z.object({ from: levelRefSchema.nullable(), to: levelRefSchema }),
  score: z.object({ from: perMilleSchema.nullable(), to: perMilleSchema }),
  coverage: perMilleSchema,
  flips: z.array(
    z.object({
      check: z.string(),
      title: z.string(),
      from: outcomeSchema.optional(),
      to: outcomeSchema.optional(),
      cause: causeSchema,
      facts: z.array(
        z.object({
          path: z.string(),
          before: z.unknown().optional(),
          after: z.unknown().optional(),
        }),
      ),
    }),
  ),
});

export const historyResponseSchema = pageOf(historyEntrySchema).extend({
  daily: z.array(
    z.object({
      day: z.iso.date(),
      level: levelRefSchema,
      score: perMilleSchema,
      coverage: perMilleSchema,
    }),
  ),
});

export const tierHistoryResponseSchema = pageOf(tierChangeSchema);

export const summaryResponseSchema = z.object({
  total: z.number().int(),
  needAttention: z.number().int(),
  averageScore: perMilleSchema,
  averageCoverage: perMilleSchema,
  levels: z.array(levelRefSchema.extend({ count: z.number().int() })),
  tiers: z.array(
    z.object({ id: z.string(), name: z.string(), count: z.number().int() }),
  ),
  outdated: z.number().int(),
  dataProblems: z.number().int(),
  catalogCheckedAt: timeSchema.nullable(),
});

export const facetSchema = z.enum([
  'owner',
  'system',
  'domain',
  'tier',
  'level',
]);
export const facetQuerySchema = serviceFilterSchema.extend({
  match: z.string().max(200).optional().describe('Text in the value'),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export const facetResponseSchema = z.object({
  items: z.array(
    z.object({
      value: z.string(),
      label: z.string(),
      count: z.number().int(),
    }),
  ),
});

export const dataProblemsResponseSchema = pageOf(
  z.object({
    entityRef: z.string(),
    title: z.string(),
    owner: z.string().nullable(),
    problem: z.string(),
  }),
);

/** @public */
export type ServiceFilter = z.input<typeof serviceFilterSchema>;
/** @public */
export type ListServicesQuery = z.input<typeof listServicesQuerySchema>;
/** @public */
export type RankedServiceItem = z.infer<typeof rankedServiceSchema>;
/** @public */
export type ListServicesResponse = z.infer<typeof listServicesResponseSchema>;
/** @public */
export type ServiceResponse = z.infer<typeof serviceResponseSchema>;
/** @public */
export type Report = z.infer<typeof reportSchema>;
/** @public */
export type CheckReport = z.infer<typeof checkReportSchema>;
/** @public */
export type HistoryQuery = z.input<typeof historyQuerySchema>;
/** @public */
export type HistoryResponse = z.infer<typeof historyResponseSchema>;
/** @public */
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
/** @public */
export type SummaryResponse = z.infer<typeof summaryResponseSchema>;
/** @public */
export type Facet = z.infer<typeof facetSchema>;
/** @public */
export type FacetQuery = z.input<typeof facetQuerySchema>;
/** @public */
export type FacetResponse = z.infer<typeof facetResponseSchema>;
/** @public */
export type DataProblemsResponse = z.infer<typeof dataProblemsResponseSchema>;
/** @public */
export type TierHistoryResponse = z.infer<typeof tierHistoryResponseSchema>;
