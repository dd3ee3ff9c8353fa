import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

/** What a test says about an entity beside its name. */
export interface EntityParts {
  readonly metadata?: Partial<Entity['metadata']>;
  readonly spec?: JsonObject;
  readonly relations?: Entity['relations'];
}

export function entity(
  kind: string,
  name: string,
  parts: EntityParts = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...parts.metadata },
    spec: parts.spec,
    ...(parts.relations && { relations: parts.relations }),
  };
}

/** A service of team-pay, as the catalog shows it before it has stitched relations. */
export function service(name: string, parts: EntityParts = {}): Entity {
  return entity('Component', name, {
    ...parts,
    spec: {
      type: 'service',
      owner: 'team-pay',
      lifecycle: 'production',
      ...parts.spec,
    },
  });
}

/** A service that declares a tier. */
export const tiered = (name: string, tier: string) =>
  service(name, { metadata: { annotations: { 'plimsoll.dev/tier': tier } } });

export const team = (name = 'team-pay') =>
  entity('Group', name, { spec: { type: 'team', children: [] } });

export const system = (name: string, domain?: string) =>
  entity('System', name, {
    spec: { owner: 'team-pay', ...(domain && { domain }) },
  });

/** The reference of a component in the default namespace. */
export const refOf = (name: string) => `component:default/${name}`;

/** Names that sort as they are numbered: `service-00000`, `service-00001` … */
export const manyNames = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `service-${String(index).padStart(5, '0')}`,
  );
