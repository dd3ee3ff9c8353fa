import {
  RatedService,
  Rollup,
  RollupOptions,
  RollupTally,
} from '@plimsoll/backstage-plugin-reliability-common';

/** What a group comes to: by what it owns itself, and with what is below it. */
export interface GroupTotals {
  readonly key: string;
  readonly own: Rollup | undefined;
  readonly nested: Rollup;
}

/** One service with the group that it belongs to; empty for none. */
export interface Member {
  readonly group: string;
  readonly service: RatedService;
}

/**
 * Adds services up by group.
 *
 * @param groups - those that are asked for
 * @param pathOf - the groups to which something of a group counts, itself first
 */
export function groupTallies(
  members: readonly Member[],
  groups: readonly string[],
  pathOf: (group: string) => readonly string[],
  options: RollupOptions,
): GroupTotals[] {
  const wanted = new Set(groups);
  const own = new Map<string, RollupTally>();
  const nested = new Map(
    groups.map(group => [group, new RollupTally(options)]),
  );
  const targets = new Map<string, RollupTally[]>();
  const targetsOf = (group: string) => {
    let found = targets.get(group);
    if (!found) {
      found = pathOf(group).flatMap(each => nested.get(each) ?? []);
      if (wanted.has(group)) {
        const tally = new RollupTally(options);
        own.set(group, tally);
        found.push(tally);
      }
      targets.set(group, found);
    }
    return found;
  };
  for (const { group, service } of members) {
    for (const tally of targetsOf(group)) tally.add(service);
  }
  return groups.map(key => ({
    key,
    own: own.get(key)?.total(),
    nested: nested.get(key)!.total(),
  }));
}
