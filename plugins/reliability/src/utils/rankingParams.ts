import type {
  ListServicesQuery,
  Outcome,
  ServiceFilter,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  addressWriter,
  filledLists,
  listsIn,
  oneOf,
  type Place,
  placeIn,
  textIn,
} from './listAddress';

/** What the ranking can be sorted by. */
export const orderings = [
  'rank',
  'score',
  'coverage',
  'title',
  'tier',
  'owner',
  'trend',
] as const;
export type OrderBy = (typeof orderings)[number];

const usualPageSize = 50;

export const outcomes: readonly Outcome[] = [
  'fail',
  'unknown',
  'pass',
  'not-applicable',
  'exempt',
];

/** The filters that take several values, in the order in which they are offered. */
export const listFilters = [
  'tier',
  'owner',
  'system',
  'domain',
  'level',
] as const;
export type ListFilter = (typeof listFilters)[number];

/** Everything about the ranking that the address says. */
export interface RankingParams
  extends Place,
    Record<ListFilter, readonly string[]> {
  scorecard?: string;
  q: string;
  check?: string;
  outcome: Outcome;
  attention: boolean;
  orderBy: OrderBy;
  order: 'asc' | 'desc';
}

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseRankingParams(search: URLSearchParams): RankingParams {
  return {
    ...placeIn(search, usualPageSize),
    scorecard: search.get('scorecard') || undefined,
    q: textIn(search),
    ...listsIn(search, listFilters),
    check: search.get('check') || undefined,
    outcome: oneOf(outcomes, search.get('outcome'), 'fail'),
    attention: search.get('attention') === 'true',
    orderBy: oneOf(orderings, search.get('orderBy'), 'rank'),
    order: oneOf(['asc', 'desc'], search.get('order'), 'asc'),
  };
}

/** Writes the address; what is usual is left out. */
export function formatRankingParams(params: RankingParams): URLSearchParams {
  const { search, put, putLists, putPlace } = addressWriter();
  put('scorecard', params.scorecard);
  put('q', params.q);
  putLists(params, listFilters);
  put('check', params.check);
  if (params.check) put('outcome', params.outcome, 'fail');
  put('attention', params.attention ? 'true' : undefined);
  put('orderBy', params.orderBy, 'rank');
  put('order', params.order, 'asc');
  putPlace(params, usualPageSize);
  return search;
}

/** What narrows the services, as the API wants it. */
export function filterOf(params: RankingParams): ServiceFilter {
  const filter: ServiceFilter = filledLists(params, listFilters);
  if (params.scorecard) filter.scorecard = params.scorecard;
  if (params.q.trim()) filter.q = params.q.trim();
  if (params.check) {
    filter.check = params.check;
    filter.outcome = params.outcome;
  }
  if (params.attention) filter.attention = 'true';
  return filter;
}

/** One page of the ranking, as the API wants it. */
export function queryOf(params: RankingParams): ListServicesQuery {
  const { orderBy, order, limit, cursor } = params;
  return {
    ...filterOf(params),
    orderBy,
    order,
    limit,
    ...(cursor && { cursor }),
  };
}

/** Every filter taken away; scorecard, order and page size stay. */
export function withoutFilters(params: RankingParams): RankingParams {
  return {
    ...parseRankingParams(new URLSearchParams()),
    scorecard: params.scorecard,
    orderBy: params.orderBy,
    order: params.order,
    limit: params.limit,
  };
}

/** Whether anything narrows the services. */
export function isFiltered(params: RankingParams): boolean {
  const { scorecard, ...filter } = filterOf(params);
  return Object.keys(filter).length > 0;
}
