import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { FilterPredicate } from '@backstage/filter-predicates';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { canonicalJson } from '@plimsoll/backstage-plugin-reliability-common';
import { Remembered } from './Remembered';

/** Which services a caller may see. */
export type Visibility =
  | { readonly kind: 'all' }
  | { readonly kind: 'refs'; readonly refs: readonly string[] };

/** How long a decision is used again: long enough for a visit, short enough for a change of policy. */
const DECISION_TTL_MS = 15_000;
const VISIBLE_TTL_MS = 60_000;

/**
 * Asks who may do what. Reading follows the catalog: a service is visible to those to whom the catalog shows
 * its entity. Conditional decisions are evaluated by the catalog itself, so that rules which other plugins
 * installed there hold here too.
 */
export class Access {
  private readonly decisions: Remembered<Visibility>;
  private readonly visible: Remembered<readonly string[]>;

  constructor(
    private readonly options: {
      readonly permissions: PermissionsService;
      readonly catalog: CatalogService;
      readonly servicesFilter: FilterPredicate;
      readonly now: () => number;
    },
  ) {
    const { now } = options;
    this.decisions = new Remembered({ ttlMs: DECISION_TTL_MS, now });
    this.visible = new Remembered({ ttlMs: VISIBLE_TTL_MS, now });
  }

  /** The services that a caller may see, for lists, counts and ranks. */
  visibility(credentials: BackstageCredentials): Promise<Visibility> {
    return this.decisions.get(principalOf(credentials), () =>
      this.decide(credentials),
    );
  }

  /** References of the services that a caller may see; absent: all. */
  async visibleRefs(
    credentials: BackstageCredentials,
  ): Promise<readonly string[] | undefined> {
    const visibility = await this.visibility(credentials);
    return visibility.kind === 'refs' ? visibility.refs : undefined;
  }

  /** Whether a caller may see one service. */
  async canRead(
    credentials: BackstageCredentials,
    resourceRef: string,
  ): Promise<boolean> {
    return this.allows(catalogEntityReadPermission, credentials, resourceRef);
  }

  /** @throws NotAllowedError when the caller lacks the permission on the service */
  async requireOn(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
    resourceRef: string,
  ): Promise<void> {
    if (!(await this.allows(permission, credentials, resourceRef))) {
      throw new NotAllowedError(
        `You lack the permission ${permission.name} on ${resourceRef}`,
      );
    }
  }

  /** @throws NotAllowedError when the caller lacks the permission */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.has(permission, credentials))) {
      throw new NotAllowedError(`You lack the permission ${permission.name}`);
    }
  }

  /** Whether the caller has a permission. */
  async has(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [{ result }] = await this.options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  /**
   * For which of many services a caller has a permission. Where the answer is the same for all of them, it is one
   * question about none; where it has conditions, one about each, sent together.
   */
  async allowedAmong(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
    resourceRefs: readonly string[],
  ): Promise<Set<string>> {
    const refs = [...new Set(resourceRefs)];
    if (refs.length > 1) {
      const [{ result }] = await this.options.permissions.authorizeConditional(
        [{ permission }],
        { credentials },
      );
      if (result === AuthorizeResult.ALLOW) return new Set(refs);
      if (result === AuthorizeResult.DENY) return new Set();
    }
    const decisions = await this.options.permissions.authorize(
      refs.map(resourceRef => ({ permission, resourceRef })),
      { credentials },
    );
    return new Set(
      refs.filter((_, index) => {
        return decisions[index].result === AuthorizeResult.ALLOW;
      }),
    );
  }

  private async allows(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
    resourceRef: string,
  ): Promise<boolean> {
    const [{ result }] = await this.options.permissions.authorize(
      [{ permission, resourceRef }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  private async decide(credentials: BackstageCredentials): Promise<Visibility> {
    const [decision] = await this.options.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return { kind: 'all' };
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      return { kind: 'refs', refs: [] };
    }
    // People of one team have the same conditions and so share one answer.
    const refs = await this.visible.get(
      canonicalJson(decision.conditions),
      () => this.readVisible(credentials),
    );
    return { kind: 'refs', refs };
  }

  private async readVisible(
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const refs: string[] = [];
    const pages = this.options.catalog.streamEntities(
      {
        query: this.options.servicesFilter,
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        pageSize: 1000,
      },
      { credentials },
    );
    for await (const page of pages) {
      refs.push(...page.map(entity => stringifyEntityRef(entity)));
    }
    return refs;
  }
}

function principalOf(credentials: BackstageCredentials): string {
  return canonicalJson(credentials.principal);
}
