import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  FilterPredicate,
  filterPredicateToFilterFunction,
} from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { Reassessor } from '../maturity/Reassessor';
import { reassessBatches } from '../maturity/ReportStore';
import { IncidentRemapper } from '../incidents/IncidentRemapper';
import { IncidentLinks } from '../incidents/links/IncidentLinks';
import { OncallLinks } from '../oncall/links/OncallLinks';
import { SloDefinitions } from '../slo/SloDefinitions';
import {
  projectedFields,
  projectEntity,
  ServiceProjection,
} from './projectEntity';
import { KnownService } from './ServiceStore';
import { Surroundings } from './Surroundings';

/** What a sweep did. */
export interface SweepResult {
  readonly seen: number;
  readonly changed: number;
  readonly removed: number;
}

const PAGE = 500;

/** Who brings what follows from an entity. */
const CATALOG = 'source:catalog';

/** A service leaves only after so many sweeps in a row did not see it: the catalog may be filling up anew. */
const MISSES_TO_REMOVE = 3;

/** Keeps the services in step with the catalog. */
export class CatalogSync {
  private readonly scorecards: {
    id: string;
    matches: (entity: Entity) => boolean;
  }[];

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly reassessor: Reassessor;
      readonly sloDefinitions: SloDefinitions;
      readonly oncallLinks: OncallLinks;
      readonly incidentLinks: IncidentLinks;
      readonly incidentRemapper: Pick<IncidentRemapper, 'settle'>;
      readonly catalog: CatalogService;
      readonly auth: AuthService;
      readonly logger: LoggerService;
      readonly now: () => number;
    },
  ) {
    this.scorecards = options.config.scorecards.map(({ definition }) => ({
      id: definition.id,
      matches:
        definition.filter === undefined
          ? () => true
          : filterPredicateToFilterFunction(
              definition.filter as FilterPredicate,
            ),
    }));
  }

  /**
   * Reads all services, page by page, writes and reassesses those that changed, and removes those that were
   * missed too often. Holds one page at a time, and the references of all.
   */
  async sweep(signal?: AbortSignal): Promise<SweepResult> {
    const { auth, catalog, config, knex, logger, stores, now } = this.options;
    const { incidentRemapper } = this.options;
    const around = this.lookAround();
    await around.readSystems();
    const seen = new Set<string>();
    let changed = 0;
    const pages = catalog.streamEntities(
      { query: config.servicesFilter, fields: projectedFields, pageSize: PAGE },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      if (signal?.aborted) throw new Error('The sweep was stopped');
      await around.readOwnersOf(page);
      const services = page.map(entity => this.project(entity, around));
      services.forEach(({ entityRef }) => seen.add(entityRef));
      changed += await this.savePage(services);
    }
    const known = await stores.services.refs(knex);
    if (seen.size === 0 && known.length > 0) {
      // It is starting or failing: it did not lose every service at once, and it confirmed nothing.
      logger.warn('The catalog shows no service at all; nothing is removed');
      return { seen: 0, changed: 0, removed: 0 };
    }
    const removed = await this.removeMissing(
      known.filter(ref => !seen.has(ref)),
    );
    await stores.sweeps.complete(knex, 'catalog', {
      completedAt: now(),
      seen: seen.size,
      changed,
    });
    await incidentRemapper.settle(signal);
    return { seen: seen.size, changed, removed };
  }

  /** Reads one entity again and reassesses it, whether it changed or not. One that is gone or no service leaves the ranking. */
  async syncOne(entityRef: string): Promise<void> {
    const { knex, stores, reassessor, now } = this.options;
    const { incidentLinks, incidentRemapper } = this.options;
    const projection = await this.readOne(entityRef);
    await knex.transaction(async tx => {
      if (projection) {
        const known = await stores.services.known(tx, [entityRef]);
        if (needsWriting(projection, known.get(entityRef))) {
          await stores.services.save(tx, [projection], now());
          await incidentLinks.touch(tx, [entityRef], now());
        }
        await this.declare(tx, [projection]);
      } else {
        await this.remove(tx, [entityRef]);
      }
      await reassessor.reassess(tx, [entityRef], now(), CATALOG);
    });
    await incidentRemapper.settle();
  }

  private async savePage(
    services: readonly ServiceProjection[],
  ): Promise<number> {
    const { knex, stores, reassessor, incidentLinks, now } = this.options;
    return knex.transaction(async tx => {
      const refs = services.map(({ entityRef }) => entityRef);
      const known = await stores.services.known(tx, refs);
      const missed = refs.filter(ref => (known.get(ref)?.misses ?? 0) > 0);
      const changed = services.filter(service =>
        needsWriting(service, known.get(service.entityRef)),
      );
      const touched = changed.map(({ entityRef }) => entityRef);
      await stores.services.lock(tx, [...missed, ...touched]);
      await stores.services.seen(tx, missed);
      await stores.services.save(tx, changed, now());
      await incidentLinks.touch(tx, touched, now());
      await this.declare(tx, changed);
      await reassessor.reassess(tx, touched, now(), CATALOG);
      return changed.length;
    });
  }

  private async removeMissing(missing: readonly string[]): Promise<number> {
    const { knex, stores, reassessor, now, logger } = this.options;
    let removed = 0;
    for (const batch of reassessBatches(missing)) {
      removed += await knex.transaction(async tx => {
        await stores.services.lock(tx, batch);
        const gone = await stores.services.miss(tx, batch, MISSES_TO_REMOVE);
        await this.remove(tx, gone);
        await reassessor.reassess(tx, gone, now(), CATALOG);
        return gone.length;
      });
    }
    if (removed > 0) {
      logger.info('Services left the catalog', { count: removed });
    }
    return removed;
  }

  /** Notes what services name beside themselves. */
  private async declare(
    tx: Knex.Transaction,
    services: readonly ServiceProjection[],
  ): Promise<void> {
    const { stores, sloDefinitions, oncallLinks, incidentLinks, now } =
      this.options;
    await stores.dependencies.declare(tx, services);
    await sloDefinitions.declare(tx, services, now());
    await oncallLinks.declare(tx, services, now());
    await incidentLinks.declare(tx, services, now());
  }

  private async remove(
    tx: Knex.Transaction,
    refs: readonly string[],
  ): Promise<void> {
    const { stores, sloDefinitions, oncallLinks, incidentLinks, now } =
      this.options;
    await stores.services.remove(tx, refs, now());
    await stores.dependencies.declare(
      tx,
      refs.map(entityRef => ({ entityRef })),
    );
    await sloDefinitions.forget(tx, refs, now());
    await oncallLinks.forget(tx, refs, now());
    await incidentLinks.forget(tx, refs, now());
  }

  private lookAround(): Surroundings {
    const { catalog, auth, oncallLinks } = this.options;
    return new Surroundings({ catalog, auth, namingOf: oncallLinks.namingOf });
  }

  private project(entity: Entity, around: Surroundings): ServiceProjection {
    const { oncallLinks, incidentLinks } = this.options;
    return projectEntity(entity, {
      tierFrom: this.options.config.tierFrom,
      domains: around.domains,
      owners: around.owners,
      oncallOf: candidate => oncallLinks.of(around.placesOf(candidate)),
      incidentsOf: candidate =>
        incidentLinks.of(candidate.metadata.annotations ?? {}),
      scorecardsOf: candidate =>
        this.scorecards
          .filter(({ matches }) => matches(candidate))
          .map(({ id }) => id),
    });
  }

  /** One service as the catalog shows it now; the catalog itself applies the filter, as it does in a sweep. */
  private async readOne(
    entityRef: string,
  ): Promise<ServiceProjection | undefined> {
    const { auth, catalog, config } = this.options;
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: [entityRef],
        query: config.servicesFilter,
        fields: projectedFields,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const [entity] = items;
    if (!entity) return undefined;
    const around = this.lookAround();
    await around.readSystemOf(entity);
    await around.readOwnersOf([entity]);
    return this.project(entity, around);
  }
}

/** A service that did not change must not be written: 10,000 of them are swept every few minutes. */
function needsWriting(
  projection: ServiceProjection,
  known: KnownService | undefined,
): boolean {
  return !known || known.removed || known.hash !== projection.hash;
}
