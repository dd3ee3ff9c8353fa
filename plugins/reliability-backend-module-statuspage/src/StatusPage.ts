import { ProviderHealth } from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer } from './answers';

/** Some incidents of a page, the newest first. */
export interface Listing {
  readonly incidents: readonly IncidentAnswer[];
  readonly hasMore: boolean;
}

/** Incidents that were asked for by their ids; one may be neither, where nobody can tell. */
export interface Some {
  readonly incidents: readonly IncidentAnswer[];
  readonly gone: readonly string[];
}

/** How a status page is asked. @throws ProviderError, in each method */
export interface StatusPage {
  /** @param number - from 1 */
  list(number: number, signal: AbortSignal): Promise<Listing>;
  some(ids: readonly string[], signal: AbortSignal): Promise<Some>;
  health(): ProviderHealth;
}

/** Ids of incidents and components; anything else is no part of an address. */
export const ID = /^[A-Za-z0-9]{1,64}$/;
