import { groupTree } from '@plimsoll/backstage-plugin-reliability-common';

/** The groups that own something, themselves or by a group below them. */
export interface OwnerGroups {
  /** Roots, or what stands right below a group; without those under which nothing is owned. */
  below(parent: string | undefined): readonly string[];
  /** A group that owns something, and every group above it. */
  pathOf(owner: string): readonly string[];
  has(group: string): boolean;
  isCyclic(group: string): boolean;
}

/**
 * @param parents - as the catalog has them
 * @param owners - who owns services; empty for nobody
 */
export function ownerGroups(
  parents: ReadonlyMap<string, readonly string[]>,
  owners: Iterable<string>,
): OwnerGroups {
  const names = [...owners];
  const tree = groupTree(
    parents,
    names.filter(owner => owner !== ''),
  );
  const paths = new Map(
    names.map((owner): [string, string[]] => [
      owner,
      [owner, ...tree.ancestors(owner)],
    ]),
  );
  const populated = new Set([...paths.values()].flat());
  // Services without an owner stand beside the trees.
  const roots = populated.has('') ? ['', ...tree.roots] : tree.roots;
  const below = (parent: string | undefined) =>
    (parent === undefined ? roots : tree.children(parent)).filter(group =>
      populated.has(group),
    );
  return {
    below,
    pathOf: owner => paths.get(owner) ?? [],
    has: group => populated.has(group),
    isCyclic: group => tree.cyclic.has(group),
  };
}
