import { CampaignDayTotals } from '@plimsoll/backstage-plugin-reliability-common';
import { dayOf } from '../../database/dates';
import { CampaignDayStore } from './CampaignDayStore';
import { StoredCampaign } from './campaignRow';
import { Standings, StandingsOptions } from './Standings';
import { teamsOf, totalsOf } from './standingTotals';

/** Writes down how far campaigns are. */
export class CampaignRecorder {
  constructor(
    private readonly options: StandingsOptions & {
      readonly campaignDays: CampaignDayStore;
      readonly now: () => number;
    },
  ) {}

  /** Writes today's numbers of a campaign over those written of it before. */
  async record(
    campaign: StoredCampaign,
    standings = new Standings(this.options),
  ): Promise<CampaignDayTotals> {
    const { knex, campaignDays, now } = this.options;
    const day = dayOf(now());
    const services = await standings.all(campaign);
    const totals = totalsOf(services);
    const teams = teamsOf(services);
    await knex.transaction(tx =>
      campaignDays.write(tx, { campaignId: campaign.id, day }, totals, teams),
    );
    const { total, done, exempt, unknown } = totals;
    return { day, total, done, exempt, unknown };
  }
}
