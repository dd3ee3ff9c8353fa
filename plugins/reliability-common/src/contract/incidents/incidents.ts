import { z } from 'zod';
import { oncallPersonSchema } from '../oncall/vocabulary';
import { pageOf, pageQuerySchema, timeSchema } from '../paging';
import { followUpSchema } from './followUps';
import { incidentSpendSchema } from './ledger';
import {
  changeMarkSchema,
  incidentFilterSchema,
  incidentServiceSchema,
  incidentStatusSchema,
  incidentSubjectSchema,
  postmortemStateSchema,
  provenanceSchema,
  severityLevelSchema,
  severitySchema,
  stampNameSchema,
  stampsSchema,
} from './vocabulary';

/** @public */
export const listIncidentsQuerySchema = incidentFilterSchema
  .extend({
    orderBy: z
      .enum(['started', 'severity', 'duration', 'updated'])
      .default('started'),
    order: z
      .enum(['asc', 'desc'])
      .default('desc')
      .describe('desc: the newest, the worst, the longest first'),
  })
  .extend(pageQuerySchema.shape);

/** An incident in a list. @public */
export const incidentItemSchema = z.object({
  id: z.string(),
  reference: z.string().describe('As people call it'),
  title: z.string().describe('Of a private one: that it is private'),
  provider: z.string(),
  account: z.string(),
  url: z.string().nullable(),
  status: incidentStatusSchema,
  severity: severitySchema,
  isTest: z.boolean(),
  isPrivate: z.boolean(),
  customerImpact: z.boolean().nullable(),
  startedAt: timeSchema,
  resolvedAt: timeSchema.nullable(),
  durationMs: z
    .number()
    .nullable()
    .describe('From declared to resolved, or to now; null: cannot be told'),
  services: z.array(incidentServiceSchema),
  postmortem: z.object({
    state: postmortemStateSchema,
    dueAt: timeSchema.nullable(),
  }),
  followUps: z.object({
    open: z.number().int(),
    overdue: z.number().int(),
    total: z.number().int(),
  }),
  repeatOf: z
    .string()
    .nullable()
    .describe('Incident of the same key on the same service, within 30 days'),
  budgetSpent: z
    .number()
    .nullable()
    .describe(
      'Largest share of an error budget that it took, 1: all; null: not measured',
    ),
  updatedAt: timeSchema,
});

/** @public */
export const listIncidentsResponseSchema = pageOf(incidentItemSchema).extend({
  counts: z
    .object({
      active: z.number().int(),
      postmortemsOverdue: z.number().int(),
      followUpsOverdue: z.number().int(),
      unmapped: z
        .number()
        .int()
        .nullable()
        .describe('null: the reader may not see those'),
    })
    .describe('Of all that match the filter, status and postmortem left out'),
});

/** What a person set over what the provider said. @public */
export const incidentEditSchema = z.object({
  field: z.string(),
  reported: z.unknown().describe('What the provider says'),
  value: z.unknown(),
  by: z.string().describe('Entity reference'),
  at: timeSchema,
});

/** One event on the timeline of an incident, the oldest first. @public */
export const timelineEventSchema = z.object({
  id: z.string(),
  at: timeSchema,
  kind: z.enum(['stamp', 'reopened', 'update', 'page', 'engaged', 'change']),
  stamp: stampNameSchema.nullable(),
  text: z.string(),
  from: provenanceSchema,
  person: oncallPersonSchema.nullable(),
  url: z.string().nullable(),
});

/** @public */
export const incidentResponseSchema = incidentItemSchema.extend({
  summary: z.string(),
  cause: z.string().nullable(),
  change: z
    .object({ title: z.string(), url: z.string().nullable() })
    .nullable(),
  stamps: stampsSchema,
  figures: z
    .object({
      detect: z.number().nullable(),
      acknowledge: z.number().nullable(),
      mitigate: z.number().nullable(),
      restore: z.number().nullable(),
      impact: z.number().nullable(),
    })
    .describe('Milliseconds; null: a stamp is missing'),
  mergedInto: z.string().nullable(),
  subjects: z
    .array(incidentSubjectSchema.extend({ entityRefs: z.array(z.string()) }))
    .describe('What it is about at the provider, and which services that is'),
  timeline: z.array(timelineEventSchema),
  responders: z.array(
    z.object({
      person: oncallPersonSchema,
      role: z.string().nullable(),
      engagedAt: timeSchema.nullable(),
    }),
  ),
  pages: z.object({
    total: z.number().int(),
    afterHours: z.number().int(),
    sleepHours: z.number().int(),
    unacknowledged: z.number().int(),
  }),
  edits: z.array(incidentEditSchema),
  spends: z.array(incidentSpendSchema).describe('Of SLOs of its services'),
  followUpItems: z.array(followUpSchema),
  postmortemUrl: z.string().nullable().describe('Where it is kept elsewhere'),
  contested: z
    .array(
      z.object({
        entityRef: z.string(),
        checklistId: z.string(),
        itemId: z.string(),
        itemTitle: z.string(),
        followUpId: z.string(),
      }),
    )
    .describe('Checklist items that a follow-up contradicts'),
  repeats: z
    .array(
      z.object({
        id: z.string(),
        reference: z.string(),
        startedAt: timeSchema,
      }),
    )
    .describe('Others of the same key, the newest first'),
  nearbyChanges: z
    .array(changeMarkSchema)
    .describe('Pushed changes of its services in the day before it began'),
  canEdit: z.boolean(),
  namesHidden: z.boolean(),
});

const text = (longest: number) => z.string().trim().max(longest);

/** Stamps as a person gives them; null empties one. @public */
export const givenStampsSchema = z.partialRecord(
  stampNameSchema,
  timeSchema.nullable(),
);

/** Declares an incident here. @public */
export const createIncidentRequestSchema = z.strictObject({
  key: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,100}$/, 'expected letters, digits, . _ or -')
    .optional()
    .describe('The same key twice is one incident; default: a new one'),
  title: text(300).min(1, 'expected a title'),
  summary: text(20_000).default(''),
  severity: severityLevelSchema.default(null),
  status: z
    .enum(['triage', 'open', 'acknowledged', 'mitigated', 'resolved', 'closed'])
    .default('open'),
  entityRefs: z
    .array(z.string())
    .min(1, 'expected at least one service')
    .max(50),
  customerImpact: z.boolean().nullable().default(null),
  isTest: z.boolean().default(false),
  cause: text(2000).nullable().default(null),
  stamps: givenStampsSchema
    .default({})
    .describe('`declared` is now where it is not given'),
});

/** Changes only the fields that are given. @public */
export const patchIncidentRequestSchema = z.strictObject({
  title: text(300).min(1).optional(),
  summary: text(20_000).optional(),
  severity: severityLevelSchema.optional(),
  status: z
    .enum([
      'triage',
      'open',
      'acknowledged',
      'mitigated',
      'resolved',
      'closed',
      'declined',
    ])
    .optional()
    .describe('Only of incidents that are recorded here'),
  cause: text(2000).nullable().optional(),
  change: z
    .strictObject({ title: text(300).min(1), url: text(2000).nullable() })
    .nullable()
    .optional(),
  customerImpact: z.boolean().nullable().optional(),
  isTest: z.boolean().optional(),
  entityRefs: z.array(z.string()).min(1).max(50).optional(),
  stamps: givenStampsSchema
    .optional()
    .describe('null empties a stamp; those not named stay'),
  update: text(5000)
    .min(1)
    .optional()
    .describe('A line for the timeline, of now'),
  revert: z
    .array(z.string())
    .max(20)
    .optional()
    .describe('Fields that go back to what the provider says'),
});

/** @public */
export type ListIncidentsQuery = z.input<typeof listIncidentsQuerySchema>;
/** @public */
export type IncidentItem = z.infer<typeof incidentItemSchema>;
/** @public */
export type ListIncidentsResponse = z.infer<typeof listIncidentsResponseSchema>;
/** @public */
export type IncidentEditItem = z.infer<typeof incidentEditSchema>;
/** @public */
export type TimelineEvent = z.infer<typeof timelineEventSchema>;
/** @public */
export type IncidentResponse = z.infer<typeof incidentResponseSchema>;
/** @public */
export type CreateIncidentRequest = z.input<typeof createIncidentRequestSchema>;
/** @public */
export type PatchIncidentRequest = z.input<typeof patchIncidentRequestSchema>;
