import { useApi } from '@backstage/core-plugin-api';
import type { ItemHistoryResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef, type ItemPlace } from '../../api';
import { useMorePages } from '../useMorePages';

const PAGE = 20;

/** Every change of an answer, newest first, a page at a time. */
export function useItemHistory(place: ItemPlace) {
  const api = useApi(reliabilityApiRef);
  const { entityRef, checklist, item } = place;
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      api.getItemHistory(
        { entityRef, checklist, item },
        { limit: PAGE, cursor },
        { signal },
      ),
    [api, entityRef, checklist, item],
  );
  return useMorePages<
    ItemHistoryResponse['items'][number],
    ItemHistoryResponse
  >(load, `${entityRef} ${checklist} ${item}`);
}
