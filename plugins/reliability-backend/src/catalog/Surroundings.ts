import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { inBatches } from '../database/sql';
import { Places } from '../oncall/links/rotationLink';
import { Annotations } from './annotationRefs';
import { domainOf, ownerOf, systemOf } from './projectEntity';

/** Systems on a page, and owners in a question. */
const PAGE = 500;

/** What one reading of the catalog has learnt about the entities around the services. */
export class Surroundings {
  private readonly known = {
    domains: new Map<string, string>(),
    owners: new Map<string, boolean>(),
    naming: new Map<string, Annotations>(),
  };

  constructor(
    private readonly options: {
      readonly catalog: CatalogService;
      readonly auth: AuthService;
      /** Picks the annotations that name rotations; only those are held. */
      readonly namingOf?: (annotations: Annotations) => Annotations;
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

  /** What can name the rotations of a service: its own annotations, those of its owner, those of its system. */
  placesOf(service: Entity): Places {
    const { naming } = this.known;
    return {
      entity: service.metadata.annotations ?? {},
      owner: naming.get(ownerOf(service) ?? ''),
      system: naming.get(systemOf(service) ?? ''),
    };
  }

  /** Reads all systems, for a sweep. */
  async readSystems(): Promise<void> {
    const pages = this.options.catalog.streamEntities(
      {
        filter: { kind: 'System' },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
          'spec',
          'relations',
        ],
        pageSize: PAGE,
      },
      { credentials: await this.credentials() },
    );
    for await (const page of pages) {
      page.forEach(system => this.addSystem(system));
    }
  }

  /** Reads the one system that a service is part of. */
  async readSystemOf(service: Entity): Promise<void> {
    const ref = systemOf(service);
    if (!ref) return;
    const system = await this.options.catalog.getEntityByRef(ref, {
      credentials: await this.credentials(),
    });
    if (system) this.addSystem(system);
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
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.annotations',
          ],
        },
        { credentials },
      );
      batch.forEach((ref, index) => {
        const owner = items[index];
        owners.set(ref, Boolean(owner));
        if (owner && ref.startsWith('group:')) this.addNaming(ref, owner);
      });
    }
  }

  private addSystem(system: Entity): void {
    const ref = stringifyEntityRef(system);
    const domain = domainOf(system);
    if (domain) this.known.domains.set(ref, domain);
    this.addNaming(ref, system);
  }

  private addNaming(ref: string, { metadata }: Entity): void {
    const { namingOf } = this.options;
    if (!namingOf || !metadata.annotations) return;
    const naming = namingOf(metadata.annotations);
    if (Object.keys(naming).length > 0) this.known.naming.set(ref, naming);
  }

  private credentials() {
    return this.options.auth.getOwnServiceCredentials();
  }
}
