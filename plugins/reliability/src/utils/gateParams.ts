import type { ListGateDecisionsQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
import { placeIn, valuesOf } from './listAddress';

/** What a decision can be. */
export const gateVerdicts = ['allow', 'warn', 'hold'] as const;
export type GateVerdictName = (typeof gateVerdicts)[number];

const usualPageSize = 25;
const own = [
  'decision',
  'owner',
  'service',
  'overridden',
  'from',
  'to',
  'limit',
  'page',
  'cursor',
];

/** Everything about the list of decisions that the address says. */
export interface GateParams {
  decision: readonly GateVerdictName[];
  /** Entity references. */
  owner: readonly string[];
  /** Entity reference of one service; absent: all. */
  service?: string;
  /** Only those that somebody overrode. */
  overridden: boolean;
  /** Days of the reader's zone, YYYY-MM-DD, both included. */
  from?: string;
  to?: string;
  limit: number;
  /** From 1. */
  page: number;
  /** Absent on the first page. */
  cursor?: string;
  /** What the address says about the page around the list, unchanged. */
  around: readonly (readonly [string, string])[];
}

const dayOf = (text: string | null) =>
  text && DateTime.fromFormat(text, 'yyyy-LL-dd').isValid ? text : undefined;

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseGateParams(search: URLSearchParams): GateParams {
  const { limit, page, cursor } = placeIn(search, usualPageSize);
  const asked = search.getAll('decision');
  return {
    decision: gateVerdicts.filter(each => asked.includes(each)),
    owner: valuesOf(search, 'owner'),
    service: search.get('service') || undefined,
    overridden: search.get('overridden') === 'true',
    from: dayOf(search.get('from')),
    to: dayOf(search.get('to')),
    limit,
    page,
    cursor,
    around: [...search].filter(([name]) => !own.includes(name)),
  };
}

/** Writes the address; what is usual is left out. */
export function formatGateParams(params: GateParams): URLSearchParams {
  const search = new URLSearchParams(params.around.map(pair => [...pair]));
  params.decision.forEach(each => search.append('decision', each));
  params.owner.forEach(each => search.append('owner', each));
  if (params.service) search.set('service', params.service);
  if (params.overridden) search.set('overridden', 'true');
  if (params.from) search.set('from', params.from);
  if (params.to) search.set('to', params.to);
  if (params.limit !== usualPageSize) search.set('limit', `${params.limit}`);
  if (params.cursor) {
    search.set('page', String(params.page));
    search.set('cursor', params.cursor);
  }
  return search;
}

const begin = (day: string, later = 0) =>
  DateTime.fromFormat(day, 'yyyy-LL-dd')
    .plus({ days: later })
    .toUTC()
    .toISO({ suppressMilliseconds: true })!;

/** One page of decisions, as the API wants it; an empty list would mean "none" and is left out. */
export function gateQueryOf(params: GateParams): ListGateDecisionsQuery {
  const { decision, owner, service, overridden, from, to, cursor } = params;
  return {
    ...(decision.length > 0 && { decision: [...decision] }),
    ...(owner.length > 0 && { owner: [...owner] }),
    ...(service && { service }),
    ...(overridden && { overridden: 'true' }),
    ...(from && { from: begin(from) }),
    ...(to && { to: begin(to, 1) }),
    limit: params.limit,
    ...(cursor && { cursor }),
  };
}

/** Every filter taken away; page size and what is around stay. */
export const withoutGateFilters = (params: GateParams): GateParams => ({
  ...params,
  decision: [],
  owner: [],
  service: undefined,
  overridden: false,
  from: undefined,
  to: undefined,
});

/** Whether anything narrows the list. */
export const isGateFiltered = (params: GateParams): boolean =>
  params.overridden ||
  params.decision.length + params.owner.length > 0 ||
  [params.service, params.from, params.to].some(each => each !== undefined);
