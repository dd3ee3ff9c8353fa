import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  formatRollupParams,
  parseRollupParams,
  type RollupParams,
} from '../../utils/rollups/rollupParams';

/** What the address says about the teams, and a way to change it. */
export interface RollupAddress {
  params: RollupParams;
  change: (patch: Partial<RollupParams>) => void;
}

/** What is added up, compared and shown of the teams, as the address has it. */
export function useRollupParams(): RollupAddress {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const params = useMemo(
    () => parseRollupParams(new URLSearchParams(text)),
    [text],
  );
  const change = useCallback(
    (patch: Partial<RollupParams>) =>
      setSearch(formatRollupParams({ ...params, ...patch })),
    [params, setSearch],
  );
  return { params, change };
}
