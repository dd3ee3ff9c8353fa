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

/** Services added up by the group that they belong to themselves; empty for none. */
export type OwnTallies = ReadonlyMap<string, RollupTally>;

/** @param groupAt - the group of a service, by its place */
export function ownTallies(
  services: readonly RatedService[],
  groupAt: (index: number) => string,
  options: RollupOptions,
): OwnTallies {
  const tallies = new Map<string, RollupTally>();
  services.forEach((service, index) => {
    const group = groupAt(index);
    let tally = tallies.get(group);
    if (!tally) tallies.set(group, (tally = new RollupTally(options)));
    tally.add(service);
  });
  return tallies;
}

/** All groups together. */
export function wholeOf(own: OwnTallies, options: RollupOptions): Rollup {
  const whole = new RollupTally(options);
  for (const tally of own.values()) whole.addAll(tally);
  return whole.total();
}

/**
 * Adds groups up with what is below them.
 *
 * @param groups - those that are asked for
 * @param pathOf - the groups to which something of a group counts, itself first
 */
export function groupTallies(
  own: OwnTallies,
  groups: readonly string[],
  pathOf: (group: string) => readonly string[],
  options: RollupOptions,
): GroupTotals[] {
  const nested = new Map(
    groups.map(group => [group, new RollupTally(options)]),
  );
  for (const [group, tally] of own) {
    for (const above of pathOf(group)) nested.get(above)?.addAll(tally);
  }
  return groups.map(key => ({
    key,
    own: own.get(key)?.total(),
    nested: nested.get(key)!.total(),
  }));
}
