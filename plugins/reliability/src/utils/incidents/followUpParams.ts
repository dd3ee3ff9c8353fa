import {
  followUpStatuses,
  type FollowUpStatus,
  type ListFollowUpsQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import { oneOf, placeIn, valuesOf } from '../listAddress';

/** What the follow-ups can be sorted by. */
export const followUpOrderings = ['due', 'created'] as const;
export type FollowUpOrder = (typeof followUpOrderings)[number];

const usualPageSize = 50;
/** What is listed where nothing else is asked for. */
const usualStatuses: readonly FollowUpStatus[] = ['open', 'in-progress'];
const own = [
  'q',
  'status',
  'overdue',
  'owner',
  'assignee',
  'orderBy',
  'order',
  'limit',
  'page',
  'cursor',
];

/** Everything about the list of follow-ups that the address says. */
export interface FollowUpParams {
  q: string;
  status: readonly FollowUpStatus[];
  /** Only those that are late. */
  overdue: boolean;
  /** Entity references: who has to do it, or who owns the service. */
  owner: readonly string[];
  /** Entity references: only who has to do it. */
  assignee: readonly string[];
  orderBy: FollowUpOrder;
  order: 'asc' | 'desc';
  limit: number;
  /** From 1. */
  page: number;
  /** Absent on the first page. */
  cursor?: string;
  /** What the address says about the page around the list, unchanged. */
  around: readonly (readonly [string, string])[];
}

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseFollowUpParams(search: URLSearchParams): FollowUpParams {
  const asked = search.getAll('status');
  const status = followUpStatuses.filter(each => asked.includes(each));
  return {
    ...placeIn(search, usualPageSize),
    status: status.length > 0 ? status : usualStatuses,
    overdue: search.get('overdue') === 'true',
    owner: valuesOf(search, 'owner'),
    assignee: valuesOf(search, 'assignee'),
    orderBy: oneOf(followUpOrderings, search.get('orderBy'), 'due'),
    order: oneOf(['asc', 'desc'], search.get('order'), 'asc'),
    around: [...search].filter(([name]) => !own.includes(name)),
  };
}

const isUsual = (status: readonly FollowUpStatus[]) =>
  status.length === usualStatuses.length &&
  status.every(each => usualStatuses.includes(each));

/** Writes the address; what is usual is left out. */
export function formatFollowUpParams(params: FollowUpParams): URLSearchParams {
  const search = new URLSearchParams(params.around.map(pair => [...pair]));
  const put = (name: string, value: string | undefined, usual = '') => {
    if (value && value !== usual) search.set(name, value);
  };
  put('q', params.q);
  if (!isUsual(params.status)) {
    params.status.forEach(each => search.append('status', each));
  }
  put('overdue', String(params.overdue), 'false');
  params.owner.forEach(each => search.append('owner', each));
  params.assignee.forEach(each => search.append('assignee', each));
  put('orderBy', params.orderBy, 'due');
  put('order', params.order, 'asc');
  put('limit', String(params.limit), String(usualPageSize));
  if (params.cursor) {
    put('page', String(params.page), '1');
    put('cursor', params.cursor);
  }
  return search;
}

/** One page of follow-ups, as the API wants it; an empty list would mean "none" and is left out. */
export function followUpQueryOf(params: FollowUpParams): ListFollowUpsQuery {
  const { owner, assignee, overdue, cursor } = params;
  const q = params.q.trim();
  return {
    ...(q && { q }),
    status: [...params.status],
    ...(overdue && { overdue: 'true' }),
    ...(owner.length > 0 && { owner: [...owner] }),
    ...(assignee.length > 0 && { assignee: [...assignee] }),
    orderBy: params.orderBy,
    order: params.order,
    limit: params.limit,
    ...(cursor && { cursor }),
  };
}

/** Every filter taken away; order, page size and what is around stay. */
export function withoutFollowUpFilters(params: FollowUpParams): FollowUpParams {
  return {
    ...params,
    q: '',
    status: usualStatuses,
    overdue: false,
    owner: [],
    assignee: [],
  };
}

/** Whether anything narrows the list. */
export function isFollowUpFiltered(params: FollowUpParams): boolean {
  return (
    params.q.trim() !== '' ||
    params.overdue ||
    params.owner.length + params.assignee.length > 0 ||
    !isUsual(params.status)
  );
}
