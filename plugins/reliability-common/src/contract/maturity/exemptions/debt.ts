import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema } from '../../paging';

/** @public */
export const waiverDebtSchema = z.object({
  exemptions: z.number().int().describe('In force'),
  services: z.number().int(),
  weight: z.number().describe('Sum of the weights of the checks'),
  medianAgeDays: z.number().nullable(),
  oldestAgeDays: z.number().nullable(),
  undated: z.number().int().describe('Nobody knows since when'),
  renewals: z.number().int(),
  expiring: z.number().int().describe('End within 14 days'),
  incidents: z.number().int().describe('Began while exempt'),
  budgetShare: z.number().nullable().describe('As in `meanwhile`'),
  unmeasured: z.number().int(),
});

/** @public */
export const waiverDebtQuerySchema = z
  .object({
    by: z.enum(['owner']).default('owner'),
    nested: z
      .stringbool()
      .default(false)
      .describe('Whether a group has also the debt of the groups below it'),
    owner: anyOfSchema.describe('Only these owners'),
    scorecard: z.string().optional(),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const waiverDebtResponseSchema = pageOf(
  waiverDebtSchema.extend({
    owner: z.string().nullable().describe('null: services without an owner'),
  }),
).extend({ total: waiverDebtSchema });

/** @public */
export type WaiverDebtQuery = z.input<typeof waiverDebtQuerySchema>;
/** @public */
export type WaiverDebtResponse = z.infer<typeof waiverDebtResponseSchema>;
