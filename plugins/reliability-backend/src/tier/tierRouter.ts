import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../http/endpoint';
import { TierService } from './TierService';

/** Tiers, and the tier of one service. */
export function addTierRoutes(on: Endpoint, tiers: TierService) {
  on(routes.listTiers, () => tiers.tiers());
  on(routes.overrideTier, ({ entityRef, body, credentials }) =>
    tiers.override(entityRef, body, credentials),
  );
  on(routes.removeTierOverride, ({ entityRef, credentials }) =>
    tiers.removeOverride(entityRef, credentials),
  );
  on(routes.getTierHistory, ({ entityRef, query, credentials }) =>
    tiers.history(entityRef, query, credentials),
  );
}
