import {
  incidentStatuses,
  type IncidentFilter,
  type IncidentStatus,
  type ListIncidentsQuery,
  type PostmortemState,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
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

/** What incidents can be narrowed to by how far they are; `active` is all that are not over. */
export const statusChoices = ['active', ...incidentStatuses] as const;
export type StatusChoice = 'active' | IncidentStatus;

/** `none` is what no level is known of. */
export const severityChoices = ['1', '2', '3', '4', '5', 'none'] as const;
export type SeverityChoice = (typeof severityChoices)[number];

/** States of the postmortem, those that need somebody first. */
export const postmortemChoices = [
  'overdue',
  'missing',
  'draft',
  'in-review',
  'published',
  'not-required',
] as const satisfies readonly PostmortemState[];

/** What the incidents can be sorted by. */
export const incidentOrderings = [
  'started',
  'severity',
  'duration',
  'updated',
] as const;
export type IncidentOrder = (typeof incidentOrderings)[number];

/** The filters that are found by searching. */
export const incidentFacets = ['tier', 'owner', 'system'] as const;
export type IncidentFacet = (typeof incidentFacets)[number];

const usualPageSize = 50;
const lists = ['status', 'severity', 'postmortem', ...incidentFacets] as const;
const own = [
  ...lists,
  'q',
  'customers',
  'tests',
  'from',
  'to',
  'orderBy',
  'order',
  'limit',
  'page',
  'cursor',
];

/** Everything about the list of incidents that the address says. */
export interface IncidentParams
  extends Place,
    Record<IncidentFacet, readonly string[]> {
  q: string;
  status: readonly StatusChoice[];
  severity: readonly SeverityChoice[];
  postmortem: readonly PostmortemState[];
  /** Only those that customers felt. */
  customers: boolean;
  /** Exercises as well. */
  tests: boolean;
  /** First and last day, in the reader's zone, as `2026-11-21`. */
  from?: string;
  to?: string;
  orderBy: IncidentOrder;
  order: 'asc' | 'desc';
  /** What the address says about the page around the list, unchanged. */
  around: readonly (readonly [string, string])[];
}

const dayOf = (text: string | null) =>
  text && /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid
    ? text
    : undefined;

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseIncidentParams(search: URLSearchParams): IncidentParams {
  return {
    ...placeIn(search, usualPageSize),
    status: amongst(statusChoices, search, 'status'),
    severity: amongst(severityChoices, search, 'severity'),
    postmortem: amongst(postmortemChoices, search, 'postmortem'),
    q: textIn(search),
    ...listsIn(search, incidentFacets),
    customers: search.get('customers') === 'true',
    tests: search.get('tests') === 'true',
    from: dayOf(search.get('from')),
    to: dayOf(search.get('to')),
    orderBy: oneOf(incidentOrderings, search.get('orderBy'), 'started'),
    order: oneOf(['asc', 'desc'], search.get('order'), 'desc'),
    around: [...search].filter(([name]) => !own.includes(name)),
  };
}

/** Writes the address; what is usual is left out. */
export function formatIncidentParams(params: IncidentParams): URLSearchParams {
  const { search, put, putLists, putPlace } = addressWriter(params.around);
  put('q', params.q);
  putLists(params, lists);
  put('customers', params.customers ? 'true' : undefined);
  put('tests', params.tests ? 'true' : undefined);
  put('from', params.from);
  put('to', params.to);
  put('orderBy', params.orderBy, 'started');
  put('order', params.order, 'desc');
  putPlace(params, usualPageSize);
  return search;
}

const listed = <T>(values: readonly T[]) =>
  values.length > 0 ? [...values] : undefined;

/** Leaves out what is not given, because an empty list would mean "none". */
const given = <T extends object>(query: T): T =>
  Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined),
  ) as T;

/** What narrows the incidents, as the API wants it. */
export function incidentFilterOf(params: IncidentParams): IncidentFilter {
  const { from, to } = params;
  return given({
    q: params.q.trim() || undefined,
    status: listed(params.status),
    severity: listed(params.severity),
    postmortem: listed(params.postmortem),
    ...filledLists(params, incidentFacets),
    customerImpact: params.customers ? 'true' : undefined,
    tests: params.tests ? 'true' : undefined,
    from: from && DateTime.fromISO(from).toUTC().toISO(),
    // The day itself is meant too.
    to: to && DateTime.fromISO(to).plus({ days: 1 }).toUTC().toISO(),
  }) as IncidentFilter;
}

/** One page of incidents, as the API wants it. */
export function incidentQueryOf(params: IncidentParams): ListIncidentsQuery {
  const { orderBy, order, limit, cursor } = params;
  return given({
    ...incidentFilterOf(params),
    orderBy,
    order,
    limit,
    cursor,
  });
}

/** Every filter taken away; order, page size and what is around stay. */
export function withoutIncidentFilters(params: IncidentParams): IncidentParams {
  const { orderBy, order, limit, around } = params;
  const none = parseIncidentParams(new URLSearchParams());
  return { ...none, orderBy, order, limit, around };
}

/** Whether anything narrows the incidents. */
export function isIncidentFiltered(params: IncidentParams): boolean {
  return Object.keys(incidentFilterOf({ ...params, tests: false })).length > 0;
}

/** What narrows the services that a filter by search is asked about. */
export function incidentServiceFilterOf(params: IncidentParams) {
  return filledLists(params, incidentFacets);
}
