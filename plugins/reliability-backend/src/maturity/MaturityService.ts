import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  FactValue,
  fingerprint,
  HistoryResponse,
  ObservedFact,
  reliabilityServiceRefreshPermission,
  Report,
  resolveTier,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { CatalogSync } from '../catalog/CatalogSync';
import { ServiceRecord } from '../catalog/ServiceStore';
import { ReliabilityConfig } from '../config/config';
import { isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor, isInteger, pageOf } from '../http/cursor';
import { IncidentProviderKind } from '../incidents/IncidentFactReader';
import { OncallRefresher } from '../oncall/sync/OncallRefresher';
import { SloRefresher } from '../slo/SloRefresher';
import { HistoryCommand } from './commands';
import { findScorecard } from './findScorecard';
import { factsOf } from './factsOf';
import { levelRef, levelRefById, serviceTier } from './present';
import { observedFact, presentReport } from './presentReport';
import { RankingService } from './RankingService';
import { SourcedFacts } from './SourcedFacts';
import { versionOf } from './ScorecardVersionStore';

/** Snapshots that a history answers with: a year and a month, for a chart. */
const DAILY_LIMIT = 400;

const notAService = (entityRef: string) =>
  new NotFoundError(
    `${entityRef} is not a service, or the catalog does not show it to you`,
  );

/** One service: its facts, reports and history. */
export class MaturityService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly ranking: RankingService;
      readonly sync: CatalogSync;
      readonly sloRefresher: SloRefresher;
      readonly oncallRefresher: OncallRefresher;
      readonly incidentProviders?: readonly IncidentProviderKind[];
      readonly now: () => number;
    },
  ) {}

  /** @throws NotFoundError when it is no service, or the caller may not see it */
  async get(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceResponse> {
    return this.present(
      await this.requireVisible(entityRef, credentials),
      credentials,
    );
  }

  /** Reads the entity, its SLOs and its rotations again now, assesses it and answers as `get`. */
  async refresh(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceResponse> {
    const { access, sync, sloRefresher, oncallRefresher, ranking } =
      this.options;
    if (!(await access.canRead(credentials, entityRef))) {
      throw notAService(entityRef);
    }
    await access.requireOn(
      reliabilityServiceRefreshPermission,
      credentials,
      entityRef,
    );
    await sync.syncOne(entityRef);
    await Promise.all([
      sloRefresher.refresh(entityRef),
      oncallRefresher.refresh(entityRef),
    ]);
    ranking.changed();
    return this.get(entityRef, credentials);
  }

  async history(
    entityRef: string,
    command: HistoryCommand,
    credentials: BackstageCredentials,
  ): Promise<HistoryResponse> {
    const { knex, stores, config } = this.options;
    await this.requireVisible(entityRef, credentials);
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    const range = {
      scorecardId: scorecard.definition.id,
      entityRef,
      from: command.from ? Date.parse(command.from) : undefined,
      to: command.to ? Date.parse(command.to) : undefined,
    };
    const madeFor = fingerprint(['history', range]);
    const { items: steps, total } = await stores.history.steps(knex, range, {
      before: decodeCursor(command.cursor, madeFor, isInteger),
      limit: command.limit + 1,
    });
    const { items, ...page } = pageOf(steps, command.limit, last =>
      encodeCursor(last.id, madeFor),
    );
    const daily = await stores.history.daily(knex, range, DAILY_LIMIT);
    const titles = new Map(
      scorecard.definition.checks.map(({ id, title }) => [id, title]),
    );
    return {
      items: items.map(step => ({
        at: isoTime(step.at),
        cause: step.cause ?? null,
        level: {
          from: step.from ? levelRefById(scorecard, step.from.levelId) : null,
          to: levelRefById(scorecard, step.to.levelId),
        },
        score: { from: step.from?.score ?? null, to: step.to.score },
        coverage: step.coverage,
        ...(step.by !== undefined && { by: step.by }),
        flips: step.flips.map(flip => ({
          ...flip,
          facts: [...flip.facts],
          title: titles.get(flip.check) ?? flip.check,
        })),
      })),
      totalItems: total,
      ...page,
      daily: daily.map(({ day, level, score, coverage }) => ({
        day,
        level: levelRef(scorecard, level),
        score,
        coverage,
      })),
    };
  }

  /** The service, if there is one and the caller may see it; both are answered alike, so that nobody can probe. */
  async requireVisible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceRecord> {
    const { knex, stores, access } = this.options;
    const service = await stores.services.get(knex, entityRef);
    if (!service || !(await access.canRead(credentials, entityRef))) {
      throw notAService(entityRef);
    }
    return service;
  }

  private async present(
    service: ServiceRecord,
    credentials: BackstageCredentials,
  ): Promise<ServiceResponse> {
    const { knex, stores, config, now } = this.options;
    const { entityRef, facts } = service;
    const override = (await stores.tiers.overrides(knex, [entityRef])).get(
      entityRef,
    );
    const tier = resolveTier(service.declaredTier, override, config.tiers);
    const pushed = (await stores.facts.of(knex, [entityRef])).get(entityRef);
    const sweep = await stores.sweeps.last(knex, 'catalog');
    const known = factsOf(service, tier, {
      override,
      pushed: pushed ?? [],
      confirmedAt: sweep?.completedAt ?? service.changedAt,
    });
    const readiness = await stores.readiness.facts(knex, entityRef);
    const sources = await new SourcedFacts(this.options).of(
      knex,
      [service],
      this.options.now(),
    );
    return {
      entityRef,
      title: service.title,
      description: facts.description,
      type: facts.type || null,
      lifecycle: service.lifecycle ?? null,
      owner: service.owner ?? null,
      system: service.system ?? null,
      domain: service.domain ?? null,
      tier: serviceTier(tier, override),
      problems: [...service.problems],
      facts: listFacts(
        [
          ...known,
          ...sources.factsOf(service, tier, now()).facts,
          ...readiness,
        ],
        now(),
      ),
      catalogCheckedAt: sweep ? isoTime(sweep.completedAt) : null,
      reports: await this.reports(entityRef, credentials),
    };
  }

  private async reports(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Report[]> {
    const { knex, stores, config, ranking } = this.options;
    const stored = await stores.reports.of(
      knex,
      [entityRef],
      config.scorecardIds,
    );
    const reports: Report[] = [];
    for (const scorecard of config.scorecards) {
      const report = stored.find(
        ({ scorecardId }) => scorecardId === scorecard.definition.id,
      );
      if (report) {
        const place = await ranking.rankOf(
          scorecard,
          report.rankKey,
          credentials,
        );
        const version =
          (await stores.versions.get(knex, report.scorecardHash)) ??
          versionOf(scorecard);
        reports.push(presentReport(report, scorecard, version, place));
      }
    }
    return reports;
  }
}

function flatten(
  value: { readonly [key: string]: FactValue },
  prefix: string,
): [string, FactValue][] {
  return Object.entries(value).flatMap(([name, member]) => {
    const path = /^[A-Za-z_]\w*$/.test(name)
      ? `${prefix}.${name}`
      : `${prefix}[${JSON.stringify(name)}]`;
    return typeof member === 'object' && !Array.isArray(member)
      ? flatten(member as { [key: string]: FactValue }, path)
      : [[path, member] as [string, FactValue]];
  });
}

function listFacts(groups: ReturnType<typeof factsOf>, now: number) {
  return groups.flatMap(group => {
    const stale = group.expiresAt !== undefined && group.expiresAt <= now;
    return flatten(group.values, group.root).map(([path, value]) => {
      const fact: ObservedFact = {
        state: stale ? 'stale' : 'known',
        value,
        at: group.at,
        source: group.source,
      };
      return {
        ...observedFact(path, fact),
        ...(group.expiresAt !== undefined && {
          expiresAt: isoTime(group.expiresAt),
        }),
      };
    });
  });
}
