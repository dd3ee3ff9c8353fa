import { z } from 'zod';
import { pageOf, pageQuerySchema, timeSchema } from '../../paging';
import { levelRefSchema } from '../vocabulary';
import {
  campaignDateSchema,
  campaignRequirementSchema,
  campaignServiceSchema,
  campaignServicesFilterSchema,
  campaignServiceStateSchema,
  campaignTotalsSchema,
} from './vocabulary';

const count = z.number().int();

/** @public */
export const campaignServicesQuerySchema = campaignServicesFilterSchema.extend(
  pageQuerySchema.shape,
);

/** The critical first, then by title. @public */
export const campaignServicesResponseSchema = pageOf(
  campaignServiceSchema,
).extend({
  counts: z
    .object({ open: count, unknown: count, exempt: count, done: count })
    .describe('Of all of these owners, whatever their state'),
});

/** @public */
export const campaignTeamSchema = campaignTotalsSchema.extend({
  owner: z.string().nullable(),
});

/** The teams with most to do first. @public */
export const campaignTeamsResponseSchema = pageOf(campaignTeamSchema);

/** One day of the burn-up. @public */
export const campaignDaySchema = z.object({
  day: campaignDateSchema,
  total: count,
  done: count,
  exempt: count,
  unknown: count,
});

/** When it is done at the pace of the last days. @public */
export const campaignProjectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('done') }),
  z.object({
    kind: z.literal('too-early'),
    days: count.describe('Days that were measured'),
    needed: count.describe('Days that a pace needs'),
  }),
  z.object({ kind: z.literal('no-pace'), left: count, days: count }),
  z.object({
    kind: z.literal('on-time'),
    doneOn: campaignDateSchema,
    left: count,
    perWeek: z.number().describe('Services done in a week at this pace'),
    days: count.describe('Days from which the pace is'),
  }),
  z.object({
    kind: z.literal('late'),
    doneOn: campaignDateSchema
      .nullable()
      .describe('null: in more than ten years'),
    left: count,
    short: count.describe('Services that are missing on the last day'),
    perWeek: z.number(),
    days: count,
  }),
]);

/** @public */
export const campaignProgressQuerySchema = z.object({
  owner: z
    .string()
    .max(300)
    .optional()
    .describe('Entity reference of an owner; `none`: services without one'),
});

/** @public */
export const campaignProgressResponseSchema = z.object({
  now: campaignTotalsSchema.describe('Of the services that the reader may see'),
  partial: z
    .boolean()
    .describe(
      'The reader does not see every service, so the days, which are of all, are left out',
    ),
  days: z.array(campaignDaySchema).describe('Oldest first; one for each day'),
  ideal: z
    .array(z.object({ day: campaignDateSchema, done: z.number() }))
    .describe('From the first measured day to the last one, two points'),
  projection: campaignProjectionSchema.nullable(),
});

/** @public */
export const campaignPreviewResponseSchema = z.object({
  totals: campaignTotalsSchema,
  matched: count.describe('Services that the filter matches'),
  notApplicable: count.describe('Of them, to which nothing of it applies'),
  requirements: z.array(campaignRequirementSchema),
  teams: count.describe('Owners that have something to do'),
});

/** @public */
export const campaignEnforcementRequestSchema = z.strictObject({
  from: campaignDateSchema.describe('The day from which the checks count'),
});

/** What it means that the checks of a campaign count. @public */
export const campaignEnforcementResponseSchema = z.object({
  from: campaignDateSchema,
  checks: z.array(z.object({ id: z.string(), title: z.string() })),
  yaml: z.string().describe('The entries of these checks for app-config'),
  services: count.describe('Services of the scorecard that the reader sees'),
  outdated: count.describe('Of them left out: assessed by older rules'),
  losing: count.describe('Services that would have a lower level now'),
  examples: z
    .array(
      z.object({
        entityRef: z.string(),
        title: z.string(),
        owner: z.string().nullable(),
        from: levelRefSchema,
        to: levelRefSchema,
      }),
    )
    .describe('At most 20 of them'),
});

/** Campaigns that run and ask something of a service. @public */
export const serviceCampaignsResponseSchema = z.object({
  items: z.array(
    campaignServiceSchema.pick({ left: true }).extend({
      id: z.string(),
      title: z.string(),
      goal: z.string(),
      owner: z.string(),
      dueAt: campaignDateSchema,
      state: campaignServiceStateSchema,
    }),
  ),
  at: timeSchema,
});

/** @public */
export type CampaignTeam = z.infer<typeof campaignTeamSchema>;
/** @public */
export type CampaignServicesQuery = z.input<typeof campaignServicesQuerySchema>;
/** @public */
export type CampaignServicesResponse = z.infer<
  typeof campaignServicesResponseSchema
>;
/** @public */
export type CampaignTeamsResponse = z.infer<typeof campaignTeamsResponseSchema>;
/** @public */
export type CampaignProgressResponse = z.infer<
  typeof campaignProgressResponseSchema
>;
/** @public */
export type CampaignPreviewResponse = z.infer<
  typeof campaignPreviewResponseSchema
>;
/** @public */
export type CampaignEnforcementResponse = z.infer<
  typeof campaignEnforcementResponseSchema
>;
/** @public */
export type ServiceCampaignsResponse = z.infer<
  typeof serviceCampaignsResponseSchema
>;
