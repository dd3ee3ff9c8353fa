import { Endpoint } from '../../http/endpoint';

export interface CampaignsApi {}

/** The routes of goals with a date. */
export function addCampaignsRoutes(
  _on: Endpoint,
  _services: CampaignsApi,
): void {}
