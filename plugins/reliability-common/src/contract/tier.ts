import { Duration } from 'luxon';
import { z } from 'zod';
import { timeSchema } from './paging';

/** An ISO 8601 duration longer than nothing. @public */
export const durationSchema = z.string().refine(
  text => {
    const duration = Duration.fromISO(text);
    return duration.isValid && duration.toMillis() > 0;
  },
  { error: 'expected an ISO 8601 duration such as PT15M or P7D' },
);

const count = z.number().int().min(1);

/** What a tier demands, as written in the configuration and answered by `GET /tiers`. @public */
export const tierContractSchema = z.strictObject({
  sloTarget: z
    .number()
    .gt(0)
    .lt(100)
    .optional()
    .describe('Availability objective in percent'),
  rto: durationSchema.optional(),
  rpo: durationSchema.optional(),
  oncall: z
    .strictObject({
      coverage: z.enum(['24x7', 'business-hours', 'best-effort']).optional(),
      minResponders: count.optional(),
      minLevels: count.optional(),
      acknowledge: durationSchema.optional(),
    })
    .optional(),
  postmortem: z
    .strictObject({
      severities: z.array(count).optional(),
      draft: durationSchema.optional(),
      publish: durationSchema.optional(),
    })
    .optional(),
  slo: z
    .strictObject({
      atRiskBelow: z
        .number()
        .gte(0)
        .lte(100)
        .optional()
        .describe('Percent of the error budget'),
      alerts: z.array(z.enum(['page', 'ticket'])).optional(),
    })
    .optional(),
  reviewEvery: durationSchema.optional(),
});

/** @public */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/, {
    error:
      'expected lower-case letters, digits, dots, dashes and underscores, at most 63, beginning and ending with a letter or digit',
  });

/** @public */
export const tierSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  rank: z.number().int(),
  contract: tierContractSchema,
});

/** @public */
export const tiersResponseSchema = z.object({
  items: z.array(tierSchema),
  hash: z.string(),
});

/** The tier of one service and where it comes from. @public */
export const serviceTierSchema = z.object({
  id: z.string().describe('`untiered` where none is in force'),
  name: z.string(),
  rank: z.number().int().nullable(),
  source: z.enum(['declared', 'override', 'none']),
  declared: z.object({ value: z.string(), place: z.string() }).optional(),
  override: z
    .object({
      tier: z.string(),
      reason: z.string(),
      setBy: z.string(),
      setAt: timeSchema,
    })
    .optional(),
  problem: z.string().optional(),
});

/** Body of `PUT /services/:kind/:namespace/:name/tier`. @public */
export const overrideTierRequestSchema = z.strictObject({
  tier: z.string().min(1),
  reason: z.string().trim().min(3).max(1000),
});

/** @public */
export const tierChangeSchema = z.object({
  action: z.enum(['set', 'removed']),
  tier: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: timeSchema,
});

/** @public */
export type TiersResponse = z.infer<typeof tiersResponseSchema>;
/** @public */
export type ServiceTier = z.infer<typeof serviceTierSchema>;
/** @public */
export type OverrideTierRequest = z.infer<typeof overrideTierRequestSchema>;
/** @public */
export type TierChange = z.infer<typeof tierChangeSchema>;
