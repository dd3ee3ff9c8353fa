import {
  CATALOG_FACT_TTL,
  Facts,
  FactValue,
  PushedFact,
  pushedFacts,
  tierFacts,
  TierOverride,
  TierResolution,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';
import { ServiceRecord } from '../catalog/ServiceStore';

const CATALOG_TTL = Duration.fromISO(CATALOG_FACT_TTL).toMillis();

/**
 * Everything that is known about a service, from where it is stored. The time of a catalog fact is when it
 * last changed; how long it stays fresh counts from the last sweep, which confirmed it.
 *
 * @param found - `confirmedAt`: when the catalog was last read to the end
 */
export function factsOf(
  service: ServiceRecord,
  tier: TierResolution,
  found: {
    readonly override?: TierOverride;
    readonly pushed: readonly PushedFact[];
    readonly confirmedAt: number;
  },
): Facts {
  return [
    {
      root: 'entity',
      source: 'catalog',
      at: service.changedAt,
      expiresAt: Math.max(service.changedAt, found.confirmedAt) + CATALOG_TTL,
      values: service.facts as unknown as Record<string, FactValue>,
    },
    tierFacts(tier, found.override?.setAt ?? service.changedAt),
    ...pushedFacts(found.pushed),
  ];
}
