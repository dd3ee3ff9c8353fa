import { z } from 'zod';
import { timeSchema } from '../paging';
import { sloFlagSchema, sloStatusSchema, sloWindowSchema } from './vocabulary';

/** A ratio or share; null: not known. Budgets left are negative where more is spent than there was. */
const number = z.number().nullable();

/** @public */
export const burnWindowSchema = z.enum([
  '5m',
  '30m',
  '1h',
  '2h',
  '6h',
  '1d',
  '3d',
]);

/** How fast the budget went in one window: 1 spends it exactly by the end of the period. @public */
export const burnSchema = z.object({
  window: burnWindowSchema,
  rate: number,
  bad: number,
  total: number,
});

/** A pair of windows that must both burn. @public */
export const alertPairSchema = z.object({
  severity: z.enum(['page', 'ticket']),
  long: burnWindowSchema,
  short: burnWindowSchema,
  factor: z.number().describe('Burn rate that both windows must exceed'),
  threshold: z.number().describe('The same as a share of bad events'),
  budgetPercent: z
    .number()
    .describe('Share of the budget that the long window then has spent'),
  longBurn: number,
  shortBurn: number,
  state: z
    .enum(['off', 'firing', 'muted', 'never'])
    .describe(
      'muted: too few failures; never: the threshold cannot be reached',
    ),
  reason: z.string().describe('Why it is on or off, with the numbers'),
});

/** A budget over one window. @public */
export const budgetSchema = z.object({
  window: sloWindowSchema,
  bad: number,
  total: number,
  sli: number.describe('Share of good events or slices'),
  consumed: number.describe('Share of the budget that is spent'),
  remaining: number.describe('1 - consumed, never clamped'),
  remainingMs: number.describe(
    'The same as time of total outage; milliseconds',
  ),
});

/** When the budget ends at the pace of a window. @public */
export const exhaustionSchema = z.object({
  window: burnWindowSchema,
  inMs: number.describe('0: spent already; null: not within the period'),
  at: timeSchema.nullable(),
});

/** One objective at one time. @public */
export const objectiveEvaluationSchema = z.object({
  id: z.string(),
  title: z.string(),
  target: z.number().int().describe('Parts per million'),
  weight: z.number().nullable().describe('Of a member of a composite'),
  status: sloStatusSchema,
  flags: z.array(sloFlagSchema),
  budget: budgetSchema,
  uncorrected: budgetSchema
    .nullable()
    .describe('The same without corrections, where there are any'),
  companion: budgetSchema
    .nullable()
    .describe('A calendar month beside a rolling window, and the reverse'),
  burns: z.array(burnSchema),
  alerts: z.array(alertPairSchema),
  exhaustion: z.array(exhaustionSchema).describe('The headline first'),
  slices: z
    .object({
      measured: z.number().int(),
      expected: z.number().int(),
      lengthMs: z.number().int(),
    })
    .nullable(),
});

/** @public */
export type BurnItem = z.infer<typeof burnSchema>;
/** @public */
export type AlertPairItem = z.infer<typeof alertPairSchema>;
/** @public */
export type BudgetItem = z.infer<typeof budgetSchema>;
/** @public */
export type ExhaustionItem = z.infer<typeof exhaustionSchema>;
/** @public */
export type ObjectiveEvaluationItem = z.infer<typeof objectiveEvaluationSchema>;
