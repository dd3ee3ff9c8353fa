import type { FollowUp } from '@plimsoll/backstage-plugin-reliability-common';

/** What one team has to do; null for services without an owner. */
export interface TeamLoad {
  team: string | null;
  open: number;
  overdue: number;
}

/**
 * Follow-ups that are not over by the owner of their services, those with the most overdue first. One that
 * concerns services of two teams counts for both.
 */
export function teamLoads(
  items: readonly Pick<FollowUp, 'services' | 'status' | 'overdue'>[],
): TeamLoad[] {
  const loads = new Map<string | null, TeamLoad>();
  for (const { services, status, overdue } of items) {
    if (status === 'done' || status === 'wont-do') continue;
    const teams = new Set(services.map(({ owner }) => owner));
    for (const team of teams.size > 0 ? teams : [null]) {
      const load = loads.get(team) ?? { team, open: 0, overdue: 0 };
      load.open += 1;
      load.overdue += overdue ? 1 : 0;
      loads.set(team, load);
    }
  }
  return [...loads.values()].sort(
    (a, b) =>
      b.overdue - a.overdue ||
      b.open - a.open ||
      Number(a.team === null) - Number(b.team === null) ||
      (a.team ?? '').localeCompare(b.team ?? ''),
  );
}
