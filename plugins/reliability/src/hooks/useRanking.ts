import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import {
  formatRankingParams,
  parseRankingParams,
  queryOf,
  RankingParams,
} from '../utils/rankingParams';
import { useLoad } from './useLoad';

/** One page of the ranking. */
export function useRanking(params: RankingParams) {
  const api = useApi(reliabilityApiRef);
  const key = formatRankingParams(params).toString();
  return useLoad(
    useCallback(
      signal =>
        api.getServices(queryOf(parseRankingParams(new URLSearchParams(key))), {
          signal,
        }),
      [api, key],
    ),
  );
}
