import {
  SLO_STATUSES,
  type ListSlosQuery,
  type SloFilter,
  type SloStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  addressWriter,
  amongst,
  filledLists,
  listsIn,
  oneOf,
  type Place,
  placeIn,
  textIn,
} from '../listAddress';

/** What the list of SLOs can be sorted by. */
export const sloOrderings = [
  'worst',
  'remaining',
  'burn',
  'service',
  'title',
  'tier',
] as const;
export type SloOrder = (typeof sloOrderings)[number];

/** The filters that take several values and are found by searching. */
export const sloFacets = ['tier', 'owner', 'system'] as const;
export type SloFacet = (typeof sloFacets)[number];

const usualPageSize = 50;

/** Everything about the SLOs of the company that the address says. */
export interface SloParams extends Place, Record<SloFacet, readonly string[]> {
  q: string;
  status: readonly SloStatus[];
  orderBy: SloOrder;
  order: 'asc' | 'desc';
}

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseSloParams(search: URLSearchParams): SloParams {
  return {
    ...placeIn(search, usualPageSize),
    status: amongst(SLO_STATUSES, search, 'status'),
    q: textIn(search),
    ...listsIn(search, sloFacets),
    orderBy: oneOf(sloOrderings, search.get('orderBy'), 'worst'),
    order: oneOf(['asc', 'desc'], search.get('order'), 'asc'),
  };
}

/** Writes the address; what is usual is left out. */
export function formatSloParams(params: SloParams): URLSearchParams {
  const { search, put, putLists, putPlace } = addressWriter();
  put('q', params.q);
  putLists(params, ['status', ...sloFacets]);
  put('orderBy', params.orderBy, 'worst');
  put('order', params.order, 'asc');
  putPlace(params, usualPageSize);
  return search;
}

/** What narrows the services that SLOs belong to, as the API wants it. */
export function sloServiceFilterOf(params: SloParams) {
  return filledLists(params, sloFacets);
}

/** What narrows the SLOs, as the API wants it. */
export function sloFilterOf(params: SloParams): SloFilter {
  const filter: SloFilter = sloServiceFilterOf(params);
  if (params.q.trim()) filter.q = params.q.trim();
  if (params.status.length > 0) filter.status = [...params.status];
  return filter;
}

/** One page of SLOs, as the API wants it. */
export function sloQueryOf(params: SloParams): ListSlosQuery {
  const { orderBy, order, limit, cursor } = params;
  return {
    ...sloFilterOf(params),
    orderBy,
    order,
    limit,
    ...(cursor && { cursor }),
  };
}

/** Every filter taken away; order and page size stay. */
export function withoutSloFilters(params: SloParams): SloParams {
  const { orderBy, order, limit } = params;
  return { ...parseSloParams(new URLSearchParams()), orderBy, order, limit };
}

/** Whether anything narrows the SLOs. */
export function isSloFiltered(params: SloParams): boolean {
  return Object.keys(sloFilterOf(params)).length > 0;
}
