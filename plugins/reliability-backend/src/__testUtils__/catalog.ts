import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** A catalog whose entities change between two reads, and which shows users only what the policy lets them see. */
export interface TestCatalog {
  readonly service: CatalogService;
  /** Everything in the catalog from now on. */
  set(...entities: Entity[]): void;
  /** Adds entities, or replaces those with the same reference. */
  put(...entities: Entity[]): void;
  drop(...refs: string[]): void;
  /** The next stream of services breaks off after so many pages. */
  failAfter(pages: number): void;
}

const isUser = (options: object | undefined) => {
  const { credentials } = options as { credentials: BackstageCredentials };
  return (credentials.principal as { type?: string }).type === 'user';
};

export function createTestCatalog(
  entities: readonly Entity[],
  canSee: (ref: string) => boolean,
): TestCatalog {
  let known = new Map<string, Entity>();
  const put = (...changed: Entity[]) =>
    changed.forEach(one => known.set(stringifyEntityRef(one), one));
  put(...entities);
  const client = (options: object | undefined) =>
    catalogServiceMock({
      entities: [...known.values()].filter(
        one => !isUser(options) || canSee(stringifyEntityRef(one)),
      ),
    });
  let pagesLeft = Infinity;
  const service = catalogServiceMock.mock({
    async *streamEntities(request, options) {
      const breaksOff = request?.query !== undefined;
      for await (const page of client(options).streamEntities(request)) {
        if (breaksOff && pagesLeft === 0) break;
        yield page;
        if (breaksOff) pagesLeft -= 1;
      }
      if (breaksOff && pagesLeft <= 0) {
        pagesLeft = Infinity;
        throw new Error('The catalog broke off');
      }
    },
    getEntityByRef: async (ref, options) => client(options).getEntityByRef(ref),
    getEntitiesByRefs: async (request, options) =>
      client(options).getEntitiesByRefs(request),
  });
  return {
    service,
    put,
    set: (...all) => {
      known = new Map();
      put(...all);
    },
    failAfter: pages => {
      pagesLeft = pages;
    },
    drop: (...refs) => refs.forEach(ref => known.delete(ref)),
  };
}
