import { z } from 'zod';
import { perMilleSchema, timeSchema } from '../../paging';
import { gateNounSchema } from './policies';
import { gateWaiverSchema } from './waivers';

/** @public */
export const gateVerdictSchema = z.enum(['allow', 'warn', 'hold']);

/** How a decision came about. @public */
export const gateStateSchema = z
  .enum(['clear', 'caution', 'held', 'waived', 'exempt-change', 'unknown'])
  .describe(
    'clear: nothing speaks against change. caution: something warns. held: something holds. waived: somebody waived what holds. exempt-change: this kind of change may go although held. unknown: something that would decide is not known',
  );

const gateFactSchema = z.object({
  path: z.string(),
  state: z.enum(['known', 'stale', 'absent']),
  value: z.unknown().optional(),
  unit: z.string().optional(),
  at: timeSchema.optional(),
  source: z.string().optional(),
});

/** One reason of a decision. @public */
export const gateReasonSchema = z.object({
  kind: z
    .enum(['rule', 'unknown', 'not-in-time'])
    .describe(
      'rule: a rule speaks. unknown: facts that rules need are absent or too old. not-in-time: facts could not be read within the time limit',
    ),
  rules: z.array(z.string()).describe('Ids of rules of the policy'),
  title: z.string(),
  noun: gateNounSchema.nullable(),
  decision: gateVerdictSchema.describe('After waivers and exempt changes'),
  before: gateVerdictSchema.describe('What it would be without them'),
  text: z.string(),
  facts: z.array(gateFactSchema).describe('The values that were seen'),
  source: z.string().nullable(),
  at: timeSchema.nullable().describe('When the oldest of the facts was seen'),
  waivedBy: z
    .object({
      id: z.string(),
      by: z.string(),
      reason: z.string(),
      until: timeSchema,
    })
    .nullable(),
});

/** What bounds how much a service may change. @public */
export const gateGaugeNounSchema = z.enum([
  'budget',
  'burn',
  'incidents',
  'oncall',
  'readiness',
]);

/** What the graphic draws. @public */
export const gateGaugeSchema = z.object({
  line: perMilleSchema
    .nullable()
    .describe('The smallest room that is left; null: none is known'),
  binding: gateGaugeNounSchema.nullable().describe('Whose room that is'),
  parts: z.array(
    z.object({
      noun: gateGaugeNounSchema,
      room: perMilleSchema
        .nullable()
        .describe('1000: all of it; null: not known, or nothing to go by'),
      text: z.string(),
      source: z.string().nullable(),
      at: timeSchema.nullable(),
    }),
  ),
});

/** What an incident of an exempt cause took out of a budget, and got back. @public */
export const gateGivenBackSchema = z.object({
  sloId: z.string(),
  sloTitle: z.string(),
  objectiveId: z.string(),
  incidentId: z.string(),
  incidentTitle: z.string(),
  cause: z.string(),
  share: z.number().describe('Of the budget, 1: all of it'),
});

/** May this service take more change now? @public */
export const gateAnswerSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  tier: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('null: not read in time'),
  policy: z.object({ id: z.string(), title: z.string() }).nullable(),
  change: z.string().nullable().describe('The kind of change asked for'),
  decision: gateVerdictSchema,
  state: gateStateSchema,
  headline: z.string().describe('The decision in one line'),
  reasons: z.array(gateReasonSchema).describe('Those that decide come first'),
  demands: z.array(z.string()),
  gauge: gateGaugeSchema,
  waivers: z.array(gateWaiverSchema).describe('Those in force'),
  exemptions: z
    .object({
      count: z.number().int(),
      nextEnd: timeSchema.nullable(),
    })
    .describe('Checks that the service may fail for now'),
  givenBack: z.array(gateGivenBackSchema),
  canWaive: z.boolean(),
  maxWaiver: z
    .string()
    .nullable()
    .describe('The longest time of a waiver, ISO 8601'),
  decidedAt: timeSchema,
});

/** @public */
export const gateQuerySchema = z.object({
  change: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Kind of change, such as deploy, rollback or security-fix'),
});

/** @public */
export type GateAnswer = z.infer<typeof gateAnswerSchema>;
/** @public */
export type GateAnswerReason = z.infer<typeof gateReasonSchema>;
/** @public */
export type GateAnswerPart = GateAnswer['gauge']['parts'][number];
