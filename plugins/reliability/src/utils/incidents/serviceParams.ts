import type { ServiceIncidentsQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { placeIn } from '../listAddress';
import {
  severityChoices,
  statusChoices,
  type SeverityChoice,
  type StatusChoice,
} from './incidentParams';

/** How far back the tab can look, in days. */
export const periods = [30, 90, 180, 365, 730] as const;
const usualPeriod = 90;
const usualPageSize = 25;
const own = ['days', 'severity', 'status', 'q', 'limit', 'page', 'cursor'];

/** Everything about the incidents of one service that the address says. */
export interface ServiceIncidentParams {
  days: number;
  severity: readonly SeverityChoice[];
  status: readonly StatusChoice[];
  q: string;
  limit: number;
  /** From 1. */
  page: number;
  /** Absent on the first page. */
  cursor?: string;
  /** What the address says about the page around the list, unchanged. */
  around: readonly (readonly [string, string])[];
}

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseServiceParams(
  search: URLSearchParams,
): ServiceIncidentParams {
  const severities = search.getAll('severity');
  const statuses = search.getAll('status');
  return {
    ...placeIn(search, usualPageSize),
    days:
      periods.find(days => String(days) === search.get('days')) ?? usualPeriod,
    severity: severityChoices.filter(each => severities.includes(each)),
    status: statusChoices.filter(each => statuses.includes(each)),
    around: [...search].filter(([name]) => !own.includes(name)),
  };
}

/** Writes the address; what is usual is left out. */
export function formatServiceParams(
  params: ServiceIncidentParams,
): URLSearchParams {
  const search = new URLSearchParams(
    params.around.map(([name, value]) => [name, value]),
  );
  if (params.days !== usualPeriod) search.set('days', String(params.days));
  params.severity.forEach(each => search.append('severity', each));
  params.status.forEach(each => search.append('status', each));
  if (params.q) search.set('q', params.q);
  if (params.limit !== usualPageSize) search.set('limit', String(params.limit));
  if (params.cursor) {
    search.set('page', String(params.page));
    search.set('cursor', params.cursor);
  }
  return search;
}

/** What is asked of the API. */
export function serviceQueryOf(
  params: ServiceIncidentParams,
): ServiceIncidentsQuery {
  const { days, severity, status, q, limit, cursor } = params;
  return {
    days,
    limit,
    ...(severity.length > 0 && { severity: [...severity] }),
    ...(status.length > 0 && { status: [...status] }),
    ...(q.trim() && { q: q.trim() }),
    ...(cursor && { cursor }),
  };
}

/** Whether anything narrows the list. */
export function isServiceFiltered(params: ServiceIncidentParams): boolean {
  const { severity, status, q } = params;
  return severity.length + status.length > 0 || q.trim() !== '';
}
