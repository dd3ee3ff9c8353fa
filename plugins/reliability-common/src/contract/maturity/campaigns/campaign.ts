import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../../paging';
import {
  campaignDateSchema,
  campaignFilterSchema,
  campaignRequirementSchema,
  campaignScopeSchema,
  campaignStateSchema,
  campaignTotalsSchema,
} from './vocabulary';
import { checklistItemRefSchema } from '../../incidents/followUps';

const text = (longest: number) => z.string().trim().max(longest);

const wordsShape = {
  title: text(200).min(1, 'expected a title'),
  goal: text(10_000).default('').describe('Markdown'),
  owner: text(300)
    .min(1, 'expected a user or group')
    .describe('Entity reference of a User or Group'),
  startsAt: campaignDateSchema.describe('A draft starts by itself on this day'),
  dueAt: campaignDateSchema.describe('The last day'),
};

/** @public */
export const createCampaignRequestSchema =
  campaignScopeSchema.extend(wordsShape);

/** Scorecard and first day may be changed while it is a draft. @public */
export const patchCampaignRequestSchema = z.strictObject({
  version: z.number().int().describe('As last read'),
  title: wordsShape.title.optional(),
  goal: text(10_000).optional(),
  owner: wordsShape.owner.optional(),
  startsAt: campaignDateSchema.optional(),
  dueAt: campaignDateSchema.optional(),
  scorecard: text(200).min(1).optional(),
  filter: campaignFilterSchema.optional(),
  checks: z.array(text(200).min(1)).max(50).optional(),
  items: z.array(checklistItemRefSchema).max(50).optional(),
});

/** @public */
export const decideCampaignRequestSchema = z.strictObject({
  action: z.enum(['start', 'end', 'cancel']),
  note: text(2000).default(''),
});

/** A goal with a date, and how far the services that the reader may see are. @public */
export const campaignSchema = z.object({
  id: z.string(),
  title: z.string(),
  goal: z.string(),
  owner: z.string(),
  state: campaignStateSchema,
  startsAt: campaignDateSchema,
  dueAt: campaignDateSchema,
  endedAt: timeSchema.nullable().describe('Also when it was cancelled'),
  endedBy: z.string().nullable().describe('null: its last day was over'),
  scorecard: z.object({ id: z.string(), title: z.string() }),
  filter: campaignFilterSchema,
  requirements: z.array(campaignRequirementSchema),
  totals: campaignTotalsSchema,
  frozen: campaignDateSchema
    .nullable()
    .describe('The day of the totals, where they are those of the end'),
  partial: z
    .boolean()
    .describe('The totals are of the services that the reader may see'),
  createdBy: z.string(),
  createdAt: timeSchema,
  changedBy: z.string(),
  changedAt: timeSchema,
  version: z.number().int(),
});

/** @public */
export const campaignEventSchema = z.object({
  at: timeSchema,
  by: z.string().nullable().describe('null: the day came'),
  action: z.enum(['create', 'change', 'start', 'end', 'cancel']),
  fields: z.array(z.string()).describe('What a change changed'),
  note: z.string(),
});

/** @public */
export const campaignResponseSchema = campaignSchema.extend({
  events: z.array(campaignEventSchema).describe('The newest 50, newest first'),
});

/** @public */
export const listCampaignsQuerySchema = z
  .object({
    state: anyOfSchema.describe('Default: all'),
    owner: anyOfSchema.describe('Entity references of whoever runs it'),
  })
  .extend(pageQuerySchema.shape);

/** Running ones first, then drafts, then what is over; by last day. @public */
export const listCampaignsResponseSchema = pageOf(campaignSchema).extend({
  counts: z
    .object({
      draft: z.number().int(),
      running: z.number().int(),
      ended: z.number().int(),
      cancelled: z.number().int(),
    })
    .describe('Of all with that owner, whatever their state'),
});

/** @public */
export type Campaign = z.infer<typeof campaignSchema>;
/** @public */
export type CampaignEvent = z.infer<typeof campaignEventSchema>;
/** @public */
export type CampaignResponse = z.infer<typeof campaignResponseSchema>;
/** @public */
export type CreateCampaignRequest = z.input<typeof createCampaignRequestSchema>;
/** @public */
export type PatchCampaignRequest = z.input<typeof patchCampaignRequestSchema>;
/** @public */
export type DecideCampaignRequest = z.input<typeof decideCampaignRequestSchema>;
/** @public */
export type ListCampaignsQuery = z.input<typeof listCampaignsQuerySchema>;
/** @public */
export type ListCampaignsResponse = z.infer<typeof listCampaignsResponseSchema>;
