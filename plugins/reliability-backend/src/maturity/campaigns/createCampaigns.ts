import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { CampaignsApi } from './campaignsRouter';

/** What the routes of goals with a date need, and what runs beside them. */
export function createCampaigns(_options: ProgrammeOptions): {
  readonly api: CampaignsApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  return { api: {}, tasks: [] };
}
