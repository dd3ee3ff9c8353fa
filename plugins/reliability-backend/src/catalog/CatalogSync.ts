import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  FilterPredicate,
  filterPredicateToFilterFunction,
} from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { inBatches } from '../database/sql';
import { Stores } from '../database/stores';
import { Reassessor } from '../maturity/Reassessor';
import { reassessBatches } from '../maturity/ReportStore';
import {
  domainOf,
  ownerOf,
  projectedFields,
  projectEntity,
  ServiceProjection,
  systemOf,
} from './projectEntity';

/** What a sweep did. */
export interface SweepResult {
  readonly seen: number;
  readonly changed: number;
  readonly removed: number;
}

const PAGE = 500;

/** A service leaves only after so many sweeps in a row did not see it: the catalog may be filling up anew. */
const MISSES_TO_REMOVE = 3;

/** What a sweep has learnt so far about entities around the services. */
interface Surroundings {
  readonly domains: Map<string, string>;
  /** Whether each owner that was asked for is in the catalog. */
  readonly owners: Map<string, boolean>;
}

/** Keeps the services in step with the catalog. */
export class CatalogSync {
  private readonly isService: (entity: Entity) => boolean;
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
      readonly catalog: CatalogService;
      readonly auth: AuthService;
      readonly logger: LoggerService;
      readonly now: () => number;
    },
  ) {
    const { config } = options;
    this.isService = filterPredicateToFilterFunction(config.servicesFilter);
    this.scorecards = config.scorecards.map(({ definition }) => ({
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
    const { catalog, config } = this.options;
    const credentials = await this.credentials();
    const around = await this.surroundings();
    const seen = new Set<string>();
    let changed = 0;
    const pages = catalog.streamEntities(
      { query: config.servicesFilter, fields: projectedFields, pageSize: PAGE },
      { credentials },
    );
    for await (const page of pages) {
      if (signal?.aborted) throw new Error('The sweep was stopped');
      const services = page.filter(this.isService);
      services.forEach(entity => seen.add(stringifyEntityRef(entity)));
      changed += await this.savePage(services, around);
    }
    const removed = await this.removeMissing(seen);
    await this.options.stores.sweeps.complete(this.options.knex, 'catalog', {
      completedAt: this.options.now(),
      seen: seen.size,
      changed,
    });
    return { seen: seen.size, changed, removed };
  }

  /** Reads one entity again and reassesses it, whether it changed or not. One that is gone or no service leaves the ranking. */
  async syncOne(entityRef: string): Promise<void> {
    const { catalog, knex, stores, reassessor, now } = this.options;
    const credentials = await this.credentials();
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    const service = entity && this.isService(entity) ? entity : undefined;
    const projection = service && (await this.projectOne(service));
    await knex.transaction(async tx => {
      if (projection) {
        const known = await stores.services.known(tx, [entityRef]);
        if (needsWriting(projection, known.get(entityRef))) {
          await stores.services.save(tx, [projection], now());
        }
      } else {
        await stores.services.remove(tx, entityRef, now());
      }
      await reassessor.reassess(tx, [entityRef], now());
    });
  }

  private async savePage(
    entities: readonly Entity[],
    around: Surroundings,
  ): Promise<number> {
    const { knex, stores, reassessor, now } = this.options;
    await this.lookUpOwners(entities, around);
    const projections = entities.map(entity => this.project(entity, around));
    return knex.transaction(async tx => {
      const refs = projections.map(({ entityRef }) => entityRef);
      const known = await stores.services.known(tx, refs);
      const missed = refs.filter(ref => (known.get(ref)?.misses ?? 0) > 0);
      const changed = projections.filter(projection =>
        needsWriting(projection, known.get(projection.entityRef)),
      );
      await stores.services.seen(tx, missed);
      await stores.services.save(tx, changed, now());
      await reassessor.reassess(
        tx,
        changed.map(({ entityRef }) => entityRef),
        now(),
      );
      return changed.length;
    });
  }

  private async removeMissing(seen: ReadonlySet<string>): Promise<number> {
    const { knex, stores, reassessor, now, logger } = this.options;
    const refs = await stores.services.refs(knex);
    const missing = refs.filter(ref => !seen.has(ref));
    // A catalog that shows nothing is starting or failing; it did not lose every service at once.
    if (seen.size === 0 || missing.length === 0) return 0;
    const gone = await stores.services.miss(
      knex,
      missing,
      MISSES_TO_REMOVE,
      now(),
    );
    for (const batch of reassessBatches(gone)) {
      await knex.transaction(tx => reassessor.reassess(tx, batch, now()));
    }
    if (gone.length > 0) {
      logger.info('Services left the catalog', { count: gone.length });
    }
    return gone.length;
  }

  private project(entity: Entity, around: Surroundings): ServiceProjection {
    return projectEntity(entity, {
      tierFrom: this.options.config.tierFrom,
      domains: around.domains,
      owners: around.owners,
      scorecardsOf: candidate =>
        this.scorecards
          .filter(({ matches }) => matches(candidate))
          .map(({ id }) => id),
    });
  }

  private async projectOne(entity: Entity): Promise<ServiceProjection> {
    const { catalog } = this.options;
    const credentials = await this.credentials();
    const around: Surroundings = { domains: new Map(), owners: new Map() };
    const system = systemOf(entity);
    if (system) {
      const found = await catalog.getEntityByRef(system, { credentials });
      if (found) addDomain(found, around.domains);
    }
    await this.lookUpOwners([entity], around);
    return this.project(entity, around);
  }

  private async surroundings(): Promise<Surroundings> {
    const domains = new Map<string, string>();
    const pages = this.options.catalog.streamEntities(
      {
        filter: { kind: 'System' },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'spec',
          'relations',
        ],
        pageSize: PAGE,
      },
      { credentials: await this.credentials() },
    );
    for await (const page of pages) {
      page.forEach(system => addDomain(system, domains));
    }
    return { domains, owners: new Map() };
  }

  private async lookUpOwners(
    entities: readonly Entity[],
    around: Surroundings,
  ): Promise<void> {
    const unknown = [
      ...new Set(entities.flatMap(entity => ownerOf(entity) ?? [])),
    ].filter(ref => !around.owners.has(ref));
    const credentials = await this.credentials();
    for (const batch of inBatches(unknown, PAGE)) {
      const { items } = await this.options.catalog.getEntitiesByRefs(
        {
          entityRefs: batch,
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials },
      );
      batch.forEach((ref, index) =>
        around.owners.set(ref, items[index] !== undefined),
      );
    }
  }

  private credentials() {
    return this.options.auth.getOwnServiceCredentials();
  }
}

/** A page that did not change must not be written: 10,000 services are swept every few minutes. */
function needsWriting(
  projection: ServiceProjection,
  known: { hash: string; removed: boolean } | undefined,
): boolean {
  return !known || known.removed || known.hash !== projection.hash;
}

function addDomain(system: Entity, domains: Map<string, string>): void {
  const domain = domainOf(system);
  if (domain) domains.set(stringifyEntityRef(system), domain);
}
