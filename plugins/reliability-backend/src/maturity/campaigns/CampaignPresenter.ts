import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Campaign,
  CampaignTotals,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoOrNull, isoTime } from '../../database/dates';
import { ItemDoubts } from '../ItemDoubts';
import { ProgrammeOptions } from '../programmeOptions';
import { withOpen } from './CampaignDayStore';
import { campaignRequirements } from './campaignRequirements';
import { StoredCampaign } from './campaignRow';
import { Standings } from './Standings';
import { totalsOf } from './standingTotals';

/** Makes campaigns into what a reader is shown. */
export class CampaignPresenter {
  private readonly itemDoubts: ItemDoubts;

  constructor(
    private readonly options: Pick<
      ProgrammeOptions,
      'knex' | 'stores' | 'config' | 'ranking' | 'access' | 'now'
    >,
  ) {
    this.itemDoubts = new ItemDoubts(options);
  }

  async items(
    campaigns: readonly StoredCampaign[],
    credentials: BackstageCredentials,
  ): Promise<Campaign[]> {
    const { access } = this.options;
    const partial = (await access.visibleRefs(credentials)) !== undefined;
    const standings = new Standings(this.options);
    const items: Campaign[] = [];
    for (const campaign of campaigns) {
      // The numbers of the end are of all services, so they are for those who see all.
      const frozen = partial ? undefined : campaign.result;
      const totals = frozen
        ? withOpen(frozen)
        : totalsOf(await standings.visible(campaign, credentials));
      items.push({
        ...this.shown(campaign, totals),
        frozen: frozen?.day ?? null,
        partial,
      });
    }
    return items;
  }

  private shown(
    campaign: StoredCampaign,
    totals: CampaignTotals,
  ): Omit<Campaign, 'frozen' | 'partial'> {
    const { config, now } = this.options;
    const scorecard = config.scorecards.find(
      ({ definition }) => definition.id === campaign.scorecard,
    );
    return {
      id: campaign.id,
      title: campaign.title,
      goal: campaign.goal,
      owner: campaign.owner,
      state: campaign.state,
      startsAt: campaign.startsAt,
      dueAt: campaign.dueAt,
      endedAt: isoOrNull(campaign.endedAt),
      endedBy: campaign.endedBy ?? null,
      scorecard: {
        id: campaign.scorecard,
        title: scorecard?.definition.title ?? campaign.scorecard,
      },
      filter: campaign.filter,
      requirements: campaignRequirements(campaign, {
        config,
        itemDoubts: this.itemDoubts,
        now: now(),
      }),
      totals,
      createdBy: campaign.createdBy,
      createdAt: isoTime(campaign.createdAt),
      changedBy: campaign.changedBy,
      changedAt: isoTime(campaign.changedAt),
      version: campaign.version,
    };
  }
}
