import type { CheckReport } from '@plimsoll/backstage-plugin-reliability-common';
import { isToDo } from '../../nextStep';

/** Which checks the ladder shows. */
export type CheckFilter = 'all' | 'todo' | 'unknown';

export const checkFilters: readonly CheckFilter[] = ['all', 'todo', 'unknown'];

export function filterChecks(
  checks: readonly CheckReport[],
  filter: CheckFilter,
): CheckReport[] {
  switch (filter) {
    case 'todo':
      return checks.filter(isToDo);
    case 'unknown':
      return checks.filter(({ outcome }) => outcome === 'unknown');
    default:
      return [...checks];
  }
}

/** Checks by dimension, both in the order of the scorecard. */
export function byDimension(
  checks: readonly CheckReport[],
): [dimension: string, checks: CheckReport[]][] {
  const groups = new Map<string, CheckReport[]>();
  for (const check of checks) {
    const group = groups.get(check.dimension);
    if (group) group.push(check);
    else groups.set(check.dimension, [check]);
  }
  return [...groups];
}
