import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

/** Cursors of the pages from the second on, kept with the entry in the browser's history. */
interface PageState {
  cursors?: string[];
}

interface Paged {
  page: number;
  cursor?: string;
}

/** What the address says about a list, and ways to change it. */
export interface ListAddress<P> {
  params: P;
  /** Whatever changes, its first page is shown. */
  change: (patch: Partial<P>, options?: { replace?: boolean }) => void;
  next: (cursor: string) => void;
  previous: () => void;
  /** Whether the page before this one is known; otherwise `previous` leads to the first. */
  knowsWayBack: boolean;
}

/** How the parameters of a list are read from an address and written to it. */
export interface ListFormat<P> {
  parse: (search: URLSearchParams) => P;
  format: (params: P) => URLSearchParams;
}

/**
 * The address is the only place where a list's filters, order and page are kept, so that a link can be
 * shared and Back works. The way back to earlier pages is too long for an address; it stays in the
 * browser's history, and whoever opens a shared link to a later page goes back to the first one.
 */
export function useListAddress<P extends Paged>(
  how: ListFormat<P>,
): ListAddress<P> {
  const { parse, format } = how;
  const [search, setSearch] = useSearchParams();
  const state = useLocation().state as PageState | null;
  const text = search.toString();
  const params = useMemo(() => parse(new URLSearchParams(text)), [parse, text]);
  const cursors = state?.cursors ?? [];
  const knowsWayBack = cursors.length === params.page - 1;

  const change = useCallback(
    (patch: Partial<P>, options?: { replace?: boolean }) =>
      setSearch(
        format({ ...params, ...patch, page: 1, cursor: undefined }),
        options,
      ),
    [format, params, setSearch],
  );

  const goTo = (page: number, cursor: string | undefined, way: string[]) =>
    setSearch(format({ ...params, page, cursor }), {
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
