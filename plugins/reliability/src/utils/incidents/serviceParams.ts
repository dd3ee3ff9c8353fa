import type { ServiceIncidentsQuery } from '@plimsoll/backstage-plugin-reliability-common';
import {
  addressWriter,
  amongst,
  type Place,
  placeIn,
  textIn,
} from '../listAddress';
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
export interface ServiceIncidentParams extends Place {
  days: number;
  severity: readonly SeverityChoice[];
  status: readonly StatusChoice[];
  q: string;
  /** What the address says about the page around the list, unchanged. */
  around: readonly (readonly [string, string])[];
}

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseServiceParams(
  search: URLSearchParams,
): ServiceIncidentParams {
  return {
    ...placeIn(search, usualPageSize),
    q: textIn(search),
    days:
      periods.find(days => String(days) === search.get('days')) ?? usualPeriod,
    severity: amongst(severityChoices, search, 'severity'),
    status: amongst(statusChoices, search, 'status'),
    around: [...search].filter(([name]) => !own.includes(name)),
  };
}

/** Writes the address; what is usual is left out. */
export function formatServiceParams(
  params: ServiceIncidentParams,
): URLSearchParams {
  const { search, put, putLists, putPlace } = addressWriter(params.around);
  put('days', String(params.days), String(usualPeriod));
  putLists(params, ['severity', 'status']);
  put('q', params.q);
  putPlace(params, usualPageSize);
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
