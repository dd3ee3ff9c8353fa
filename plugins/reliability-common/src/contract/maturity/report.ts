import { z } from 'zod';
import { perMilleSchema, timeSchema } from '../paging';
import { serviceTierSchema } from '../tier';
import {
  attentionSchema,
  dimensionSchema,
  enforcementSchema,
  levelRefSchema,
  outcomeSchema,
} from './vocabulary';

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

/** @public */
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

/** @public */
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

/** @public */
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

/** @public */
export type ServiceResponse = z.infer<typeof serviceResponseSchema>;
/** @public */
export type Report = z.infer<typeof reportSchema>;
/** @public */
export type CheckReport = z.infer<typeof checkReportSchema>;
