import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  CLOCK_SKEW_MS,
  fingerprint,
  IncidentFigures,
  incidentStatsQuerySchema,
  IncidentStatsResponse,
  TREND_LEAST,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Remembered } from '../access/Remembered';
import { ReliabilityConfig } from '../config/config';
import { isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { tierNames } from '../tier/tierNames';
import { IncidentAccess } from './IncidentAccess';
import { filterAsked } from './incidentCommand';
import { ListKeys } from './ListKeys';
import { IncidentListFilter, withServicesFound } from './matchingIncidents';
import { StatCollection } from './StatCollection';
import {
  GroupedBy,
  monthAt,
  monthsOf,
  severityKey,
  severityTitle,
} from './statGroups';
import { StatLine, StatService } from './IncidentStatStore';

type StatsCommand = z.output<typeof incidentStatsQuerySchema>;

/** A filter with its period. */
type PeriodFilter = IncidentListFilter & {
  readonly from: number;
  readonly to: number;
};

type GroupTitles = (key: string) => string;

/** The keys of the groups to which an incident belongs. */
type Grouping = (line: StatLine) => readonly string[];

const DAY = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 365;
const MAX_GROUPS = 100;
const MAX_REPEATERS = 10;

/** Every incident of the period is read for them. */
const REMEMBERED_MS = 15_000;
const REMEMBERED = 50;

const NO_OWNER = 'none';

/** Times to restore of fewer incidents are no trend. */
const isComparable = ({ restore }: IncidentFigures) => restore.n >= TREND_LEAST;

/** Figures over incidents, whole and by group, as one reader may see them. */
export class IncidentStatsService {
  private readonly known: Remembered<IncidentStatsResponse>;
  private readonly keys = new ListKeys();

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly incidentAccess: IncidentAccess;
      readonly now: () => number;
    },
  ) {
    this.known = new Remembered({
      ttlMs: REMEMBERED_MS,
      now: options.now,
      maxKeys: REMEMBERED,
    });
  }

  /** @throws InputError when a filter names what there is not, or the period ends before it begins */
  async get(
    { by, timeZone, ...command }: StatsCommand,
    credentials: BackstageCredentials,
  ): Promise<IncidentStatsResponse> {
    const { knex, config, incidentAccess } = this.options;
    const now = this.options.now();
    const seen = await incidentAccess.visibility(credentials);
    const asked = filterAsked(command);
    // Clocks differ: what begins a little ahead of ours has begun.
    const to = asked.to ?? now + CLOCK_SKEW_MS;
    const from = asked.from ?? (asked.to ?? now) - DEFAULT_DAYS * DAY;
    if (from >= to) throw new InputError('from: expected a time before to');
    const filter = { ...asked, ...seen, tiers: config.tiers, now, from, to };
    const months = by === 'month' ? monthsOf(filter, timeZone) : [];
    const key = fingerprint([
      command,
      by,
      timeZone,
      seen.unmapped,
      this.keys.of(seen.visible),
    ]);
    return this.known.get(key, async () =>
      this.compute(
        { ...(await withServicesFound(knex, filter)), from, to },
        by,
        months,
      ),
    );
  }

  private async compute(
    filter: PeriodFilter,
    by: GroupedBy,
    months: ReturnType<typeof monthsOf>,
  ): Promise<IncidentStatsResponse> {
    const { knex, stores, config } = this.options;
    const { severityNames, pages } = config.incidents;
    const { now, from, to } = filter;
    const found = new StatCollection(
      { now, from, to, severityNames, ...pages },
      months.map(({ key }) => key),
    );
    const grouped = await this.grouping(filter, by, months);
    for await (const batch of stores.incidentStats.batches(knex, filter)) {
      const keysOf = await grouped(batch);
      for (const line of batch) found.add(line.incident, keysOf(line));
    }
    const groups =
      by === 'month' ? found.inOrder(MAX_GROUPS) : found.largest(MAX_GROUPS);
    const titleOf = await this.titlesOf(
      by,
      groups.map(([key]) => key),
    );
    return {
      from: isoTime(from),
      to: isoTime(to),
      all: found.all(),
      groups: groups.map(([key, figures]) => ({
        key,
        title: titleOf(key),
        figures,
        trend: isComparable(figures),
      })),
      groupsTotal: found.size,
      repeaters: await this.repeaters(filter),
    };
  }

  /** Finds the groups of each incident of a batch. */
  private async grouping(
    filter: IncidentListFilter,
    by: GroupedBy,
    months: ReturnType<typeof monthsOf>,
  ): Promise<(batch: readonly StatLine[]) => Promise<Grouping>> {
    if (by === 'severity') {
      return async () => line => [severityKey(line.incident.severity)];
    }
    if (by === 'month') {
      return async () => line => {
        const month = monthAt(months, line.incident.startedAt);
        return month === undefined ? [] : [month];
      };
    }
    const { knex, stores } = this.options;
    const services = await stores.incidentStats.services(knex, filter);
    const keyOf = (service: StatService) =>
      service[by === 'service' ? 'entityRef' : by] ?? NO_OWNER;
    return async batch => {
      const ids = batch.map(({ id }) => id);
      const refs = await stores.incidentStats.serviceRefs(knex, ids);
      return ({ id }) =>
        (refs.get(id) ?? []).flatMap(ref => {
          const service = services.get(ref);
          return service ? [keyOf(service)] : [];
        });
    };
  }

  private async titlesOf(
    by: GroupedBy,
    keys: readonly string[],
  ): Promise<GroupTitles> {
    const { knex, stores, config } = this.options;
    switch (by) {
      case 'tier':
        return tierNames(config.tiers);
      case 'severity':
        return key => severityTitle(key, config.incidents.severityNames);
      case 'service': {
        const briefs = await stores.services.briefs(knex, keys);
        return key => briefs.get(key)?.title ?? key;
      }
      case 'owner': {
        const groups = await stores.groups.of(knex, keys);
        return key =>
          groups.get(key)?.title ?? (key === NO_OWNER ? 'No owner' : key);
      }
      default:
        return key => key;
    }
  }

  private async repeaters(
    filter: IncidentListFilter,
  ): Promise<IncidentStatsResponse['repeaters']> {
    const { knex, stores } = this.options;
    const found = await stores.incidentStats.repeaters(
      knex,
      filter,
      MAX_REPEATERS,
    );
    const briefs = await stores.services.briefs(
      knex,
      found.map(({ entityRef }) => entityRef),
    );
    return found.map(({ entityRef, key, incidents, lastId, lastAt }) => ({
      entityRef,
      title: briefs.get(entityRef)?.title ?? entityRef,
      key,
      incidents,
      lastId,
      lastAt: isoTime(lastAt),
    }));
  }
}
