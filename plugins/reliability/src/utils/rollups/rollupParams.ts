import type {
  RollupBy,
  ServiceFilter,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  addressWriter,
  filledLists,
  listsIn,
  oneOf,
  valuesOf,
} from '../listAddress';

/** By what services are added up. */
export const rollupBys = [
  'owner',
  'system',
  'domain',
  'tier',
] as const satisfies readonly RollupBy[];
/** The filters that take several values. */
export const rollupFilters = ['tier', 'system', 'domain'] as const;
/** How far back movers are compared. */
export const moverDays = [7, 30, 90] as const;
/** Which movers. */
export const moverDirections = ['both', 'up', 'down'] as const;
/** What is compared. */
export const comparedBys = ['owner', 'system'] as const;

/** So many groups can be told apart in a radar. */
export const MAX_RADAR = 2;

/** Everything about the teams that the address says. */
export interface RollupParams
  extends Record<(typeof rollupFilters)[number], readonly string[]> {
  scorecard?: string;
  by: RollupBy;
  /** In the radar. */
  group: readonly string[];
  compare: (typeof comparedBys)[number];
  compareTier?: string;
  compareType?: string;
  days: (typeof moverDays)[number];
  direction: (typeof moverDirections)[number];
}

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseRollupParams(search: URLSearchParams): RollupParams {
  return {
    scorecard: search.get('scorecard') || undefined,
    by: oneOf(rollupBys, search.get('by'), 'owner'),
    ...listsIn(search, rollupFilters),
    group: valuesOf(search, 'group').slice(0, MAX_RADAR),
    compare: oneOf(comparedBys, search.get('compare'), 'owner'),
    compareTier: search.get('compareTier') || undefined,
    compareType: search.get('compareType') ?? undefined,
    days: moverDays.find(each => String(each) === search.get('days')) ?? 30,
    direction: oneOf(moverDirections, search.get('direction'), 'both'),
  };
}

/** Writes the address; what is usual is left out. */
export function formatRollupParams(params: RollupParams): URLSearchParams {
  const { search, put, putLists } = addressWriter();
  put('scorecard', params.scorecard);
  put('by', params.by, 'owner');
  putLists(params, [...rollupFilters, 'group']);
  put('compare', params.compare, 'owner');
  put('compareTier', params.compareTier);
  // A service may have no type, which is a type to compare by as well.
  if (params.compareType !== undefined) {
    search.set('compareType', params.compareType);
  }
  put('days', String(params.days), '30');
  put('direction', params.direction, 'both');
  return search;
}

/** What narrows the services, as the API wants it. */
export function rollupFilterOf(params: RollupParams): ServiceFilter {
  const { scorecard } = params;
  return {
    ...(scorecard && { scorecard }),
    ...filledLists(params, rollupFilters),
  };
}
