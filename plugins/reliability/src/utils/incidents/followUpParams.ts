import {
  followUpStatuses,
  type FollowUpStatus,
  type ListFollowUpsQuery,
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
export interface FollowUpParams extends Place {
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
  /** What the address says about the page around the list, unchanged. */
  around: readonly (readonly [string, string])[];
}

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseFollowUpParams(search: URLSearchParams): FollowUpParams {
  const status = amongst(followUpStatuses, search, 'status');
  return {
    ...placeIn(search, usualPageSize),
    status: status.length > 0 ? status : usualStatuses,
    overdue: search.get('overdue') === 'true',
    q: textIn(search),
    ...listsIn(search, ['owner', 'assignee']),
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
  const { search, put, putLists, putPlace } = addressWriter(params.around);
  put('q', params.q);
  if (!isUsual(params.status)) putLists(params, ['status']);
  put('overdue', String(params.overdue), 'false');
  putLists(params, ['owner', 'assignee']);
  put('orderBy', params.orderBy, 'due');
  put('order', params.order, 'asc');
  putPlace(params, usualPageSize);
  return search;
}

/** One page of follow-ups, as the API wants it; an empty list would mean "none" and is left out. */
export function followUpQueryOf(params: FollowUpParams): ListFollowUpsQuery {
  const { overdue, cursor } = params;
  const q = params.q.trim();
  return {
    ...(q && { q }),
    status: [...params.status],
    ...(overdue && { overdue: 'true' }),
    ...filledLists(params, ['owner', 'assignee']),
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
