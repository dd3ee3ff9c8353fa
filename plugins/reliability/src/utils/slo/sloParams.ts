import {
  SLO_STATUSES,
  type ListSlosQuery,
  type SloFilter,
  type SloStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { oneOf, placeIn, valuesOf } from '../listAddress';

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
export interface SloParams extends Record<SloFacet, readonly string[]> {
  q: string;
  status: readonly SloStatus[];
  orderBy: SloOrder;
  order: 'asc' | 'desc';
  limit: number;
  /** From 1. */
  page: number;
  /** Absent on the first page. */
  cursor?: string;
}

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseSloParams(search: URLSearchParams): SloParams {
  const asked = search.getAll('status');
  return {
    ...placeIn(search, usualPageSize),
    status: SLO_STATUSES.filter(status => asked.includes(status)),
    tier: valuesOf(search, 'tier'),
    owner: valuesOf(search, 'owner'),
    system: valuesOf(search, 'system'),
    orderBy: oneOf(sloOrderings, search.get('orderBy'), 'worst'),
    order: oneOf(['asc', 'desc'], search.get('order'), 'asc'),
  };
}

/** Writes the address; what is usual is left out. */
export function formatSloParams(params: SloParams): URLSearchParams {
  const search = new URLSearchParams();
  const put = (name: string, value: string | undefined, usual = '') => {
    if (value && value !== usual) search.set(name, value);
  };
  put('q', params.q);
  for (const name of ['status', ...sloFacets] as const) {
    for (const value of params[name]) search.append(name, value);
  }
  put('orderBy', params.orderBy, 'worst');
  put('order', params.order, 'asc');
  put('limit', String(params.limit), String(usualPageSize));
  if (params.cursor) {
    put('page', String(params.page), '1');
    put('cursor', params.cursor);
  }
  return search;
}

/** What narrows the services that SLOs belong to, as the API wants it. */
export function sloServiceFilterOf(params: SloParams) {
  const filter: Partial<Record<SloFacet, string[]>> = {};
  for (const name of sloFacets) {
    if (params[name].length > 0) filter[name] = [...params[name]];
  }
  return filter;
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
