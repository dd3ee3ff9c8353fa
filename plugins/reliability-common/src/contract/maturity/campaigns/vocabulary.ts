import { z } from 'zod';
import { anyOfSchema } from '../../paging';
import { checklistItemRefSchema } from '../../incidents/followUps';
import {
  enforcementSchema,
  levelRefSchema,
  outcomeSchema,
} from '../vocabulary';

const text = (longest: number) => z.string().trim().max(longest);
const values = z
  .array(text(300).min(1))
  .max(100)
  .optional()
  .describe('Absent: any; empty: none');

/** A UTC day. @public */
export const campaignDateSchema = z.iso.date({
  error: 'expected a day such as 2027-03-31',
});

/** How far a campaign is. @public */
export const campaignStateSchema = z.enum([
  'draft',
  'running',
  'ended',
  'cancelled',
]);

/** Where one service stands in a campaign. @public */
export const campaignServiceStateSchema = z.enum([
  'open',
  'unknown',
  'exempt',
  'done',
]);

/**
 * Which services a campaign is for. Level and outcome are left out on purpose: a service that improves would
 * leave the campaign and its total.
 *
 * @public
 */
export const campaignFilterSchema = z.strictObject({
  tier: values.describe('Tier ids; `untiered` for none'),
  owner: values.describe('Entity references of owners'),
  system: values.describe('Entity references of systems'),
  domain: values.describe('Entity references of domains'),
  lifecycle: values.describe('Such as production'),
});

/** Which services, and what they have to do. @public */
export const campaignScopeSchema = z.strictObject({
  scorecard: text(200).min(1).describe('Id of the scorecard of the checks'),
  filter: campaignFilterSchema.default({}),
  checks: z
    .array(text(200).min(1))
    .max(50)
    .default([])
    .describe('Ids of checks that must pass; also planned and scheduled ones'),
  items: z
    .array(checklistItemRefSchema)
    .max(50)
    .default([])
    .describe('Items of readiness checklists that must be met'),
});

/** What a campaign asks of a service. @public */
export const campaignRequirementSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('check'),
    id: z.string(),
    title: z.string(),
    level: z.string().describe('Name of its level; empty when it is gone'),
    enforcement: enforcementSchema
      .nullable()
      .describe('null: the scorecard has no such check any more'),
  }),
  z.object({
    kind: z.literal('item'),
    checklistId: z.string(),
    id: z.string(),
    title: z.string(),
    checklist: z.string().describe('Title of the checklist'),
    known: z.boolean().describe('false: the checklist has no such item'),
  }),
]);

/** Numbers of services. `total` = done + open + exempt + unknown. @public */
export const campaignTotalsSchema = z.object({
  total: z.number().int(),
  done: z.number().int(),
  open: z.number().int(),
  exempt: z.number().int(),
  unknown: z.number().int(),
});

/** One service in a campaign. @public */
export const campaignServiceSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  tier: z.object({
    id: z.string(),
    name: z.string(),
    rank: z.number().int().nullable(),
  }),
  owner: z.string().nullable(),
  level: levelRefSchema,
  state: campaignServiceStateSchema,
  left: z
    .array(
      z.object({
        kind: z.enum(['check', 'item']),
        checklistId: z.string().nullable(),
        id: z.string(),
        title: z.string(),
        outcome: outcomeSchema,
      }),
    )
    .describe('What is not done: what fails, is unknown or exempt'),
});

/** @public */
export const campaignServicesFilterSchema = z.object({
  state: anyOfSchema.describe('Default: all'),
  owner: anyOfSchema.describe('Entity references of owners; `none` for none'),
});

/** @public */
export type CampaignLifecycle = z.infer<typeof campaignStateSchema>;
/** @public */
export type CampaignFilter = z.infer<typeof campaignFilterSchema>;
/** @public */
export type CampaignScope = z.output<typeof campaignScopeSchema>;
/** @public */
export type CampaignRequirement = z.infer<typeof campaignRequirementSchema>;
/** @public */
export type CampaignService = z.infer<typeof campaignServiceSchema>;
