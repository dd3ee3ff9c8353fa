import { RouteContract } from '../routeContract';
import { pageQuerySchema } from '../paging';
import {
  campaignResponseSchema,
  createCampaignRequestSchema,
  decideCampaignRequestSchema,
  listCampaignsQuerySchema,
  listCampaignsResponseSchema,
  patchCampaignRequestSchema,
} from './campaigns/campaign';
import {
  campaignEnforcementRequestSchema,
  campaignEnforcementResponseSchema,
  campaignPreviewResponseSchema,
  campaignProgressQuerySchema,
  campaignProgressResponseSchema,
  campaignServicesQuerySchema,
  campaignServicesResponseSchema,
  campaignTeamsResponseSchema,
  serviceCampaignsResponseSchema,
} from './campaigns/progress';
import { campaignScopeSchema } from './campaigns/vocabulary';

export * from './campaigns/campaign';
export * from './campaigns/progress';
export * from './campaigns/vocabulary';

/** The routes of goals with a date. @public */
export const campaignsRoutes = {
  listCampaigns: {
    method: 'get',
    path: '/campaigns',
    summary: 'Goals with a date, and how far they are',
    query: listCampaignsQuerySchema,
    response: listCampaignsResponseSchema,
    statuses: [400],
  },
  createCampaign: {
    method: 'post',
    path: '/campaigns',
    summary: 'Make a campaign as a draft; the same one again is the one there',
    body: createCampaignRequestSchema,
    response: campaignResponseSchema,
    statuses: [400, 403],
  },
  previewCampaign: {
    method: 'post',
    path: '/campaigns/preview',
    summary: 'How many services a scope matches, and how many are done already',
    body: campaignScopeSchema,
    response: campaignPreviewResponseSchema,
    statuses: [400],
  },
  getCampaign: {
    method: 'get',
    path: '/campaigns/:id',
    summary: 'One campaign with what was decided about it',
    response: campaignResponseSchema,
    statuses: [404],
  },
  patchCampaign: {
    method: 'patch',
    path: '/campaigns/:id',
    summary: 'Change the fields that are given',
    body: patchCampaignRequestSchema,
    response: campaignResponseSchema,
    statuses: [400, 403, 404, 409],
  },
  decideCampaign: {
    method: 'post',
    path: '/campaigns/:id/decision',
    summary: 'Start, end or cancel a campaign; twice is as once',
    body: decideCampaignRequestSchema,
    response: campaignResponseSchema,
    statuses: [400, 403, 404, 409],
  },
  listCampaignServices: {
    method: 'get',
    path: '/campaigns/:id/services',
    summary: 'The services of a campaign and what is left to do for each',
    query: campaignServicesQuerySchema,
    response: campaignServicesResponseSchema,
    statuses: [400, 404],
  },
  listCampaignTeams: {
    method: 'get',
    path: '/campaigns/:id/teams',
    summary: 'How far the owners of the services of a campaign are',
    query: pageQuerySchema,
    response: campaignTeamsResponseSchema,
    statuses: [400, 404],
  },
  getCampaignProgress: {
    method: 'get',
    path: '/campaigns/:id/progress',
    summary: 'The burn-up of a campaign and when it is done at this pace',
    query: campaignProgressQuerySchema,
    response: campaignProgressResponseSchema,
    statuses: [400, 404],
  },
  previewCampaignEnforcement: {
    method: 'post',
    path: '/campaigns/:id/enforcement',
    summary: 'What it means that the checks of a campaign count from a day on',
    body: campaignEnforcementRequestSchema,
    response: campaignEnforcementResponseSchema,
    statuses: [400, 403, 404],
  },
  getServiceCampaigns: {
    method: 'get',
    path: '/services/:kind/:namespace/:name/campaigns',
    summary: 'The running campaigns that ask something of a service',
    response: serviceCampaignsResponseSchema,
    statuses: [404],
  },
} as const satisfies Record<string, RouteContract>;
