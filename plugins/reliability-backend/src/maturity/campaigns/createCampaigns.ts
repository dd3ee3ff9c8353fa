import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { CampaignDayStore } from './CampaignDayStore';
import { CampaignEnforcementService } from './CampaignEnforcementService';
import { CampaignPresenter } from './CampaignPresenter';
import { CampaignProgressService } from './CampaignProgressService';
import { CampaignReader } from './CampaignReader';
import { CampaignRecorder } from './CampaignRecorder';
import { CampaignReminders } from './CampaignReminders';
import { CampaignRules } from './CampaignRules';
import { CampaignService } from './CampaignService';
import { CampaignServicesService } from './CampaignServicesService';
import { CampaignTask } from './CampaignTask';
import { CampaignsApi } from './campaignsRouter';

const EVERY_SECONDS = 15 * 60;

/** What the routes of goals with a date need, what runs beside them, and what digests say of them. */
export function createCampaigns(options: ProgrammeOptions): {
  readonly api: CampaignsApi;
  readonly tasks: readonly ProgrammeTask[];
  readonly reminders: CampaignReminders;
} {
  const parts = {
    ...options,
    campaignDays: new CampaignDayStore(),
    campaignRules: new CampaignRules(options),
    campaignPresenter: new CampaignPresenter(options),
  };
  const shared = {
    ...parts,
    campaignReader: new CampaignReader(parts),
    campaignRecorder: new CampaignRecorder(parts),
  };
  const task = new CampaignTask(shared);
  return {
    api: {
      campaignReader: shared.campaignReader,
      campaigns: new CampaignService(shared),
      campaignProgress: new CampaignProgressService(shared),
      campaignServices: new CampaignServicesService(shared),
      campaignEnforcement: new CampaignEnforcementService(shared),
    },
    tasks: [
      {
        id: 'reliability-campaigns',
        everySeconds: EVERY_SECONDS,
        run: signal => task.run(signal),
      },
    ],
    reminders: new CampaignReminders(options),
  };
}
