import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../../paging';
import {
  gateAnswerSchema,
  gateReasonSchema,
  gateStateSchema,
  gateVerdictSchema,
} from './answer';

const urlSchema = z
  .string()
  .max(2000)
  .regex(/^https?:\/\//i, 'expected an address that begins with https://');

/** Body of `POST /gate/:kind/:namespace/:name/decisions`. @public */
export const recordGateDecisionRequestSchema = z.strictObject({
  change: z.string().trim().min(1).max(100).optional(),
  ref: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('What is changed, such as a commit or a version'),
  url: urlSchema.optional().describe('Where the change is made'),
  key: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'The same key again answers what was recorded, and records nothing',
    ),
  override: z
    .strictObject({ reason: z.string().trim().min(3).max(1000) })
    .optional()
    .describe('Somebody goes on although held'),
});

/** A decision that was recorded. @public */
export const recordedGateDecisionSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  serviceTitle: z.string(),
  owner: z.string().nullable(),
  tier: z.string().nullable(),
  decision: gateVerdictSchema,
  state: gateStateSchema,
  headline: z.string(),
  reasons: z.array(gateReasonSchema),
  change: z.string().nullable(),
  ref: z.string().nullable(),
  url: z.string().nullable(),
  by: z.string(),
  at: timeSchema,
  override: z
    .object({ by: z.string(), at: timeSchema, reason: z.string() })
    .nullable(),
});

/** @public */
export const recordGateDecisionResponseSchema = z.object({
  record: recordedGateDecisionSchema
    .nullable()
    .describe('null: it could not be written in time'),
  repeated: z.boolean().describe('Whether the key was known already'),
  proceed: z
    .boolean()
    .describe('Whether the change may go: not held, or overridden'),
  answer: gateAnswerSchema.describe('As it is now'),
});

/** @public */
export const listGateDecisionsQuerySchema = z
  .object({
    service: anyOfSchema.describe('Entity references'),
    owner: anyOfSchema.describe('Entity references of owners'),
    decision: anyOfSchema.describe('allow, warn or hold'),
    overridden: z.stringbool().optional().describe('Only those with one'),
    from: timeSchema.optional(),
    to: timeSchema.optional(),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const listGateDecisionsResponseSchema = pageOf(
  recordedGateDecisionSchema,
);

/** @public */
export type RecordGateDecisionRequest = z.input<
  typeof recordGateDecisionRequestSchema
>;
/** @public */
export type RecordGateDecisionResponse = z.infer<
  typeof recordGateDecisionResponseSchema
>;
/** @public */
export type RecordedGateDecision = z.infer<typeof recordedGateDecisionSchema>;
/** @public */
export type ListGateDecisionsQuery = z.input<
  typeof listGateDecisionsQuerySchema
>;
/** @public */
export type ListGateDecisionsResponse = z.infer<
  typeof listGateDecisionsResponseSchema
>;
