import type { ListGateDecisionsQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
import {
  addressWriter,
  amongst,
  filledLists,
  type Place,
  placeIn,
  valuesOf,
} from './listAddress';

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
export interface GateParams extends Place {
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
  /** What the address says about the page around the list, unchanged. */
  around: readonly (readonly [string, string])[];
}

const dayOf = (text: string | null) =>
  text && DateTime.fromFormat(text, 'yyyy-LL-dd').isValid ? text : undefined;

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseGateParams(search: URLSearchParams): GateParams {
  return {
    ...placeIn(search, usualPageSize),
    decision: amongst(gateVerdicts, search, 'decision'),
    owner: valuesOf(search, 'owner'),
    service: search.get('service') || undefined,
    overridden: search.get('overridden') === 'true',
    from: dayOf(search.get('from')),
    to: dayOf(search.get('to')),
    around: [...search].filter(([name]) => !own.includes(name)),
  };
}

/** Writes the address; what is usual is left out. */
export function formatGateParams(params: GateParams): URLSearchParams {
  const { search, put, putLists, putPlace } = addressWriter(params.around);
  putLists(params, ['decision', 'owner']);
  put('service', params.service);
  put('overridden', String(params.overridden), 'false');
  put('from', params.from);
  put('to', params.to);
  putPlace(params, usualPageSize);
  return search;
}

const begin = (day: string, later = 0) =>
  DateTime.fromFormat(day, 'yyyy-LL-dd')
    .plus({ days: later })
    .toUTC()
    .toISO({ suppressMilliseconds: true })!;

/** One page of decisions, as the API wants it; an empty list would mean "none" and is left out. */
export function gateQueryOf(params: GateParams): ListGateDecisionsQuery {
  const { decision, service, overridden, from, to, cursor } = params;
  return {
    ...(decision.length > 0 && { decision: [...decision] }),
    ...filledLists(params, ['owner']),
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
