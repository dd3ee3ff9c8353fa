import { cyclesOf } from './cyclesOf';

/** Groups below groups, without cycles. Lists are sorted by name. @public */
export interface GroupTree {
  /** Groups that stand below no other. */
  readonly roots: readonly string[];
  children(group: string): readonly string[];
  /** Every group above this one, once each, the nearest first. */
  ancestors(group: string): readonly string[];
  /** Groups that the catalog makes their own ancestors. */
  readonly cyclic: ReadonlySet<string>;
}

type Edges = Map<string, Set<string>>;

const NONE: readonly string[] = [];

function allGroups(
  parents: ReadonlyMap<string, readonly string[]>,
  others: Iterable<string>,
): string[] {
  const groups = new Set<string>(others);
  for (const [group, above] of parents) {
    groups.add(group);
    for (const parent of above) groups.add(parent);
  }
  return [...groups].sort();
}

/**
 * Which of the edges between the members of a cycle stay: those by which a walk from one member first meets
 * the others. The walk begins at the member that has a parent outside, else at the first by name.
 */
function keptWithin(
  cycle: readonly string[],
  parents: ReadonlyMap<string, readonly string[]>,
): Edges {
  const members = new Set(cycle);
  const below: Edges = new Map(cycle.map(member => [member, new Set()]));
  for (const member of [...cycle].sort()) {
    for (const parent of parents.get(member) ?? NONE) {
      below.get(parent)?.add(member);
    }
  }
  const isOutside = (parent: string) => !members.has(parent);
  const sorted = [...cycle].sort();
  const top =
    sorted.find(member => (parents.get(member) ?? NONE).some(isOutside)) ??
    sorted[0];
  const kept: Edges = new Map([[top, new Set<string>()]]);
  for (const member of kept.keys()) {
    for (const child of below.get(member)!) {
      if (!kept.has(child)) kept.set(child, new Set([member]));
    }
  }
  return kept;
}

/**
 * Groups with their parents as a tree that may be walked without an end in sight: a group may have several
 * parents, a parent may be unknown to the catalog, and where groups are their own ancestors the cycle is
 * cut open at one of them. Nothing here calls itself, so depth costs no stack.
 *
 * @param parents - the parents of every group that has some
 * @param others - further groups, for instance owners that the catalog does not know
 *
 * @public
 */
export function groupTree(
  parents: ReadonlyMap<string, readonly string[]>,
  others: Iterable<string> = [],
): GroupTree {
  const groups = allGroups(parents, others);
  const above: Edges = new Map(
    groups.map(group => [group, new Set(parents.get(group) ?? NONE)]),
  );
  const cyclic = new Set<string>();
  for (const cycle of cyclesOf(groups, above)) {
    const members = new Set(cycle);
    const kept = keptWithin(cycle, parents);
    for (const member of cycle) {
      cyclic.add(member);
      const outside = [...above.get(member)!].filter(
        parent => !members.has(parent),
      );
      above.set(member, new Set([...outside, ...(kept.get(member) ?? NONE)]));
    }
  }
  const below = new Map<string, string[]>();
  for (const group of groups) {
    for (const parent of above.get(group)!) {
      const known = below.get(parent);
      if (known) known.push(group);
      else below.set(parent, [group]);
    }
  }
  return {
    roots: groups.filter(group => above.get(group)!.size === 0),
    children: group => below.get(group) ?? NONE,
    ancestors: group => {
      const met = new Set([group]);
      for (const each of met) {
        for (const parent of above.get(each) ?? NONE) met.add(parent);
      }
      met.delete(group);
      return [...met];
    },
    cyclic,
  };
}
