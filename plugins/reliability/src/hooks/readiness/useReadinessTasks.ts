import { useApi } from '@backstage/core-plugin-api';
import type {
  ListTasksResponse,
  ReadinessTask,
  TaskKind,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useMorePages } from '../useMorePages';

/** What the groups of the signed-in person owe, a page at a time; of one kind where it is given. */
export function useReadinessTasks(limit: number, kind?: TaskKind) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      api.getReadinessTasks({ limit, kind, cursor }, { signal }),
    [api, limit, kind],
  );
  return useMorePages<ReadinessTask, ListTasksResponse>(load, kind ?? '');
}
