import { dayOf } from '../../database/dates';
import { ProgrammeOptions } from '../programmeOptions';
import { CampaignDayStore } from './CampaignDayStore';
import { started } from './campaignChange';
import { CampaignRecorder } from './CampaignRecorder';
import { StoredCampaign } from './campaignRow';
import { Standings } from './Standings';

/** What the clock does to campaigns: it starts them, writes their days down and ends them. */
export class CampaignTask {
  constructor(
    private readonly options: ProgrammeOptions & {
      readonly campaignDays: CampaignDayStore;
      readonly campaignRecorder: CampaignRecorder;
    },
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    const { knex, stores, config, campaignDays, campaignRecorder, now } =
      this.options;
    const today = dayOf(now());
    for (const draft of await stores.campaigns.inState(knex, 'draft')) {
      // One whose last day went by while it was a draft would be over at once, with nothing measured.
      if (draft.startsAt <= today && draft.dueAt >= today) {
        await this.change(started(draft, now()), 'start');
      }
    }
    const standings = new Standings(this.options);
    for (const campaign of await stores.campaigns.inState(knex, 'running')) {
      if (signal?.aborted) return;
      if (campaign.dueAt < today) await this.end(campaign);
      else await campaignRecorder.record(campaign, standings);
    }
    await campaignDays.prune(knex, dayOf(now() - config.dailyRetentionMs));
  }

  /** The numbers of the end are those of the last day, as they were last written on it. */
  private async end(campaign: StoredCampaign): Promise<void> {
    const { knex, campaignDays, campaignRecorder, now } = this.options;
    const { id, dueAt } = campaign;
    const result =
      (await campaignDays.lastUpTo(knex, id, dueAt)) ??
      (await campaignRecorder.record(campaign));
    const version = campaign.version + 1;
    await this.change(
      { ...campaign, state: 'ended', endedAt: now(), result, version },
      'end',
    );
  }

  private async change(
    campaign: StoredCampaign,
    action: 'start' | 'end',
  ): Promise<void> {
    const { knex, stores, logger, now } = this.options;
    await knex.transaction(async tx => {
      // Somebody may have decided since it was read; then the next run sees what is left to do.
      if (!(await stores.campaigns.change(tx, campaign))) return;
      await stores.campaigns.addEvent(tx, {
        campaignId: campaign.id,
        at: now(),
        by: null,
        action,
        fields: [],
        note: '',
      });
      logger.info(
        action === 'start' ? 'A campaign started' : 'A campaign ended',
        { id: campaign.id, title: campaign.title },
      );
    });
  }
}
