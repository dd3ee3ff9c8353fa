import { groupTree } from '@plimsoll/backstage-plugin-reliability-common';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';

/**
 * Owners with all groups below them, however deep, each once and in lower case. What is no group of the catalog stays
 * as it is, and a circle of groups is cut open where `groupTree` does it.
 *
 * @param parents - of each group that has any
 */
export function groupsBelow(
  owners: readonly string[],
  parents: ReadonlyMap<string, readonly string[]>,
): string[] {
  const found = new Set(owners.map(owner => owner.toLocaleLowerCase('en-US')));
  const tree = groupTree(parents, found);
  // A set hands out what is added while it is walked.
  for (const owner of found) {
    for (const child of tree.children(owner)) found.add(child);
  }
  return [...found];
}

/** The same with the groups of the catalog. Absent stays absent, which means everybody; an empty list nobody. */
export async function ownersBelow(
  db: Db,
  stores: Pick<Stores, 'groups'>,
  owners: readonly string[] | undefined,
): Promise<string[] | undefined> {
  if (!owners || owners.length === 0) return owners && [];
  return groupsBelow(owners, await stores.groups.parents(db));
}
