import type {
  ChangeCause,
  ListScoreChangesQuery,
  ServiceFilter,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  addressWriter,
  filledLists,
  listsIn,
  oneOf,
  type Place,
  placeIn,
} from './listAddress';

/** Ranges that are offered, in days up to today. */
export const presets = [7, 30, 90] as const;
export const directions = ['all', 'down', 'up'] as const;
export const causes = ['service', 'rule', 'data'] as const;
export const changeFacets = ['owner', 'system', 'domain', 'tier'] as const;

const USUAL_DAYS = 30;
const USUAL_SIZE = 25;
const DAY_MS = 86_400_000;

/** Everything about the comparison that the address says. */
export interface ChangeParams
  extends Place,
    Record<(typeof changeFacets)[number], readonly string[]> {
  scorecard?: string;
  /** Days up to today, where no first day is given. */
  days: number;
  /** UTC days; absent where a range up to today is meant. */
  from?: string;
  to?: string;
  direction: (typeof directions)[number];
  cause?: ChangeCause;
}

const dayOf = (text: string | null) =>
  text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseChangeParams(search: URLSearchParams): ChangeParams {
  const days = presets.find(each => String(each) === search.get('days'));
  return {
    ...placeIn(search, USUAL_SIZE),
    scorecard: search.get('scorecard') || undefined,
    days: days ?? USUAL_DAYS,
    from: dayOf(search.get('from')),
    to: dayOf(search.get('to')),
    direction: oneOf(directions, search.get('direction'), 'all'),
    cause: causes.find(cause => cause === search.get('cause')),
    ...listsIn(search, changeFacets),
  };
}

/** Writes the address; what is usual is left out. */
export function formatChangeParams(params: ChangeParams): URLSearchParams {
  const { search, put, putLists, putPlace } = addressWriter();
  put('scorecard', params.scorecard);
  if (!params.from) put('days', String(params.days), String(USUAL_DAYS));
  put('from', params.from);
  put('to', params.to);
  putLists(params, changeFacets);
  put('direction', params.direction, 'all');
  put('cause', params.cause);
  putPlace(params, USUAL_SIZE);
  return search;
}

export const utcDay = (time: number): string =>
  new Date(time).toISOString().slice(0, 10);

/** The two days that are meant. */
export function daysOf(
  { days, from, to }: Pick<ChangeParams, 'days' | 'from' | 'to'>,
  now: number,
): { from: string; to: string } {
  const last = to ?? utcDay(now);
  return { from: from ?? utcDay(Date.parse(last) - days * DAY_MS), to: last };
}

/** What narrows the services, as the API wants it. */
export function changeFilterOf(params: ChangeParams): ServiceFilter {
  const { scorecard } = params;
  return {
    ...(scorecard && { scorecard }),
    ...filledLists(params, changeFacets),
  };
}

/** The whole question. */
export function changeQueryOf(
  params: ChangeParams,
  now: number,
): ListScoreChangesQuery {
  return {
    ...changeFilterOf(params),
    ...daysOf(params, now),
    direction: params.direction,
    ...(params.cause && { cause: params.cause }),
    limit: params.limit,
    ...(params.cursor && { cursor: params.cursor }),
  };
}
