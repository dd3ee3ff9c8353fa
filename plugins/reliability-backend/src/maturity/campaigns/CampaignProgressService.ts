import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CampaignDayTotals,
  CampaignPreviewResponse,
  CampaignProgressResponse,
  campaignProgressQuerySchema,
  campaignScopeSchema,
  CampaignTeamsResponse,
  CampaignTotals,
  compareCampaignTeams,
  fingerprint,
  idealLine,
  pageQuerySchema,
  projectCampaign,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { dayOf } from '../../database/dates';
import { decodeCursor, encodeCursor, isOffset } from '../../http/cursor';
import { fullRef } from '../../incidents/fieldsAsked';
import { ItemDoubts } from '../ItemDoubts';
import { ProgrammeOptions } from '../programmeOptions';
import { CampaignDayStore, NO_OWNER, withOpen } from './CampaignDayStore';
import { campaignRequirements } from './campaignRequirements';
import { StoredCampaign } from './campaignRow';
import { CampaignRules } from './CampaignRules';
import { CampaignReader } from './CampaignReader';
import { Standings } from './Standings';
import { teamsOf, totalsOf } from './standingTotals';

type ScopeCommand = z.output<typeof campaignScopeSchema>;
type ProgressCommand = z.output<typeof campaignProgressQuerySchema>;
type PageCommand = z.output<typeof pageQuerySchema>;

const NOTHING = { total: 0, done: 0, exempt: 0, unknown: 0 };

/** How far campaigns are: day by day, by team, and before they are made. */
export class CampaignProgressService {
  private readonly itemDoubts: ItemDoubts;

  constructor(
    private readonly options: ProgrammeOptions & {
      readonly campaignReader: CampaignReader;
      readonly campaignDays: CampaignDayStore;
      readonly campaignRules: CampaignRules;
    },
  ) {
    this.itemDoubts = new ItemDoubts(options);
  }

  /** What a scope would come to now. */
  async preview(
    command: ScopeCommand,
    credentials: BackstageCredentials,
  ): Promise<CampaignPreviewResponse> {
    const { config, campaignRules, now } = this.options;
    const scope = await campaignRules.scope(command, credentials);
    const services = await new Standings(this.options).visible(
      scope,
      credentials,
    );
    const totals = totalsOf(services);
    return {
      totals,
      matched: services.length,
      notApplicable: services.length - totals.total,
      requirements: campaignRequirements(scope, {
        config,
        itemDoubts: this.itemDoubts,
        now: now(),
      }),
      teams: teamsOf(services).filter(({ open, unknown }) => open + unknown > 0)
        .length,
    };
  }

  /** The burn-up. Its days are of all services, so they are for those who see all. */
  async progress(
    id: string,
    { owner: written }: ProgressCommand,
    credentials: BackstageCredentials,
  ): Promise<CampaignProgressResponse> {
    const campaign = await this.options.campaignReader.require(id);
    const owner =
      written === undefined || written === NO_OWNER
        ? written
        : fullRef(written) ?? written;
    const partial = await this.isPartial(credentials);
    const live = async () => {
      const services = await new Standings(this.options).visible(
        campaign,
        credentials,
      );
      if (owner === undefined) return totalsOf(services);
      const wanted = owner === NO_OWNER ? '' : owner;
      return totalsOf(services.filter(({ report }) => report.owner === wanted));
    };
    if (partial) {
      const now = await live();
      return { now, partial, days: [], ideal: [], projection: null };
    }
    return this.whole(campaign, owner, live);
  }

  /** How far each owner is; the numbers of the end once it is over. */
  async teams(
    id: string,
    { limit, cursor }: PageCommand,
    credentials: BackstageCredentials,
  ): Promise<CampaignTeamsResponse> {
    const { knex, campaignReader, campaignDays } = this.options;
    const campaign = await campaignReader.require(id);
    const { result } = campaign;
    const teams =
      result && !(await this.isPartial(credentials))
        ? (await campaignDays.teams(knex, id, result.day)).sort(
            compareCampaignTeams,
          )
        : teamsOf(
            await new Standings(this.options).visible(campaign, credentials),
          );
    const madeFor = fingerprint(['campaign-teams', id]);
    const start = decodeCursor(cursor, madeFor, isOffset) ?? 0;
    const end = start + limit;
    return {
      items: teams.slice(start, end),
      totalItems: teams.length,
      ...(teams.length > end && { nextCursor: encodeCursor(end, madeFor) }),
    };
  }

  private async isPartial(credentials: BackstageCredentials): Promise<boolean> {
    const refs = await this.options.access.visibleRefs(credentials);
    return refs !== undefined;
  }

  private async whole(
    campaign: StoredCampaign,
    owner: string | undefined,
    live: () => Promise<CampaignTotals>,
  ): Promise<CampaignProgressResponse> {
    const { knex, campaignDays, now } = this.options;
    const { id, dueAt, result, state } = campaign;
    const stored = await campaignDays.of(knex, id, owner);
    if (result) {
      const days = stored.filter(({ day }) => day <= result.day);
      const last = days.find(({ day }) => day === result.day);
      const end = withOpen(owner === undefined ? result : last ?? NOTHING);
      const ideal = idealLine(days, dueAt);
      return { now: end, partial: false, days, ideal, projection: null };
    }
    const totals = await live();
    const days =
      state === 'running' ? withToday(stored, totals, dayOf(now())) : stored;
    return {
      now: totals,
      partial: false,
      days,
      ideal: idealLine(days, dueAt),
      projection: state === 'running' ? projectCampaign(days, dueAt) : null,
    };
  }
}

/** What is shown as the numbers of now and the last point of the chart must not differ. */
function withToday(
  stored: readonly CampaignDayTotals[],
  { total, done, exempt, unknown }: CampaignTotals,
  day: string,
): CampaignDayTotals[] {
  return [
    ...stored.filter(each => each.day !== day),
    { day, total, done, exempt, unknown },
  ];
}
