import { ProgrammeOptions } from '../programmeOptions';
import { StoredCampaign } from './campaignRow';
import { Standings } from './Standings';

/** A service that has something to do for a campaign. */
export interface OpenService {
  readonly entityRef: string;
  /** Absent where there is none. */
  readonly owner?: string;
}

/** What digests say of campaigns. */
export class CampaignReminders {
  constructor(
    private readonly options: Pick<
      ProgrammeOptions,
      'knex' | 'stores' | 'config' | 'ranking'
    >,
  ) {}

  /** Campaigns that run and whose last day is among these days (YYYY-MM-DD), both included. */
  dueBetween(from: string, until: string): Promise<StoredCampaign[]> {
    const { knex, stores } = this.options;
    return stores.campaigns.dueBetween(knex, { from, until });
  }

  /** Campaigns that run and began after `from`, up to and including `until` (milliseconds since the epoch). */
  startedBetween(from: number, until: number): Promise<StoredCampaign[]> {
    const { knex, stores } = this.options;
    return stores.campaigns.startedBetween(knex, { from, until });
  }

  /** The services that still have to do something for a campaign, in the order of the ranking. */
  async openServicesOf(campaign: StoredCampaign): Promise<OpenService[]> {
    const services = await new Standings(this.options).all(campaign);
    return services
      .filter(({ standing }) => standing === 'open')
      .map(({ report: { entityRef, owner } }) => ({
        entityRef,
        ...(owner && { owner }),
      }));
  }
}
