import { Sweep } from '../catalog/SweepStore';

/** For how long after the start the catalog may still be filling up. */
const WARM_UP_MS = 3 * 60 * 1000;
const WARM_UP_INTERVAL_MS = 15 * 1000;

/**
 * Whether the catalog is to be read now. While a portal starts, its catalog is empty or half full, so it is
 * read again soon until a sweep found nothing new; from then on at the configured interval.
 */
export function isSweepDue(state: {
  last: Sweep | undefined;
  now: number;
  startedAt: number;
  intervalMs: number;
}): boolean {
  const { last, now, startedAt, intervalMs } = state;
  if (!last || last.completedAt < startedAt) return true;
  const age = now - last.completedAt;
  const warmingUp =
    now - startedAt < WARM_UP_MS && (last.changed > 0 || last.seen === 0);
  return age >= (warmingUp ? WARM_UP_INTERVAL_MS : intervalMs);
}
