import type { HeatmapQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { oneOf } from '../listAddress';
import {
  formatRankingParams,
  parseRankingParams,
  queryOf,
  type RankingParams,
} from '../rankingParams';

/** What the columns of the map can be. */
export const heatColumnKinds = ['dimensions', 'checks'] as const;
/** In which order columns stand. */
export const heatColumnOrders = ['asIs', 'worst'] as const;

/** Everything about the map that the address says. */
export interface HeatmapParams extends RankingParams {
  columns: (typeof heatColumnKinds)[number];
  sort: (typeof heatColumnOrders)[number];
}

/** Reads an address that anybody may have written; without an order the worst comes first. */
export function parseHeatmapParams(search: URLSearchParams): HeatmapParams {
  return {
    ...parseRankingParams(search),
    order: oneOf(['desc', 'asc'], search.get('order'), 'desc'),
    columns: oneOf(heatColumnKinds, search.get('columns'), 'dimensions'),
    sort: oneOf(heatColumnOrders, search.get('sort'), 'asIs'),
  };
}

/** Writes the address; what is usual is left out. */
export function formatHeatmapParams(params: HeatmapParams): URLSearchParams {
  const search = formatRankingParams(params);
  search.delete('order');
  if (params.order === 'asc') search.set('order', 'asc');
  if (params.columns !== 'dimensions') search.set('columns', params.columns);
  if (params.sort !== 'asIs') search.set('sort', params.sort);
  return search;
}

/** One page of the map, as the API wants it. */
export const heatmapQueryOf = (params: HeatmapParams): HeatmapQuery => ({
  ...queryOf(params),
  columns: params.columns,
});
