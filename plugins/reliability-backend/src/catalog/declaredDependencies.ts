import {
  Entity,
  parseEntityRef,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { DependencyVia } from '@plimsoll/backstage-plugin-reliability-common';

/** The annotation that lists dependencies without which the service still works. */
export const SOFT_DEPENDENCIES_ANNOTATION = 'plimsoll.dev/soft-dependencies';

/** Something that an entity names in the catalog. */
export interface NamedDependency {
  readonly to: string;
  readonly via: DependencyVia;
}

/** Other kinds, such as groups, can be named as dependencies too, and say nothing. */
const KINDS = ['component', 'api', 'resource'];

const relations: Readonly<Record<string, DependencyVia>> = {
  [RELATION_DEPENDS_ON]: 'depends-on',
  [RELATION_CONSUMES_API]: 'consumes-api',
  [RELATION_PROVIDES_API]: 'provides-api',
};

function softOf({ metadata }: Entity): NamedDependency[] {
  const text = metadata.annotations?.[SOFT_DEPENDENCIES_ANNOTATION];
  if (typeof text !== 'string') return [];
  return text.split(',').flatMap(part => {
    try {
      const ref = parseEntityRef(part.trim(), {
        defaultKind: 'component',
        defaultNamespace: metadata.namespace,
      });
      return [{ to: stringifyEntityRef(ref), via: 'soft' as const }];
    } catch {
      return [];
    }
  });
}

/** What an entity needs and which APIs it provides, each once and in order; undefined where it names nothing. */
export function declaredDependencies(
  entity: Entity,
): NamedDependency[] | undefined {
  const related = (entity.relations ?? []).flatMap(({ type, targetRef }) => {
    const via = relations[type];
    return via ? [{ to: targetRef.toLocaleLowerCase('en-US'), via }] : [];
  });
  const found = new Map(
    [...related, ...softOf(entity)]
      .filter(({ to }) => KINDS.includes(to.split(':')[0]))
      .map(named => [`${named.to} ${named.via}`, named]),
  );
  return found.size === 0
    ? undefined
    : [...found.keys()].sort().map(key => found.get(key)!);
}
