import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { inBatches } from '../database/sql';
import { domainOf, ownerOf, systemOf } from './projectEntity';

/** Systems on a page, and owners in a question. */
const PAGE = 500;

/** What one reading of the catalog has learnt about the entities around the services. */
export class Surroundings {
  private readonly known = {
    domains: new Map<string, string>(),
    owners: new Map<string, boolean>(),
  };

  constructor(
    private readonly options: {
      readonly catalog: CatalogService;
      readonly auth: AuthService;
    },
  ) {}

  /** The domain of each system. */
  get domains(): ReadonlyMap<string, string> {
    return this.known.domains;
  }

  /** Whether each owner that was looked up is in the catalog. */
  get owners(): ReadonlyMap<string, boolean> {
    return this.known.owners;
  }

  /** Reads the domains of all systems, for a sweep. */
  async readSystems(): Promise<void> {
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
      page.forEach(system => this.addDomain(system));
    }
  }

  /** Reads the domain of the one system that a service is part of. */
  async readSystemOf(service: Entity): Promise<void> {
    const ref = systemOf(service);
    if (!ref) return;
    const system = await this.options.catalog.getEntityByRef(ref, {
      credentials: await this.credentials(),
    });
    if (system) this.addDomain(system);
  }

  /** Looks up the owners of the services, each once. */
  async readOwnersOf(services: readonly Entity[]): Promise<void> {
    const { owners } = this.known;
    const refs = [
      ...new Set(services.flatMap(service => ownerOf(service) ?? [])),
    ].filter(ref => !owners.has(ref));
    const credentials = await this.credentials();
    for (const batch of inBatches(refs, PAGE)) {
      const { items } = await this.options.catalog.getEntitiesByRefs(
        {
          entityRefs: batch,
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials },
      );
      batch.forEach((ref, index) => owners.set(ref, Boolean(items[index])));
    }
  }

  private addDomain(system: Entity): void {
    const domain = domainOf(system);
    if (domain) this.known.domains.set(stringifyEntityRef(system), domain);
  }

  private credentials() {
    return this.options.auth.getOwnServiceCredentials();
  }
}
