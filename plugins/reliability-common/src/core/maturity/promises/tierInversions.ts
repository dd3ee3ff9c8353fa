import { DependencyEdge } from './dependencyEdges';

/** A service in the graph. `rank` 0 is the most critical; null: it has no tier. @public */
export interface RankedNode {
  readonly entityRef: string;
  readonly rank: number | null;
}

/** A service rests on another that is less critical, or of which nobody said how critical it is. @public */
export interface TierInversion {
  readonly dependency: string;
  /** The services between the two, in order; empty for a direct dependency. */
  readonly via: readonly string[];
}

interface Way {
  /** The least critical service that is reached. */
  readonly worst: string;
  /** The first step there. */
  readonly next: string;
}

/** What needs each service, over hard edges between services. */
function dependentsOf(
  ranks: ReadonlyMap<string, number | null>,
  edges: readonly DependencyEdge[],
): Map<string, string[]> {
  const dependents = new Map<string, string[]>();
  for (const { from, to, hard } of edges) {
    if (!hard || !ranks.has(from) || !ranks.has(to)) continue;
    const known = dependents.get(to);
    if (known) known.push(from);
    else dependents.set(to, [from]);
  }
  return dependents;
}

/**
 * The way from each service to the least critical one that it rests on: from the least critical upwards, every
 * service is reached once, by the shortest way.
 */
function worstWays(
  nodes: readonly RankedNode[],
  dependents: ReadonlyMap<string, readonly string[]>,
): Map<string, Way> {
  const ways = new Map<string, Way>();
  const ranks = [...new Set(nodes.flatMap(({ rank }) => rank ?? []))];
  for (const rank of ranks.sort((a, b) => b - a)) {
    const reached = nodes
      .filter(node => node.rank === rank && !ways.has(node.entityRef))
      .map(({ entityRef }) => entityRef);
    for (const ref of reached) ways.set(ref, { worst: ref, next: ref });
    // An array hands out what is added while it is walked.
    for (const ref of reached) {
      for (const dependent of dependents.get(ref) ?? []) {
        if (ways.has(dependent)) continue;
        ways.set(dependent, { worst: ways.get(ref)!.worst, next: ref });
        reached.push(dependent);
      }
    }
  }
  return ways;
}

function between(from: string, ways: ReadonlyMap<string, Way>): string[] {
  const { worst } = ways.get(from)!;
  const via: string[] = [];
  for (
    let { next } = ways.get(from)!;
    next !== worst;
    next = ways.get(next)!.next
  ) {
    via.push(next);
  }
  return via;
}

/**
 * Which services with a tier rest on less critical ones: all direct hard dependencies of a lower tier or without
 * one, and the least critical service further away, where that is worse than any of these. Time and space grow
 * with nodes and edges; cycles do no harm.
 *
 * @returns by reference of the service, those without an inversion left out; direct ones first, the least
 * critical first, those without a tier last
 *
 * @public
 */
export function tierInversions(
  nodes: readonly RankedNode[],
  edges: readonly DependencyEdge[],
): Map<string, TierInversion[]> {
  const ranks = new Map(nodes.map(node => [node.entityRef, node.rank]));
  const sorted = [...nodes].sort((a, b) =>
    a.entityRef < b.entityRef ? -1 : 1,
  );
  const ways = worstWays(sorted, dependentsOf(ranks, edges));
  const direct = new Map<string, { to: string; rank: number }[]>();
  for (const { from, to, hard } of edges) {
    const [own, other] = [ranks.get(from) ?? null, ranks.get(to)];
    if (!hard || own === null || other === undefined) continue;
    if (other !== null && other <= own) continue;
    const found = direct.get(from) ?? [];
    found.push({ to, rank: other ?? -1 });
    direct.set(from, found);
  }
  const inversions = new Map<string, TierInversion[]>();
  for (const { entityRef, rank } of sorted) {
    if (rank === null) continue;
    const found = (direct.get(entityRef) ?? []).sort(
      (a, b) => b.rank - a.rank || (a.to < b.to ? -1 : 1),
    );
    const { worst } = ways.get(entityRef)!;
    const worse = Math.max(rank, ...found.map(each => each.rank));
    const all = [
      ...found.map(({ to }) => ({ dependency: to, via: [] })),
      ...(ranks.get(worst)! > worse
        ? [{ dependency: worst, via: between(entityRef, ways) }]
        : []),
    ];
    if (all.length > 0) inversions.set(entityRef, all);
  }
  return inversions;
}
