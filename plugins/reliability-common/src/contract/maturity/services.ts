import { z } from 'zod';
import {
  anyOfSchema,
  pageOf,
  pageQuerySchema,
  perMilleSchema,
  timeSchema,
} from '../paging';
import {
  attentionSchema,
  dimensionSchema,
  levelRefSchema,
  outcomeSchema,
} from './vocabulary';

/** What narrows a list of services. Parameters that may repeat match any of their values. @public */
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

/** @public */
export const orderBySchema = z.enum([
  'rank',
  'score',
  'coverage',
  'title',
  'tier',
  'owner',
  'trend',
]);

/** @public */
export const listServicesQuerySchema = serviceFilterSchema
  .extend({
    orderBy: orderBySchema.default('rank'),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
  .extend(pageQuerySchema.shape);

/** @public */
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

/** @public */
export const listServicesResponseSchema = pageOf(rankedServiceSchema).extend({
  rankedTotal: z.number().int().describe('Services in the whole ranking'),
});

/** @public */
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

/** @public */
export const facetSchema = z.enum([
  'owner',
  'system',
  'domain',
  'tier',
  'level',
]);
/** @public */
export const facetQuerySchema = serviceFilterSchema.extend({
  match: z.string().max(200).optional().describe('Text in the value'),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
/** @public */
export const facetResponseSchema = z.object({
  items: z.array(
    z.object({
      value: z.string(),
      label: z.string(),
      count: z.number().int(),
    }),
  ),
});

/** @public */
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
export type SummaryResponse = z.infer<typeof summaryResponseSchema>;
/** @public */
export type Facet = z.infer<typeof facetSchema>;
/** @public */
export type FacetQuery = z.input<typeof facetQuerySchema>;
/** @public */
export type FacetResponse = z.infer<typeof facetResponseSchema>;
/** @public */
export type DataProblemsResponse = z.infer<typeof dataProblemsResponseSchema>;
