import type {
  ItemState,
  ProgressFilter,
  ProgressQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  addressWriter,
  filledLists,
  listsIn,
  oneOf,
  type Place,
  placeIn,
  textIn,
} from '../listAddress';

export const progressOrderings = [
  'progress',
  'title',
  'missing',
  'expired',
] as const;
export type ProgressOrder = (typeof progressOrderings)[number];

export const itemStates: readonly ItemState[] = [
  'not-met',
  'unanswered',
  'expired',
  'contested',
  'met',
  'not-applicable',
];

/** The filters that take several values. */
export const readinessFilters = ['tier', 'owner', 'system'] as const;
export type ReadinessFilter = (typeof readinessFilters)[number];

const usualPageSize = 25;

/** Everything about the page of the organisation that the address says. */
export interface ReadinessParams
  extends Place,
    Record<ReadinessFilter, readonly string[]> {
  checklist?: string;
  q: string;
  item?: string;
  state: ItemState;
  orderBy: ProgressOrder;
  order: 'asc' | 'desc';
}

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseReadinessParams(search: URLSearchParams): ReadinessParams {
  return {
    ...placeIn(search, usualPageSize),
    checklist: search.get('checklist') || undefined,
    q: textIn(search),
    ...listsIn(search, readinessFilters),
    item: search.get('item') || undefined,
    state: oneOf(itemStates, search.get('state'), 'not-met'),
    orderBy: oneOf(progressOrderings, search.get('orderBy'), 'progress'),
    order: oneOf(['asc', 'desc'], search.get('order'), 'asc'),
  };
}

/** Writes the address; what is usual is left out. */
export function formatReadinessParams(params: ReadinessParams) {
  const { search, put, putLists, putPlace } = addressWriter();
  put('checklist', params.checklist);
  put('q', params.q);
  putLists(params, readinessFilters);
  put('item', params.item);
  if (params.item) put('state', params.state, 'not-met');
  put('orderBy', params.orderBy, 'progress');
  put('order', params.order, 'asc');
  putPlace(params, usualPageSize);
  return search;
}

/** What narrows the services, as the API wants it. */
export function progressFilterOf(params: ReadinessParams): ProgressFilter {
  const filter: ProgressFilter = filledLists(params, readinessFilters);
  if (params.q.trim()) filter.q = params.q.trim();
  if (params.item) {
    filter.item = params.item;
    filter.state = params.state;
  }
  return filter;
}

/** One page of services, as the API wants it. */
export function progressQueryOf(params: ReadinessParams): ProgressQuery {
  const { orderBy, order, limit, cursor } = params;
  return {
    ...progressFilterOf(params),
    orderBy,
    order,
    limit,
    ...(cursor && { cursor }),
  };
}

/** Every filter taken away; checklist, order and page size stay. */
export function withoutReadinessFilters(
  params: ReadinessParams,
): ReadinessParams {
  return {
    ...parseReadinessParams(new URLSearchParams()),
    checklist: params.checklist,
    orderBy: params.orderBy,
    order: params.order,
    limit: params.limit,
  };
}
