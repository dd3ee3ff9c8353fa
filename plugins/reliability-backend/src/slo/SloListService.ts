import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  fingerprint,
  listSlosQuerySchema,
  ListSlosResponse,
  SLO_STATUSES,
  sloFilterSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { tierNames } from '../tier/tierNames';
import { presentLine } from './presentLine';
import { SloListFilter } from './SloListStore';

type ListCommand = z.output<typeof listSlosQuerySchema>;
type FilterCommand = z.output<typeof sloFilterSchema>;

/** The SLOs of all services, as one reader may see them. */
export class SloListService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
    },
  ) {}

  async list(
    { orderBy, order, limit, cursor, ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListSlosResponse> {
    const { knex, stores, config } = this.options;
    const filter = await this.filterOf(command, credentials);
    const madeFor = fingerprint([
      'slos',
      { ...filter, tiers: undefined, visible: undefined },
      orderBy,
      order,
    ]);
    const sorting = { orderBy, descending: order === 'desc' };
    const isPosition = stores.sloList.isPosition(knex, config.tiers, sorting);
    const after = decodeCursor(cursor, madeFor, isPosition);
    const [page, counts, withoutSlo] = await Promise.all([
      stores.sloList.page(knex, filter, { ...sorting, after, limit }),
      stores.sloList.counts(knex, { ...filter, status: undefined }),
      stores.sloList.withoutSlo(knex, filter),
    ]);
    const countOf = (status: ListSlosResponse['items'][number]['status']) =>
      counts.get(status) ?? 0;
    const counted = filter.status ? [...new Set(filter.status)] : SLO_STATUSES;
    const nameOfTier = tierNames(config.tiers);
    return {
      items: page.items.map(line => presentLine(line, nameOfTier)),
      totalItems: counted.reduce((sum, status) => sum + countOf(status), 0),
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
      counts: Object.fromEntries(
        SLO_STATUSES.map(status => [status, countOf(status)]),
      ) as ListSlosResponse['counts'],
      withoutSlo,
    };
  }

  /** Ids of the SLOs that a reader asks for and may see, in their order. */
  async ids(
    command: FilterCommand,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const { knex, stores } = this.options;
    return stores.sloList.ids(knex, await this.filterOf(command, credentials));
  }

  private async filterOf(
    { status, tier, owner, system, service, q }: FilterCommand,
    credentials: BackstageCredentials,
  ): Promise<SloListFilter> {
    const visibility = await this.options.access.visibility(credentials);
    return {
      tiers: this.options.config.tiers,
      visible: visibility.kind === 'refs' ? visibility.refs : undefined,
      status,
      tier,
      owner,
      system,
      service,
      text: q?.trim() || undefined,
    };
  }
}
