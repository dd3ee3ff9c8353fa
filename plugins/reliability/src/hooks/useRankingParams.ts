import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import {
  formatRankingParams,
  parseRankingParams,
  RankingParams,
} from '../utils/rankingParams';

/** Cursors of the pages from the second on, kept with the entry in the browser's history. */
interface PageState {
  cursors?: string[];
}

/** What the address says about the ranking, and ways to change it. */
export interface RankingAddress {
  params: RankingParams;
  /** Whatever changes, its first page is shown. */
  change: (
    patch: Partial<RankingParams>,
    options?: { replace?: boolean },
  ) => void;
  next: (cursor: string) => void;
  previous: () => void;
  /** Whether the page before this one is known; otherwise `previous` leads to the first. */
  knowsWayBack: boolean;
}

/**
 * The address is the only place where the ranking's filters, order and page are kept, so that a link can
 * be shared and Back works. The way back to earlier pages is too long for an address; it stays in the
 * browser's history, and whoever opens a shared link to a later page goes back to the first one.
 */
export function useRankingParams(): RankingAddress {
  const [search, setSearch] = useSearchParams();
  const state = useLocation().state as PageState | null;
  const text = search.toString();
  const params = useMemo(
    () => parseRankingParams(new URLSearchParams(text)),
    [text],
  );
  const cursors = state?.cursors ?? [];
  const knowsWayBack = cursors.length === params.page - 1;

  const change = useCallback(
    (patch: Partial<RankingParams>, options?: { replace?: boolean }) =>
      setSearch(
        formatRankingParams({
          ...params,
          ...patch,
          page: 1,
          cursor: undefined,
        }),
        options,
      ),
    [params, setSearch],
  );

  const goTo = (page: number, cursor: string | undefined, way: string[]) =>
    setSearch(formatRankingParams({ ...params, page, cursor }), {
      state: { cursors: way } satisfies PageState,
    });

  return {
    params,
    change,
    knowsWayBack,
    next: (cursor: string) =>
      goTo(params.page + 1, cursor, [...(knowsWayBack ? cursors : []), cursor]),
    previous: () =>
      knowsWayBack && params.page > 2
        ? goTo(params.page - 1, cursors[params.page - 3], cursors.slice(0, -1))
        : goTo(1, undefined, []),
  };
}
