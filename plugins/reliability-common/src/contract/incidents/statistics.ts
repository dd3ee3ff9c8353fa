import { z } from 'zod';
import { pageQuerySchema, timeSchema } from '../paging';
import { incidentItemSchema } from './incidents';
import { sloLedgerResponseSchema } from './ledger';
import {
  changeMarkSchema,
  durationFigureSchema,
  incidentFilterSchema,
} from './vocabulary';

/** Figures over a set of incidents; exercises, merged and declined ones are left out. @public */
export const incidentFiguresSchema = z.object({
  incidents: z.number().int(),
  open: z.number().int(),
  bySeverity: z
    .array(
      z.object({
        level: z.number().int().nullable(),
        name: z.string(),
        incidents: z.number().int(),
      }),
    )
    .describe('The worst first, not mapped last'),
  detect: durationFigureSchema.describe('Impact start to detected'),
  acknowledge: durationFigureSchema.describe('Declared to acknowledged'),
  neverAcknowledged: z
    .number()
    .int()
    .describe('Somebody was paged, and nobody acknowledged it'),
  mitigate: durationFigureSchema.describe(
    'Impact start, else detected, to mitigated',
  ),
  restore: durationFigureSchema.describe('Declared to the last resolved'),
  impactMinutes: z
    .number()
    .describe('Minutes in which customers felt any of them, overlaps once'),
  impactUnknown: z
    .number()
    .int()
    .describe('With customer impact, but without its times'),
  repeats: z.number().int(),
  pages: z.object({
    total: z.number().int(),
    afterHours: z.number().int(),
    sleepHours: z.number().int(),
    zoneUnknown: z
      .number()
      .int()
      .describe('Counted in the zone of the company'),
    withoutHuman: z
      .number()
      .int()
      .describe('Resolved by themselves or never acknowledged'),
    noisyKeys: z
      .number()
      .int()
      .describe('Keys that paged 3 times within a day'),
  }),
  postmortems: z.object({
    required: z.number().int(),
    published: z.number().int(),
    inTime: z.number().int(),
    overdue: z.number().int(),
  }),
  followUps: z.object({
    total: z.number().int(),
    done: z.number().int(),
    inTime: z.number().int(),
    overdue: z.number().int(),
  }),
});

/** @public */
export const incidentStatsQuerySchema = incidentFilterSchema.extend({
  by: z
    .enum(['tier', 'owner', 'service', 'month', 'severity'])
    .default('month'),
  timeZone: z.string().max(64).default('UTC').describe('Of months'),
});

/** @public */
export const incidentStatsResponseSchema = z.object({
  from: timeSchema.describe('Default: 365 days back'),
  to: timeSchema,
  all: incidentFiguresSchema,
  groups: z
    .array(
      z.object({
        key: z.string().describe('Id, reference, or month as 2026-11'),
        title: z.string(),
        figures: incidentFiguresSchema,
        trend: z
          .boolean()
          .describe('Whether there are enough (10) to compare it'),
      }),
    )
    .describe('Months in order, others by incidents; at most 100'),
  groupsTotal: z.number().int(),
  repeaters: z
    .array(
      z.object({
        entityRef: z.string(),
        title: z.string(),
        key: z.string().describe('What repeats'),
        incidents: z.number().int(),
        lastId: z.string(),
        lastAt: timeSchema,
      }),
    )
    .describe('At most 10, the most frequent first'),
});

/** @public */
export const serviceIncidentsQuerySchema = z
  .object({
    days: z.coerce.number().int().min(1).max(730).default(90),
    severity: incidentFilterSchema.shape.severity,
    status: incidentFilterSchema.shape.status,
    q: incidentFilterSchema.shape.q,
  })
  .extend(pageQuerySchema.shape);

/** Everything about the incidents of one service. @public */
export const serviceIncidentsResponseSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  tier: z.object({ id: z.string(), name: z.string() }),
  at: timeSchema,
  from: timeSchema,
  contract: z
    .object({
      rtoMs: z.number().nullable(),
      severities: z.array(z.number().int()),
      draftMs: z.number().nullable(),
      publishMs: z.number().nullable(),
    })
    .nullable(),
  figures: incidentFiguresSchema,
  items: z.array(incidentItemSchema),
  totalItems: z.number().int(),
  nextCursor: z.string().optional(),
  timeline: z
    .array(
      z.object({
        id: z.string(),
        reference: z.string(),
        title: z.string(),
        severity: z.number().int().nullable(),
        from: timeSchema,
        to: timeSchema.nullable().describe('null: goes on'),
      }),
    )
    .describe('All of the time, at most 500'),
  changes: z.array(changeMarkSchema).describe('Pushed marks, at most 500'),
  budgets: z
    .array(
      sloLedgerResponseSchema
        .pick({
          sloId: true,
          objectiveId: true,
          window: true,
          spent: true,
          explained: true,
          unexplained: true,
        })
        .extend({
          title: z.string(),
          days: sloLedgerResponseSchema.shape.burnDown,
        }),
    )
    .describe('Daily budget of each SLO over the time, the worst first'),
  sources: z.array(
    z.object({
      account: z.string(),
      provider: z.string(),
      pushed: z
        .boolean()
        .describe('Whether it sends its incidents and is never read'),
      readAt: timeSchema.nullable(),
      error: z.string().nullable(),
      backfilledTo: timeSchema
        .nullable()
        .describe('How far back its incidents are known; null: to the start'),
    }),
  ),
  problems: z.array(
    z.object({
      annotation: z.string(),
      value: z.string(),
      message: z.string(),
    }),
  ),
  canEdit: z.boolean(),
});

/** @public */
export type IncidentFiguresItem = z.infer<typeof incidentFiguresSchema>;
/** @public */
export type IncidentStatsQuery = z.input<typeof incidentStatsQuerySchema>;
/** @public */
export type IncidentStatsResponse = z.infer<typeof incidentStatsResponseSchema>;
/** @public */
export type ServiceIncidentsQuery = z.input<typeof serviceIncidentsQuerySchema>;
/** @public */
export type ServiceIncidentsResponse = z.infer<
  typeof serviceIncidentsResponseSchema
>;
