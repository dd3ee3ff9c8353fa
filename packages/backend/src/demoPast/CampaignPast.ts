import { DatabaseService } from '@backstage/backend-plugin-api';
import {
  CampaignFilter,
  campaignStanding,
  campaignTeams,
  campaignTotals,
  CampaignTotals,
  outcomeOfLetter,
} from '@plimsoll/backstage-plugin-reliability-common';

/** The client of the plugin `reliability`, or a transaction of it. */
export type Database = Awaited<ReturnType<DatabaseService['getClient']>>;

type Campaign = {
  id: string;
  scorecard_id: string;
  starts_at: string;
  scope: string;
};

type Day = {
  day: string;
  owner: string | null;
  system: string | null;
  domain: string | null;
  tier_id: string;
  outcomes: string;
  scorecard_hash: string;
};

interface Scope {
  readonly filter: CampaignFilter;
  readonly checks: readonly string[];
  readonly items: readonly unknown[];
}

/** As the portal writes them: of all, and of services without an owner. */
const ALL = '';
const NO_OWNER = 'none';

const isWithin = ({ filter }: Scope, day: Day) =>
  (filter.tier?.includes(day.tier_id) ?? true) &&
  (filter.owner?.includes(day.owner ?? '') ?? true) &&
  (filter.system?.includes(day.system ?? '') ?? true) &&
  (filter.domain?.includes(day.domain ?? '') ?? true);

/** How far campaigns would have been on the days of the past that is made up. */
export class CampaignPast {
  constructor(private readonly knex: Database) {}

  /**
   * Fills the days of running and ended campaigns that began in the past and have no day of it yet. Campaigns that ask
   * for items of checklists or for lifecycles are left out: the past says nothing of them.
   *
   * @param today - the UTC day
   */
  async fill(today: string): Promise<void> {
    const { knex } = this;
    const campaigns: Campaign[] = await knex('reliability_campaigns')
      .whereIn('state', ['running', 'ended'])
      .where('starts_at', '<', today)
      .whereNotIn(
        'id',
        knex('reliability_campaign_daily')
          .where('day', '<', today)
          .select('campaign_id'),
      );
    for (const campaign of campaigns) {
      const scope: Scope = JSON.parse(campaign.scope);
      if (scope.items.length > 0 || scope.filter.lifecycle) continue;
      const rows = await this.rowsOf(campaign, scope, today);
      await knex.batchInsert('reliability_campaign_daily', rows, 50);
    }
  }

  private async rowsOf(campaign: Campaign, scope: Scope, today: string) {
    const days: Day[] = await this.knex('reliability_daily')
      .where({ scorecard_id: campaign.scorecard_id })
      .where('day', '>=', campaign.starts_at)
      .where('day', '<', today)
      .orderBy('day');
    const places = await this.placesOf(scope.checks);
    const byDay = new Map<string, Day[]>();
    for (const row of days.filter(each => isWithin(scope, each))) {
      byDay.set(row.day, [...(byDay.get(row.day) ?? []), row]);
    }
    return [...byDay].flatMap(([day, services]) => {
      const rowOf = (owner: string, sums: CampaignTotals) => ({
        campaign_id: campaign.id,
        owner,
        day,
        total: sums.total,
        done: sums.done,
        exempt: sums.exempt,
        unknown: sums.unknown,
      });
      const standings = services.map(({ owner, outcomes, scorecard_hash }) => ({
        owner,
        standing: campaignStanding(
          (places.get(scorecard_hash) ?? []).map(
            place => outcomeOfLetter(outcomes[place]) ?? 'unknown',
          ),
        ),
      }));
      return [
        rowOf(ALL, campaignTotals(standings.map(({ standing }) => standing))),
        ...campaignTeams(standings).map(team =>
          rowOf(team.owner ?? NO_OWNER, team),
        ),
      ];
    });
  }

  /** Where checks stand among the outcomes, by the version of the rules. */
  private async placesOf(
    checks: readonly string[],
  ): Promise<Map<string, number[]>> {
    const versions = await this.knex('reliability_scorecard_versions').select(
      'hash',
      'definition',
    );
    return new Map(
      versions.map(({ hash, definition }) => {
        const all: { id: string }[] = JSON.parse(definition).definition.checks;
        return [hash, checks.map(id => all.findIndex(each => each.id === id))];
      }),
    );
  }
}
