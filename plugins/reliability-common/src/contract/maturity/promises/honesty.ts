import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../../paging';

const countSchema = z.number().int().min(0);

/** @public */
export const promiseTierSchema = z.object({
  id: z.string(),
  name: z.string(),
  rank: z.number().int().nullable().describe('0 is the most critical'),
});

/** @public */
export const promiseServiceSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  tier: promiseTierSchema,
});

/** Something that a service depends on, as far as the reader may see it. @public */
export const promiseNodeSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  tier: promiseTierSchema,
});

/** A critical service rests on a less critical one, or on one without a tier. @public */
export const tierInversionSchema = z.object({
  dependency: promiseNodeSchema,
  via: z
    .array(z.string().nullable())
    .describe(
      'Services between the two, in order; null: one that you cannot see; empty: a direct dependency',
    ),
});

const forTier = { tier: promiseTierSchema.describe('What it speaks for') };

/** Why another tier is proposed. @public */
export const tierReasonSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dependents'),
    ...forTier,
    count: countSchema.describe('Services of that tier that need it'),
    examples: z.array(promiseNodeSchema).describe('Those that you may see'),
  }),
  z.object({
    kind: z.literal('slo'),
    ...forTier,
    target: z.number().int().describe('Its highest; parts per million'),
    asked: z.number().int().describe('By the contract; parts per million'),
  }),
  z.object({
    kind: z.literal('incidents'),
    ...forTier,
    sev1: countSchema,
    sev2: countSchema,
  }),
  z.object({ kind: z.literal('pages'), ...forTier, pages: countSchema }),
  z.object({
    kind: z.literal('many-dependents'),
    ...forTier,
    count: countSchema,
  }),
]);

/** Another tier that the evidence speaks for; nothing changes until a person sets it. @public */
export const tierProposalSchema = z.object({
  tier: promiseTierSchema,
  direction: z.enum(['declare', 'raise', 'lower']),
  confidence: z.enum(['high', 'medium', 'low']),
  reasons: z.array(tierReasonSchema),
});

/** @public */
export const tierHonestyItemSchema = z.object({
  service: promiseServiceSchema,
  inversions: z.array(tierInversionSchema),
  hiddenInversions: countSchema.describe('With services that you cannot see'),
  proposal: tierProposalSchema.nullable(),
});

/** @public */
export const tierHonestyQuerySchema = z
  .object({
    kind: z.enum(['inversion', 'proposal']).default('inversion'),
    owner: anyOfSchema.describe('With the groups below them'),
    tier: anyOfSchema,
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const tierHonestyResponseSchema = pageOf(tierHonestyItemSchema).extend({
  counts: z
    .object({ inversion: countSchema, proposal: countSchema })
    .describe('Services, of those that match'),
  computedAt: timeSchema.nullable().describe('null: not yet'),
});

/** @public */
export type TierHonestyItem = z.infer<typeof tierHonestyItemSchema>;
/** @public */
export type TierHonestyQuery = z.input<typeof tierHonestyQuerySchema>;
/** @public */
export type TierHonestyResponse = z.infer<typeof tierHonestyResponseSchema>;
/** @public */
export type TierInversionItem = z.infer<typeof tierInversionSchema>;
/** @public */
export type TierProposalItem = z.infer<typeof tierProposalSchema>;
/** @public */
export type TierReasonItem = z.infer<typeof tierReasonSchema>;
/** @public */
export type PromiseNodeItem = z.infer<typeof promiseNodeSchema>;
/** @public */
export type PromiseServiceItem = z.infer<typeof promiseServiceSchema>;
