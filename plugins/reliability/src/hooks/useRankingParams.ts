import {
  formatRankingParams,
  parseRankingParams,
  type RankingParams,
} from '../utils/rankingParams';
import { useListAddress, type ListAddress } from './useListAddress';

/** What the address says about the ranking, and ways to change it. */
export type RankingAddress = ListAddress<RankingParams>;

const how = { parse: parseRankingParams, format: formatRankingParams };

/** The ranking's filters, order and page, as the address has them. */
export function useRankingParams(): RankingAddress {
  return useListAddress(how);
}
