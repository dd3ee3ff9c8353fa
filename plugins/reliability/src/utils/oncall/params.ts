import type {
  CoverState,
  ListOncallQuery,
  ListRotationsQuery,
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

/** What the directory lists. */
export const oncallLists = ['services', 'rotations', 'accounts'] as const;
export type OncallList = (typeof oncallLists)[number];

/** Whether somebody is on call; what needs a look first. */
export const coverStates = [
  'uncovered',
  'unknown',
  'none',
  'covered',
] as const satisfies readonly CoverState[];

/** What the services can be sorted by. */
export const oncallOrderings = ['tier', 'gap', 'title'] as const;
export type OncallOrder = (typeof oncallOrderings)[number];

/** The filters that are found by searching. */
export const oncallFacets = ['tier', 'owner'] as const;
export type OncallFacet = (typeof oncallFacets)[number];

const usualPageSize = 50;

/** Everything about the directory that the address says. */
export interface OncallParams
  extends Place,
    Record<OncallFacet, readonly string[]> {
  show: OncallList;
  q: string;
  /** Types of accounts. */
  provider: readonly string[];
  state: readonly CoverState[];
  /** Who is on call then; absent: now. RFC 3339. */
  at?: string;
  orderBy: OncallOrder;
  order: 'asc' | 'desc';
}

/** A time of the address; absent where it is none. */
function timeOf(text: string | null): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseOncallParams(search: URLSearchParams): OncallParams {
  return {
    ...placeIn(search, usualPageSize),
    show: oneOf(oncallLists, search.get('show'), 'services'),
    state: amongst(coverStates, search, 'state'),
    q: textIn(search),
    ...listsIn(search, [...oncallFacets, 'provider']),
    at: timeOf(search.get('at')),
    orderBy: oneOf(oncallOrderings, search.get('orderBy'), 'tier'),
    order: oneOf(['asc', 'desc'], search.get('order'), 'asc'),
  };
}

/** Writes the address; what is usual is left out. */
export function formatOncallParams(params: OncallParams): URLSearchParams {
  const { search, put, putLists, putPlace } = addressWriter();
  put('show', params.show, 'services');
  put('q', params.q);
  putLists(params, ['state', 'provider', ...oncallFacets]);
  put('at', params.at);
  put('orderBy', params.orderBy, 'tier');
  put('order', params.order, 'asc');
  putPlace(params, usualPageSize);
  return search;
}

/** Leaves out what is not given, because an empty list would mean "none". */
function given<T extends object>(query: T): T {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined),
  ) as T;
}

/** One page of services, as the API wants it. */
export function oncallQueryOf(params: OncallParams): ListOncallQuery {
  const { at, orderBy, order, limit, cursor } = params;
  return given({
    q: params.q.trim() || undefined,
    state: params.state.length > 0 ? [...params.state] : undefined,
    ...filledLists(params, [...oncallFacets, 'provider']),
    at,
    orderBy,
    order,
    limit,
    cursor,
  });
}

/** One page of rotations, as the API wants it. */
export function rotationsQueryOf(params: OncallParams): ListRotationsQuery {
  return given({
    q: params.q.trim() || undefined,
    ...filledLists(params, ['owner', 'provider']),
    limit: params.limit,
    cursor: params.cursor,
  });
}

/** What narrows the services that a filter by search is asked about. */
export function oncallServiceFilterOf(params: OncallParams) {
  return filledLists(params, oncallFacets);
}

/** Every filter taken away; list, time, order and page size stay. */
export function withoutOncallFilters(params: OncallParams): OncallParams {
  const { show, at, orderBy, order, limit } = params;
  const none = parseOncallParams(new URLSearchParams());
  return { ...none, show, at, orderBy, order, limit };
}

/** Whether anything narrows the list that is shown. */
export function isOncallFiltered(params: OncallParams): boolean {
  const { show, q, owner, provider, tier, state } = params;
  const both = q.trim() !== '' || owner.length + provider.length > 0;
  return both || (show === 'services' && tier.length + state.length > 0);
}
