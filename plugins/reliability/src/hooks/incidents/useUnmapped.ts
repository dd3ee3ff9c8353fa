import { useApi } from '@backstage/core-plugin-api';
import type {
  ListUnmappedResponse,
  MappingResponse,
  UnmappedSubject,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useAction } from '../useAction';
import { useMorePages } from '../useMorePages';

/** What incidents are about that is no service yet, a page at a time; of one account where it is given. */
export function useUnmapped(account: string | undefined) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      api.getUnmapped(
        { ...(account && { account }), ...(cursor && { cursor }) },
        { signal },
      ),
    [api, account],
  );
  return useMorePages<UnmappedSubject, ListUnmappedResponse>(
    load,
    account ?? '',
  );
}

type Subject = Pick<UnmappedSubject, 'account' | 'kind' | 'id'>;

/** Says which services something at a provider is; none: it is not asked for again. */
export function useMapSubject(
  subject: Subject,
  onWritten: (reply: MappingResponse) => void,
) {
  const api = useApi(reliabilityApiRef);
  const { account, kind, id } = subject;
  const map = useCallback(
    (entityRefs: string[]) => api.putMapping({ account, kind, id, entityRefs }),
    [api, account, kind, id],
  );
  return useAction(map, onWritten);
}

/** Takes a mapping back, or asks again for what was ignored. */
export function useUnmapSubject(
  subject: Subject,
  onWritten: (reply: MappingResponse) => void,
) {
  const api = useApi(reliabilityApiRef);
  const { account, kind, id } = subject;
  const unmap = useCallback(
    () => api.deleteMapping({ account, kind, id }),
    [api, account, kind, id],
  );
  return useAction(unmap, onWritten);
}
