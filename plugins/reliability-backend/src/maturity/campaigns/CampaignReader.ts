import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  CampaignResponse,
  campaignStateSchema,
  fingerprint,
  listCampaignsQuerySchema,
  ListCampaignsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { isoTime } from '../../database/dates';
import { isSortValues } from '../../database/keyset';
import { decodeCursor, encodeCursor } from '../../http/cursor';
import { requireOneOf } from '../../incidents/fieldsAsked';
import { ProgrammeOptions } from '../programmeOptions';
import { CampaignPresenter } from './CampaignPresenter';
import { StoredCampaign } from './campaignRow';

type ListCommand = z.output<typeof listCampaignsQuerySchema>;

/** Goals with a date, as readers see them. */
export class CampaignReader {
  constructor(
    private readonly options: Pick<ProgrammeOptions, 'knex' | 'stores'> & {
      readonly campaignPresenter: CampaignPresenter;
    },
  ) {}

  async list(
    { limit, cursor, ...filter }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListCampaignsResponse> {
    const { knex, stores, campaignPresenter } = this.options;
    requireOneOf('state', filter.state, campaignStateSchema.options);
    const madeFor = fingerprint(['campaigns', filter]);
    const after = decodeCursor(
      cursor,
      madeFor,
      isSortValues(stores.campaigns.sorting),
    );
    const page = await stores.campaigns.page(knex, filter, { after, limit });
    const counts = await stores.campaigns.counts(knex, filter);
    const states = filter.state ?? campaignStateSchema.options;
    const listed = campaignStateSchema.options.filter(state =>
      states.includes(state),
    );
    return {
      items: await campaignPresenter.items(page.items, credentials),
      totalItems: listed.reduce((sum, state) => sum + counts[state], 0),
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
      counts,
    };
  }

  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<CampaignResponse> {
    return this.present(await this.require(id), credentials);
  }

  /** @throws NotFoundError when there is none */
  async require(id: string): Promise<StoredCampaign> {
    const found = id.includes('\0')
      ? undefined
      : await this.options.stores.campaigns.get(this.options.knex, id);
    if (!found) throw new NotFoundError(`There is no campaign "${id}"`);
    return found;
  }

  /** A campaign with what was decided about it. */
  async present(
    campaign: StoredCampaign,
    credentials: BackstageCredentials,
  ): Promise<CampaignResponse> {
    const { knex, stores, campaignPresenter } = this.options;
    const [item] = await campaignPresenter.items([campaign], credentials);
    const events = await stores.campaigns.events(knex, campaign.id);
    return {
      ...item,
      events: events.map(({ at, by, action, fields, note }) => ({
        at: isoTime(at),
        by,
        action,
        fields,
        note,
      })),
    };
  }
}
