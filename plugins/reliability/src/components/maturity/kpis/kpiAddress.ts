import type { KpisQuery } from '@plimsoll/backstage-plugin-reliability-common';
import {
  addressWriter,
  filledLists,
  listsIn,
} from '../../../utils/listAddress';

/** Lengths of a period that are offered, in days. */
export const periodDays = ['30', '90', '365'] as const;
export type PeriodDays = (typeof periodDays)[number];

/** What narrows the services. */
export const scopeFields = ['owner', 'system', 'domain', 'tier'] as const;
export type ScopeParams = Record<(typeof scopeFields)[number], string[]>;

/** What the address says about the executive page. */
export interface KpiParams extends ScopeParams {
  /** Days up to today; undefined where days are given. */
  days?: PeriodDays;
  /** UTC days. */
  from?: string;
  to?: string;
}

const DAY = 86_400_000;
const USUAL: PeriodDays = '30';

const dayIn = (search: URLSearchParams, name: string) => {
  const text = search.get(name) ?? '';
  const isDay =
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay ? text : undefined;
};

/** The part of an address that narrows services. */
export const scopeIn = (search: URLSearchParams): ScopeParams =>
  listsIn(search, scopeFields);

/** The same as the API wants it; an empty list would mean "none" and is left out. */
export const scopeQueryOf = (params: ScopeParams): Partial<ScopeParams> =>
  filledLists(params, scopeFields);

/** Whether anything narrows the services. */
export const isScoped = (params: ScopeParams): boolean =>
  scopeFields.some(field => params[field].length > 0);

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseKpiParams(search: URLSearchParams): KpiParams {
  const from = dayIn(search, 'from');
  const to = dayIn(search, 'to');
  const days = periodDays.find(each => each === search.get('days'));
  return {
    ...scopeIn(search),
    ...(from || to ? { from, to } : { days: days ?? USUAL }),
  };
}

/** Writes the address; what is usual is left out. */
export function formatKpiParams(params: KpiParams): URLSearchParams {
  const { search, put, putLists } = addressWriter();
  put('days', params.days, USUAL);
  put('from', params.from);
  put('to', params.to);
  putLists(params, scopeFields);
  return search;
}

/** What the API is asked. @param now - milliseconds since the epoch */
export function kpisQueryOf(params: KpiParams, now: number): KpisQuery {
  const { days, from, to } = params;
  const first = (count: number) =>
    new Date(now - (count - 1) * DAY).toISOString().slice(0, 10);
  return {
    ...scopeQueryOf(params),
    ...(days && days !== USUAL && { from: first(Number(days)) }),
    ...(from && { from }),
    ...(to && { to }),
  };
}
