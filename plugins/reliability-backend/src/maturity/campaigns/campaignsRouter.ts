import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../../http/endpoint';
import { CampaignEnforcementService } from './CampaignEnforcementService';
import { CampaignProgressService } from './CampaignProgressService';
import { CampaignReader } from './CampaignReader';
import { CampaignService } from './CampaignService';
import { CampaignServicesService } from './CampaignServicesService';

export interface CampaignsApi {
  readonly campaignReader: CampaignReader;
  readonly campaigns: CampaignService;
  readonly campaignProgress: CampaignProgressService;
  readonly campaignServices: CampaignServicesService;
  readonly campaignEnforcement: CampaignEnforcementService;
}

/** The routes of goals with a date. */
export function addCampaignsRoutes(on: Endpoint, services: CampaignsApi): void {
  const { campaignReader, campaigns, campaignProgress } = services;
  const { campaignServices, campaignEnforcement } = services;
  on(routes.listCampaigns, ({ query, credentials }) =>
    campaignReader.list(query, credentials),
  );
  on(routes.createCampaign, ({ body, credentials }) =>
    campaigns.create(body, credentials),
  );
  on(routes.previewCampaign, ({ body, credentials }) =>
    campaignProgress.preview(body, credentials),
  );
  on(routes.getCampaign, ({ params, credentials }) =>
    campaignReader.get(params.id, credentials),
  );
  on(routes.patchCampaign, ({ params, body, credentials }) =>
    campaigns.patch(params.id, body, credentials),
  );
  on(routes.decideCampaign, ({ params, body, credentials }) =>
    campaigns.decide(params.id, body, credentials),
  );
  on(routes.listCampaignServices, ({ params, query, credentials }) =>
    campaignServices.list(params.id, query, credentials),
  );
  on(routes.listCampaignTeams, ({ params, query, credentials }) =>
    campaignProgress.teams(params.id, query, credentials),
  );
  on(routes.getCampaignProgress, ({ params, query, credentials }) =>
    campaignProgress.progress(params.id, query, credentials),
  );
  on(routes.previewCampaignEnforcement, ({ params, body, credentials }) =>
    campaignEnforcement.preview(params.id, body, credentials),
  );
  on(routes.getServiceCampaigns, ({ entityRef, credentials }) =>
    campaignServices.ofService(entityRef, credentials),
  );
}
