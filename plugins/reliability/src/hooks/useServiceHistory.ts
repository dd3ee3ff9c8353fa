import { useApi } from '@backstage/core-plugin-api';
import type {
  HistoryEntry,
  HistoryResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { reliabilityApiRef } from '../api';
import { useAction } from './useAction';
import { useLoad } from './useLoad';

const PAGE = 10;

interface Older {
  /** The first page that these follow. */
  after: HistoryResponse;
  items: HistoryEntry[];
  nextCursor?: string;
}

/**
 * The history of one service on one scorecard, newest first, a page at a time. It is read again when
 * the service was assessed anew.
 */
export function useServiceHistory(
  entityRef: string,
  scorecard: string,
  assessedAt: string,
) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getHistory(entityRef, { scorecard, limit: PAGE }, { signal }),
    [api, entityRef, scorecard],
  );
  const first = useLoad(load, `${entityRef} ${scorecard}`);
  const [older, setOlder] = useState<Older>();

  const reload = first.kind === 'ready' ? first.reload : undefined;
  const seen = useRef(assessedAt);
  useEffect(() => {
    if (seen.current === assessedAt || !reload) return;
    seen.current = assessedAt;
    reload();
  }, [assessedAt, reload]);

  const page = first.kind === 'ready' ? first.value : undefined;
  const added = older && older.after === page ? older : undefined;
  const items = [...(page?.items ?? []), ...(added?.items ?? [])];
  const cursor = added ? added.nextCursor : page?.nextCursor;
  const before = added?.items;
  const loadOlder = useCallback(async () => {
    if (!page || !cursor) return;
    const next = await api.getHistory(entityRef, {
      scorecard,
      limit: PAGE,
      cursor,
    });
    setOlder({
      after: page,
      items: [...(before ?? []), ...next.items],
      nextCursor: next.nextCursor,
    });
  }, [api, entityRef, scorecard, page, cursor, before]);
  const action = useAction(loadOlder);

  return {
    first,
    items,
    hasOlder: cursor !== undefined,
    loadOlder: action.run,
    olderState: action.state,
  };
}
