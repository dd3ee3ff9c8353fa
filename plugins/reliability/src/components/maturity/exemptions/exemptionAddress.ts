import type { ListExemptionsQuery } from '@plimsoll/backstage-plugin-reliability-common';
import {
  useListAddress,
  type ListAddress,
} from '../../../hooks/useListAddress';
import { oneOf, placeIn, valuesOf } from '../../../utils/listAddress';

/** What the list can show. */
export const exemptionViews = [
  'requested',
  'approved',
  'expiring',
  'over',
] as const;
export type ExemptionView = (typeof exemptionViews)[number];

/** Everything about the page of exemptions that the address says. */
export interface ExemptionParams {
  show: ExemptionView;
  /** Entity references. */
  service: readonly string[];
  owner: readonly string[];
  /** Whether a group owes also what the groups below it owe. */
  nested: boolean;
  limit: number;
  /** From 1. */
  page: number;
  cursor?: string;
}

const usualPageSize = 25;

/** Reads an address that anybody may have written. */
export const parseExemptionParams = (
  search: URLSearchParams,
): ExemptionParams => ({
  ...placeIn(search, usualPageSize),
  show: oneOf(exemptionViews, search.get('show'), 'approved'),
  service: valuesOf(search, 'service'),
  owner: valuesOf(search, 'owner'),
  nested: search.get('nested') === 'true',
});

/** Writes the address; what is usual is left out. */
export function formatExemptionParams(
  params: ExemptionParams,
): URLSearchParams {
  const search = new URLSearchParams();
  if (params.show !== 'approved') search.set('show', params.show);
  params.service.forEach(each => search.append('service', each));
  params.owner.forEach(each => search.append('owner', each));
  if (params.nested) search.set('nested', 'true');
  if (params.limit !== usualPageSize) {
    search.set('limit', String(params.limit));
  }
  if (params.cursor) {
    search.set('page', String(params.page));
    search.set('cursor', params.cursor);
  }
  return search;
}

export type ExemptionAddress = ListAddress<ExemptionParams>;

const how = { parse: parseExemptionParams, format: formatExemptionParams };

export const useExemptionAddress = (): ExemptionAddress => useListAddress(how);

const views: Record<ExemptionView, ListExemptionsQuery> = {
  requested: { state: ['requested'], orderBy: 'requested' },
  approved: { state: ['approved'] },
  expiring: { expiring: 'true' },
  over: { state: ['expired', 'denied', 'revoked', 'withdrawn'], order: 'desc' },
};

/** What the list asks for. */
export const exemptionQuery = ({
  show,
  service,
  owner,
  limit,
  cursor,
}: ExemptionParams): ListExemptionsQuery => ({
  ...views[show],
  ...(service.length > 0 && { service: [...service] }),
  ...(owner.length > 0 && { owner: [...owner] }),
  limit,
  cursor,
});
