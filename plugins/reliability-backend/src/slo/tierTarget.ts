import { Tier } from '@plimsoll/backstage-plugin-reliability-common';

const PPM_PER_PERCENT = 10_000;

/** What a tier demands of its SLOs; parts per million, null where it demands nothing. */
export function tierTargetOf(
  tiers: readonly Tier[],
  tierId: string,
): number | null {
  const target = tiers.find(({ id }) => id === tierId)?.contract.sloTarget;
  return target === undefined ? null : Math.round(target * PPM_PER_PERCENT);
}
