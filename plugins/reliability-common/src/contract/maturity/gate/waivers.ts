import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../../paging';

/** A permission to change although held, for a reason and until an end. @public */
export const gateWaiverSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  serviceTitle: z.string(),
  owner: z.string().nullable(),
  rules: z.array(z.string()).nullable().describe('null: every rule'),
  reason: z.string(),
  until: timeSchema,
  by: z.string(),
  at: timeSchema,
  state: z.enum(['in-force', 'over', 'ended']),
  ended: z
    .object({ by: z.string(), at: timeSchema, reason: z.string() })
    .nullable()
    .describe('Where somebody ended it before its time'),
});

const reasonSchema = z
  .string({ error: 'expected a text of 3 to 1000 characters' })
  .trim()
  .min(3)
  .max(1000);

/** Body of `POST /gate/:kind/:namespace/:name/waivers`. @public */
export const createGateWaiverRequestSchema = z.strictObject({
  reason: reasonSchema,
  until: timeSchema.describe('At most as far ahead as the policy allows'),
  rules: z
    .array(z.string().min(1).max(63))
    .min(1)
    .max(100)
    .optional()
    .describe('Ids of rules of the policy; absent: every rule'),
});

/** @public */
export const endGateWaiverRequestSchema = z.strictObject({
  reason: reasonSchema,
});

/** @public */
export const listGateWaiversQuerySchema = z
  .object({
    service: anyOfSchema.describe('Entity references'),
    owner: anyOfSchema.describe('Entity references of owners'),
    state: z.enum(['in-force', 'all']).default('in-force'),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const listGateWaiversResponseSchema = pageOf(gateWaiverSchema);

/** @public */
export type GateWaiverItem = z.infer<typeof gateWaiverSchema>;
/** @public */
export type CreateGateWaiverRequest = z.input<
  typeof createGateWaiverRequestSchema
>;
/** @public */
export type ListGateWaiversQuery = z.input<typeof listGateWaiversQuerySchema>;
/** @public */
export type ListGateWaiversResponse = z.infer<
  typeof listGateWaiversResponseSchema
>;
