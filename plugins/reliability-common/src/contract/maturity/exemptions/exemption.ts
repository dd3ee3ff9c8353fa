import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../../paging';
import { outcomeSchema } from '../vocabulary';

const MAX_TEXT = 2000;

/** Characters of a reason at least. */
const MIN_REASON = 10;

/** The last day of an exemption, or the time at which it ends. */
const untilSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error:
    'expected its last day such as 2026-12-31, or a time with its zone such as 2026-12-31T09:00:00Z',
});

/** @public */
export const exemptionStateSchema = z.enum([
  'requested',
  'approved',
  'denied',
  'revoked',
  'withdrawn',
  'expired',
]);

/** Body of `POST /exemptions`. @public */
export const requestExemptionSchema = z.strictObject({
  entityRef: z.string().min(1),
  scorecard: z.string().min(1),
  check: z.string().min(1),
  reason: z
    .string()
    .trim()
    .min(MIN_REASON, {
      error: `say why in at least ${MIN_REASON} characters`,
    })
    .max(MAX_TEXT),
  until: untilSchema.describe('Its last day (UTC), or when it ends'),
  renews: z
    .string()
    .optional()
    .describe('Id of the exemption that this one goes on with'),
});

/** Body of `POST /exemptions/:id/decision`. @public */
export const decideExemptionSchema = z
  .strictObject({
    decision: z.enum(['approve', 'deny', 'revoke', 'withdraw']),
    note: z.string().trim().max(MAX_TEXT).default(''),
    version: z.number().int().min(1).describe('`version` as it was read'),
  })
  .refine(
    ({ decision, note }) =>
      !['deny', 'revoke'].includes(decision) || note.length > 0,
    { path: ['note'], error: 'say why' },
  );

/** What is kept of an exemption, with what it is about. @public */
export const exemptionItemSchema = z.object({
  id: z.string(),
  from: z
    .enum(['portal', 'configuration'])
    .describe('One from the configuration is decided there'),
  service: z.object({
    entityRef: z.string(),
    title: z.string(),
    owner: z.string().nullable(),
    tier: z.object({
      id: z.string(),
      name: z.string(),
      rank: z.number().int().nullable(),
    }),
  }),
  scorecard: z.object({ id: z.string(), title: z.string() }),
  check: z.object({
    id: z.string(),
    title: z.string(),
    weight: z
      .number()
      .describe('In the score; as of the approval where there is one'),
    outcome: outcomeSchema
      .nullable()
      .describe('At the last assessment; null: not assessed'),
  }),
  reason: z.string(),
  until: z.string().describe('Its last day (UTC), or when it ends'),
  endsAt: timeSchema.describe(
    'When it is over; the past where it was denied, revoked or renewed',
  ),
  state: exemptionStateSchema,
  requestedBy: z.string().nullable(),
  requestedAt: timeSchema.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: timeSchema.nullable(),
  note: z.string().describe('Of the last decision'),
  since: timeSchema
    .nullable()
    .describe('Since when it is exempt without a break; null: not known'),
  renews: z.string().nullable(),
  renewedBy: z.string().nullable(),
  renewals: z.number().int().describe('How often it was renewed'),
  version: z.number().int(),
  may: z
    .object({
      approve: z.boolean(),
      deny: z.boolean(),
      revoke: z.boolean(),
      withdraw: z.boolean(),
      renew: z.boolean(),
    })
    .describe('What the reader may do with it now'),
});

/** @public */
export const exemptionRulesSchema = z.object({
  latestUntil: z.iso
    .date()
    .describe('The latest last day of one that is asked for now'),
  maxDuration: z.string().describe('ISO 8601'),
  minReason: z.number().int().describe('Characters'),
});

/** @public */
export const listExemptionsQuerySchema = z
  .object({
    service: anyOfSchema.describe('Entity references of services'),
    owner: anyOfSchema.describe('Entity references of owners'),
    state: anyOfSchema.describe(exemptionStateSchema.options.join(', ')),
    scorecard: z.string().optional(),
    check: z.string().optional().describe('Id of a check'),
    expiring: z
      .stringbool()
      .optional()
      .describe('Only those in force that end within 14 days'),
    forMe: z
      .stringbool()
      .optional()
      .describe('Only requests that the reader may decide'),
    orderBy: z.enum(['end', 'requested']).default('end'),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const listExemptionsResponseSchema = pageOf(exemptionItemSchema).extend({
  counts: z
    .object({
      requested: z.number().int(),
      forMe: z.number().int(),
      approved: z.number().int(),
      expiring: z.number().int(),
      over: z.number().int(),
    })
    .describe('By all filters but state, expiring and forMe'),
  rules: exemptionRulesSchema,
});

/** @public */
export const exemptionEventSchema = z.object({
  at: timeSchema,
  by: z.string(),
  action: z.enum([
    'requested',
    'approved',
    'denied',
    'revoked',
    'withdrawn',
    'renewed',
  ]),
  note: z.string(),
});

/** @public */
export const exemptionIncidentSchema = z.object({
  id: z.string(),
  title: z.string(),
  startedAt: timeSchema,
  severity: z.number().int().nullable().describe('1 is the worst'),
  budgetShare: z
    .number()
    .nullable()
    .describe('Largest share of a budget of the service; null: not measured'),
});

/** @public */
export const exemptionMeanwhileSchema = z.object({
  from: timeSchema,
  to: timeSchema,
  incidents: z.number().int(),
  budgetShare: z
    .number()
    .nullable()
    .describe(
      'Sum of the largest share that each incident took; 1: a whole budget; null: none was measured',
    ),
  unmeasured: z.number().int().describe('Incidents without a measured share'),
  items: z.array(exemptionIncidentSchema).describe('The newest, at most 20'),
});

/** @public */
export const exemptionResponseSchema = z.object({
  exemption: exemptionItemSchema,
  failingSince: timeSchema
    .nullable()
    .describe('Since when the check fails; null: it does not, or not known'),
  renewed: z
    .array(z.object({ id: z.string(), until: z.string() }))
    .describe('Those that it goes on with, the last first'),
  meanwhile: exemptionMeanwhileSchema.describe(
    'While it was in force; before it was, in the 90 days before now',
  ),
  events: z.array(exemptionEventSchema).describe('The oldest first'),
});

/** @public */
export type ExemptionItem = z.infer<typeof exemptionItemSchema>;
/** @public */
export type RequestExemption = z.input<typeof requestExemptionSchema>;
/** @public */
export type DecideExemption = z.input<typeof decideExemptionSchema>;
/** @public */
export type ListExemptionsQuery = z.input<typeof listExemptionsQuerySchema>;
/** @public */
export type ListExemptionsResponse = z.infer<
  typeof listExemptionsResponseSchema
>;
/** @public */
export type ExemptionResponse = z.infer<typeof exemptionResponseSchema>;
