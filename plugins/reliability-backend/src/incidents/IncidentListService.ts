import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  fingerprint,
  listIncidentsQuerySchema,
  ListIncidentsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Remembered } from '../access/Remembered';
import { ReliabilityConfig } from '../config/config';
import { SortValues } from '../database/keyset';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor, isInstant } from '../http/cursor';
import { IncidentAccess } from './IncidentAccess';
import { filterAsked, IncidentFilterCommand } from './incidentCommand';
import { IncidentCounts } from './IncidentListStore';
import { IncidentPresenter } from './IncidentPresenter';
import { IncidentVisibility } from './incidentVisibility';
import { ListKeys } from './ListKeys';
import { IncidentListFilter, withServicesFound } from './matchingIncidents';
import { withWordsFound } from './withWordsFound';

type ListCommand = z.output<typeof listIncidentsQuerySchema>;

/** When the first page was made, up to which open incidents lasted, and where the next begins. */
type Position = readonly [at: number, after: SortValues];

/** How far counts may be behind: they read every incident that matches, and whoever watches asks often. */
const COUNTS_TTL_MS = 3000;

/** The incidents of all services, as one reader may see them. */
export class IncidentListService {
  private readonly counts: Remembered<IncidentCounts>;
  private readonly keys = new ListKeys();

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly incidentAccess: IncidentAccess;
      readonly incidentPresenter: IncidentPresenter;
      readonly now: () => number;
    },
  ) {
    const { now } = options;
    this.counts = new Remembered({ ttlMs: COUNTS_TTL_MS, now });
  }

  /** @throws InputError when a filter names what there is not */
  async list(
    { orderBy, order, limit, cursor, ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListIncidentsResponse> {
    const { knex, stores, incidentPresenter, incidentAccess } = this.options;
    const now = this.options.now();
    const sorting = { orderBy, descending: order === 'desc' };
    const madeFor = fingerprint(['incidents', command, sorting]);
    const isPosition = stores.incidentList.isPosition(knex, sorting);
    const [at, after] = decodeCursor(
      cursor,
      madeFor,
      (value): value is Position =>
        Array.isArray(value) && isInstant(value[0]) && isPosition(value[1]),
    ) ?? [now, undefined];
    const seen = await incidentAccess.visibility(credentials);
    const filter = await withWordsFound(
      knex,
      await withServicesFound(knex, this.filterOf(command, seen, now)),
    );
    const [page, { total, unmapped, ...counts }] = await Promise.all([
      stores.incidentList.page(knex, filter, { ...sorting, at, after, limit }),
      this.countsOf(command, filter),
    ]);
    const isAll = !after && !page.next;
    return {
      items: await incidentPresenter.items(page.items, seen, now),
      totalItems: isAll ? page.items.length : total,
      ...(page.next && {
        nextCursor: encodeCursor([at, page.next], madeFor),
      }),
      counts: { ...counts, unmapped: seen.unmapped ? unmapped : null },
    };
  }

  private countsOf(
    command: IncidentFilterCommand,
    filter: IncidentListFilter,
  ): Promise<IncidentCounts> {
    const { knex, stores } = this.options;
    const { visible, unmapped } = filter;
    const key = fingerprint([command, unmapped, this.keys.of(visible)]);
    return this.counts.get(key, () => stores.incidentList.counts(knex, filter));
  }

  private filterOf(
    command: IncidentFilterCommand,
    seen: IncidentVisibility,
    now: number,
  ): IncidentListFilter {
    const { tiers } = this.options.config;
    return { ...filterAsked(command), ...seen, tiers, now };
  }
}
