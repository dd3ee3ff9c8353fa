import { useCallback, useState } from 'react';
import { useAction } from './useAction';
import { useLoad } from './useLoad';

interface PageOf<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
}

interface Later<T, P> {
  /** The first page that these follow. */
  after: P;
  items: T[];
  nextCursor?: string;
}

/** A list that grows at its end, a page at a time. `subject` is what it is about, as for `useLoad`. */
export function useMorePages<T, P extends PageOf<T>>(
  load: (cursor: string | undefined, signal?: AbortSignal) => Promise<P>,
  subject: string,
) {
  const first = useLoad(
    useCallback((signal: AbortSignal) => load(undefined, signal), [load]),
    subject,
  );
  const [later, setLater] = useState<Later<T, P>>();
  const page = first.kind === 'ready' ? first.value : undefined;
  const added = later && later.after === page ? later : undefined;
  const before = added?.items;
  const cursor = added ? added.nextCursor : page?.nextCursor;
  const loadMore = useCallback(async () => {
    if (!page || !cursor) return;
    const next = await load(cursor);
    setLater({
      after: page,
      items: [...(before ?? []), ...next.items],
      nextCursor: next.nextCursor,
    });
  }, [load, page, cursor, before]);
  const { state, run } = useAction(loadMore);
  return {
    first,
    items: [...(page?.items ?? []), ...(before ?? [])],
    hasMore: cursor !== undefined,
    loadMore: run,
    moreState: state,
  };
}
