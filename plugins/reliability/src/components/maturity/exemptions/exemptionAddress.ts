import type { ListExemptionsQuery } from '@plimsoll/backstage-plugin-reliability-common';
import {
  useListAddress,
  type ListAddress,
} from '../../../hooks/useListAddress';
import {
  addressWriter,
  filledLists,
  listsIn,
  oneOf,
  type Place,
  placeIn,
} from '../../../utils/listAddress';

/** What the list can show. */
export const exemptionViews = [
  'requested',
  'approved',
  'expiring',
  'over',
] as const;
export type ExemptionView = (typeof exemptionViews)[number];

/** Everything about the page of exemptions that the address says. */
export interface ExemptionParams extends Place {
  show: ExemptionView;
  /** Entity references. */
  service: readonly string[];
  owner: readonly string[];
  /** Whether a group owes also what the groups below it owe. */
  nested: boolean;
}

const usualPageSize = 25;

/** Reads an address that anybody may have written. */
export const parseExemptionParams = (
  search: URLSearchParams,
): ExemptionParams => ({
  ...placeIn(search, usualPageSize),
  show: oneOf(exemptionViews, search.get('show'), 'approved'),
  ...listsIn(search, ['service', 'owner']),
  nested: search.get('nested') === 'true',
});

/** Writes the address; what is usual is left out. */
export function formatExemptionParams(
  params: ExemptionParams,
): URLSearchParams {
  const { search, put, putLists, putPlace } = addressWriter();
  put('show', params.show, 'approved');
  putLists(params, ['service', 'owner']);
  put('nested', String(params.nested), 'false');
  putPlace(params, usualPageSize);
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
export const exemptionQuery = (
  params: ExemptionParams,
): ListExemptionsQuery => ({
  ...views[params.show],
  ...filledLists(params, ['service', 'owner']),
  limit: params.limit,
  cursor: params.cursor,
});
