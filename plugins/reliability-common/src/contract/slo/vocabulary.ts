import { z } from 'zod';
import { timeSchema } from '../paging';

/** First match wins, in this order; `pending`: not evaluated yet. @public */
export const sloStatusSchema = z.enum([
  'error',
  'no_data',
  'no_traffic',
  'breached',
  'burning',
  'at_risk',
  'healthy',
  'pending',
]);

/** What a reader must know beside the status. @public */
export const sloFlagSchema = z.enum([
  'provisional',
  'stale',
  'low_traffic',
  'partial',
  'corrected',
]);

/** How a value was come by. @public */
export const sliModeSchema = z.enum(['raw', 'recorded', 'pushed', 'reported']);

/** @public */
export const budgetingMethodSchema = z.enum([
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
]);

/** @public */
export const sloWindowSchema = z.object({
  kind: z.enum(['rolling', 'calendar']),
  duration: z.string().describe('As OpenSLO writes it: `30d`, `1M`'),
  from: timeSchema.nullable().describe('Of the window in force'),
  to: timeSchema
    .nullable()
    .describe('Its end: the evaluation, or the end of the calendar period'),
  timeZone: z.string().optional(),
});

/** One thing that is wrong or doubtful in a document, and where. @public */
export const sloDiagnosticSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  file: z.string().nullable().describe('As the annotation names it'),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
  path: z.string().describe('For instance `spec.objectives[0].target`'),
});

/** @public */
export type SloWindowItem = z.infer<typeof sloWindowSchema>;
/** @public */
export type SloDiagnosticItem = z.infer<typeof sloDiagnosticSchema>;
