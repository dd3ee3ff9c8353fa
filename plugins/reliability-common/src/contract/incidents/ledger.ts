import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../paging';

/** What one incident took out of one error budget. @public */
export const incidentSpendSchema = z.object({
  sloId: z.string(),
  sloTitle: z.string(),
  objectiveId: z.string(),
  entityRef: z.string(),
  from: timeSchema,
  to: timeSchema,
  bad: z.number().nullable().describe('Events; null: no data'),
  total: z.number().nullable(),
  share: z
    .number()
    .nullable()
    .describe('Of the budget of one window, 1: all of it; null: no data'),
  measuredAt: timeSchema,
  final: z.boolean().describe('Whether it is over and measured to its end'),
});

/** One line of a ledger. @public */
export const ledgerLineSchema = z.object({
  kind: z
    .enum(['incident', 'correction', 'unexplained'])
    .describe('Unexplained: bad events of a day outside of all incidents'),
  from: timeSchema,
  to: timeSchema,
  title: z.string(),
  incidentId: z.string().nullable(),
  reviewId: z.string().nullable(),
  bad: z.number().nullable(),
  share: z
    .number()
    .nullable()
    .describe('Of the budget; of a correction what it gave back, negative'),
});

/** @public */
export const sloLedgerQuerySchema = z.object({
  objective: z.string().optional().describe('Default: the worst'),
});

/** Where the error budget of one window went. @public */
export const sloLedgerResponseSchema = z.object({
  sloId: z.string(),
  objectiveId: z.string(),
  window: z.object({ from: timeSchema, to: timeSchema }),
  evaluatedAt: timeSchema.nullable(),
  budget: z.number().nullable().describe('Bad events that were allowed'),
  spent: z.number().nullable().describe('Share of it, 1: all'),
  explained: z.number().nullable().describe('Share, by incidents'),
  unexplained: z.number().nullable().describe('Share, outside of incidents'),
  unmeasured: z
    .number()
    .int()
    .describe('Incidents of the window that were not measured yet'),
  lines: z.array(ledgerLineSchema).describe('The newest first'),
  burnDown: z
    .array(z.object({ day: z.iso.date(), remaining: z.number().nullable() }))
    .describe('Share of the budget at the end of each day of the window'),
});

/** Something about an SLO and its incidents that does not fit together. @public */
export const budgetReviewSchema = z.object({
  id: z.string(),
  kind: z
    .enum(['dark-burn', 'blind-spot'])
    .describe(
      'Dark burn: budget went and nobody declared anything. Blind spot: customers felt an incident, and the SLO did not',
    ),
  sloId: z.string(),
  sloTitle: z.string(),
  entityRef: z.string(),
  serviceTitle: z.string(),
  owner: z.string().nullable(),
  incident: z
    .object({ id: z.string(), reference: z.string(), title: z.string() })
    .nullable(),
  from: timeSchema,
  to: timeSchema,
  share: z.number().nullable().describe('Of the budget'),
  state: z.enum(['open', 'settled']),
  note: z.string(),
  settledBy: z.string().nullable(),
  settledAt: timeSchema.nullable(),
  foundAt: timeSchema,
  canEdit: z.boolean(),
});

/** @public */
export const listBudgetReviewsQuerySchema = z
  .object({
    service: anyOfSchema,
    owner: anyOfSchema,
    kind: anyOfSchema,
    state: anyOfSchema.describe('Default: open'),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const listBudgetReviewsResponseSchema = pageOf(budgetReviewSchema);

/** @public */
export const settleBudgetReviewRequestSchema = z.strictObject({
  state: z.enum(['open', 'settled']),
  note: z.string().trim().max(2000).default(''),
});

/** One change that was pushed. @public */
export const pushedChangeSchema = z.strictObject({
  id: z.string().min(1).max(200).describe('Unique at the source'),
  entityRef: z.string().min(1),
  at: timeSchema,
  kind: z.string().min(1).max(40).default('deploy'),
  title: z.string().min(1).max(300),
  url: z.string().max(2000).nullable().default(null),
});

/** Body of `PUT /changes`. @public */
export const pushChangesRequestSchema = z.strictObject({
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected a-z, 0-9 and -'),
  changes: z.array(z.unknown()).max(10_000),
});

/** @public */
export const pushChangesResponseSchema = z.object({
  stored: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.array(z.object({ index: z.number().int(), reason: z.string() })),
});

/** @public */
export type IncidentSpend = z.infer<typeof incidentSpendSchema>;
/** @public */
export type LedgerLine = z.infer<typeof ledgerLineSchema>;
/** @public */
export type SloLedgerQuery = z.input<typeof sloLedgerQuerySchema>;
/** @public */
export type SloLedgerResponse = z.infer<typeof sloLedgerResponseSchema>;
/** @public */
export type BudgetReview = z.infer<typeof budgetReviewSchema>;
/** @public */
export type ListBudgetReviewsQuery = z.input<
  typeof listBudgetReviewsQuerySchema
>;
/** @public */
export type ListBudgetReviewsResponse = z.infer<
  typeof listBudgetReviewsResponseSchema
>;
/** @public */
export type SettleBudgetReviewRequest = z.input<
  typeof settleBudgetReviewRequestSchema
>;
/** @public */
export type PushedChange = z.output<typeof pushedChangeSchema>;
/** @public */
export type PushChangesRequest = z.input<typeof pushChangesRequestSchema>;
/** @public */
export type PushChangesResponse = z.infer<typeof pushChangesResponseSchema>;
