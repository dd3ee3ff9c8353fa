import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';

/** Who may do what in a test: everybody everything, until a test says otherwise. */
export class TestPolicy {
  /** Names of permissions that nobody has. */
  readonly denied = new Set<string>();

  /** References that users may read; `all` for an ALLOW, `none` for a DENY, a list for conditions. */
  readable: 'all' | 'none' | readonly string[] = 'all';

  canSee(ref: string): boolean {
    if (this.readable === 'all') return true;
    return this.readable !== 'none' && this.readable.includes(ref);
  }

  readonly service: PermissionsService = {
    authorize: async requests =>
      requests.map(request => {
        const { permission } = request;
        const reads =
          permission.name === 'catalog.entity.read' &&
          'resourceRef' in request &&
          request.resourceRef !== undefined;
        const allowed = reads
          ? this.canSee(String(request.resourceRef))
          : !this.denied.has(permission.name);
        return {
          result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        };
      }),
    authorizeConditional: async requests =>
      requests.map(({ permission }) => {
        if (this.denied.has(permission.name)) {
          return { result: AuthorizeResult.DENY };
        }
        if (
          permission.name !== 'catalog.entity.read' ||
          !isResourcePermission(permission) ||
          this.readable === 'all'
        ) {
          return { result: AuthorizeResult.ALLOW };
        }
        if (this.readable === 'none') return { result: AuthorizeResult.DENY };
        return {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ONE_OF',
            resourceType: 'catalog-entity',
            params: { refs: [...this.readable] },
          },
        };
      }),
  };
}
