/** How one entity names another in the catalog. @public */
export type DependencyVia =
  | 'depends-on'
  | 'consumes-api'
  | 'provides-api'
  | 'soft';

/** A relation of an entity as the catalog has it; `soft`: its owner says that it works without. @public */
export interface DeclaredDependency {
  /** Entity references. */
  readonly from: string;
  readonly to: string;
  readonly via: DependencyVia;
}

/** One needs the other. Hard: without it, it does not work. @public */
export interface DependencyEdge {
  /** Entity references. */
  readonly from: string;
  readonly to: string;
  readonly hard: boolean;
}

const isApi = (ref: string) => ref.startsWith('api:');

function grouped(
  declared: readonly DeclaredDependency[],
  keyOf: (one: DeclaredDependency) => string,
  valueOf: (one: DeclaredDependency) => string,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const one of declared) {
    const known = groups.get(keyOf(one));
    if (known) known.add(valueOf(one));
    else groups.set(keyOf(one), new Set([valueOf(one)]));
  }
  return groups;
}

/**
 * Who needs whom. An API stands for the entities that provide it; one that nobody provides stays as it is. Each
 * pair is there once, and is hard unless the dependent calls the other, or the API between them, soft. Nothing
 * depends on itself.
 *
 * @returns in the order in which they are declared
 *
 * @public
 */
export function dependencyEdges(
  declared: readonly DeclaredDependency[],
): DependencyEdge[] {
  const named = (via: DependencyVia) => declared.filter(one => one.via === via);
  const providers = grouped(
    named('provides-api'),
    ({ to }) => to,
    ({ from }) => from,
  );
  const soft = grouped(
    named('soft'),
    ({ from }) => from,
    ({ to }) => to,
  );
  const edges = new Map<string, DependencyEdge>();
  for (const { from, to, via } of declared) {
    if (via === 'provides-api') continue;
    const called = soft.get(from);
    for (const target of (isApi(to) && providers.get(to)) || [to]) {
      if (target === from) continue;
      const key = JSON.stringify([from, target]);
      const hard = !called?.has(to) && !called?.has(target);
      const before = edges.get(key);
      edges.set(key, {
        from,
        to: target,
        hard: hard && before?.hard !== false,
      });
    }
  }
  return [...edges.values()];
}
