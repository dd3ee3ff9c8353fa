import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CLOCK_SKEW_MS,
  fingerprint,
  IncidentFiguresItem,
  reliabilityIncidentEditPermission,
  serviceIncidentsQuerySchema,
  ServiceIncidentsResponse,
  statisticsCollector,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Duration } from 'luxon';
import { z } from 'zod';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { isoOrNull, isoTime } from '../database/dates';
import { SortValues } from '../database/keyset';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { MaturityService } from '../maturity/MaturityService';
import { SloBudget, SloBudgets } from '../maturity/SloBudgets';
import { tierNames } from '../tier/tierNames';
import { filterAsked } from './incidentCommand';
import { IncidentProviderKind } from './IncidentFactReader';
import { IncidentSources } from './IncidentSources';
import { IncidentLine } from './incidentListRow';
import { IncidentPresenter, referenceOf } from './IncidentPresenter';
import { presentDays, ServiceLedgers } from './ledger/ServiceLedgers';
import { IncidentListFilter } from './matchingIncidents';
import { presentChange } from './presentIncident';

type Command = z.output<typeof serviceIncidentsQuerySchema>;

const DAY = 24 * 60 * 60 * 1000;
const MAX_MARKS = 500;

const NEWEST = { orderBy: 'started', descending: true } as const;

const lengthOf = (iso: string | undefined) =>
  iso === undefined ? null : Duration.fromISO(iso).toMillis();

/** null: it goes on; of one that is over and nobody knows since when, its start. */
const endOf = ({ resolvedAt, isOpen, startedAt }: IncidentLine) =>
  isOpen ? null : resolvedAt ?? startedAt;

/** The incidents of one service beside its budgets and changes. */
export class ServiceIncidentsService {
  private readonly sources: IncidentSources;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly maturity: MaturityService;
      readonly incidentPresenter: IncidentPresenter;
      readonly sloBudgets: SloBudgets;
      readonly serviceLedgers: ServiceLedgers;
      readonly incidentProviders?: readonly IncidentProviderKind[];
      readonly now: () => number;
    },
  ) {
    this.sources = new IncidentSources(options);
  }

  /** @throws NotFoundError when it is no service, or the caller may not see it */
  async get(
    entityRef: string,
    command: Command,
    credentials: BackstageCredentials,
  ): Promise<ServiceIncidentsResponse> {
    const { knex, stores, config, access, maturity } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const now = this.options.now();
    const from = now - command.days * DAY;
    const visible = await access.visibleRefs(credentials);
    const whole: IncidentListFilter = {
      tiers: config.tiers,
      now,
      visible,
      unmapped: false,
      service: [entityRef],
      tests: false,
      words: [],
      from,
    };
    const narrowed = {
      ...whole,
      ...filterAsked({
        severity: command.severity,
        status: command.status,
        q: command.q,
        tests: false,
      }),
      service: [entityRef],
      from,
    };
    const services = await stores.sloList.services(knex, config.tiers, [
      entityRef,
    ]);
    const {
      title = entityRef,
      owner,
      tierId = '',
    } = services.get(entityRef) ?? {};
    return {
      entityRef,
      title,
      owner: owner ?? null,
      tier: { id: tierId, name: tierNames(config.tiers)(tierId) },
      at: isoTime(now),
      from: isoTime(from),
      contract: this.contract(tierId),
      figures: await this.figures(whole, { from, now }),
      ...(await this.page(narrowed, command)),
      timeline: await this.timeline(whole),
      changes: (
        await stores.changes.between(
          knex,
          [entityRef],
          { from, to: now + CLOCK_SKEW_MS },
          MAX_MARKS,
        )
      ).map(presentChange),
      budgets: await this.budgets(entityRef, { from, to: now }),
      ...(await this.sources.of(entityRef)),
      canEdit: (
        await access.allowedAmong(
          reliabilityIncidentEditPermission,
          credentials,
          [entityRef],
        )
      ).has(entityRef),
    };
  }

  private contract(tierId: string): ServiceIncidentsResponse['contract'] {
    const tier = this.options.config.tiers.find(({ id }) => id === tierId);
    if (!tier) return null;
    const { rto, postmortem } = tier.contract;
    return {
      rtoMs: lengthOf(rto),
      severities: [...(postmortem?.severities ?? [])],
      draftMs: lengthOf(postmortem?.draft),
      publishMs: lengthOf(postmortem?.publish),
    };
  }

  private async figures(
    filter: IncidentListFilter,
    { from, now }: { from: number; now: number },
  ): Promise<IncidentFiguresItem> {
    const { knex, stores, config } = this.options;
    const { severityNames, pages } = config.incidents;
    const collector = statisticsCollector({
      now,
      from,
      to: now + CLOCK_SKEW_MS,
      severityNames,
      ...pages,
    });
    for await (const batch of stores.incidentStats.batches(knex, filter)) {
      for (const { incident } of batch) collector.add(incident);
    }
    return collector.result();
  }

  private async page(
    filter: IncidentListFilter,
    { limit, cursor, ...asked }: Command,
  ): Promise<
    Pick<ServiceIncidentsResponse, 'items' | 'totalItems' | 'nextCursor'>
  > {
    const { knex, stores, incidentPresenter } = this.options;
    const madeFor = fingerprint(['incidents', filter.service, asked]);
    const isPosition = stores.incidentList.isPosition(knex, NEWEST);
    const after = decodeCursor<SortValues>(cursor, madeFor, isPosition);
    const { now } = filter;
    const page = await stores.incidentList.page(knex, filter, {
      ...NEWEST,
      at: now,
      after,
      limit,
    });
    return {
      items: await incidentPresenter.items(page.items, filter, now),
      totalItems: await stores.incidentList.total(knex, filter),
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
    };
  }

  private async timeline(
    filter: IncidentListFilter,
  ): Promise<ServiceIncidentsResponse['timeline']> {
    const { knex, stores } = this.options;
    const { items } = await stores.incidentList.page(knex, filter, {
      ...NEWEST,
      at: filter.now,
      limit: MAX_MARKS,
    });
    return items.map(line => ({
      id: line.id,
      reference: referenceOf(line),
      title: line.title,
      severity: line.severity.level,
      from: isoTime(line.startedAt),
      to: isoOrNull(endOf(line)),
    }));
  }

  private async budgets(
    entityRef: string,
    range: { readonly from: number; readonly to: number },
  ): Promise<ServiceIncidentsResponse['budgets']> {
    const { knex, sloBudgets } = this.options;
    const budgets = await sloBudgets.ofServices(knex, [entityRef]);
    const found = await Promise.all(
      [...budgets.values()].map(budget => this.budget(budget, range)),
    );
    return found.sort((one, other) => (other.spent ?? -1) - (one.spent ?? -1));
  }

  private async budget(
    budget: SloBudget,
    range: { readonly from: number; readonly to: number },
  ): Promise<ServiceIncidentsResponse['budgets'][number]> {
    const { knex, sloBudgets, serviceLedgers } = this.options;
    const [ledger, days] = await Promise.all([
      serviceLedgers.of(budget, budget.worst),
      sloBudgets.days(knex, budget, budget.worst, range),
    ]);
    const { sloId, objectiveId, window, spent, explained, unexplained } =
      ledger;
    return {
      sloId,
      objectiveId,
      window,
      spent,
      explained,
      unexplained,
      title: budget.title,
      days: presentDays(days),
    };
  }
}
