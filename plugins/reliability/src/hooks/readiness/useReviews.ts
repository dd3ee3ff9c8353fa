import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef, type ChecklistPlace } from '../../api';
import { saveTextFile } from '../../utils/textFile';
import { useAction } from '../useAction';
import { useLoad } from '../useLoad';

/** The latest reviews of a checklist of a service, newest first. */
export function useReviews(place: ChecklistPlace, limit: number) {
  const api = useApi(reliabilityApiRef);
  const { entityRef, checklist } = place;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getReviews({ entityRef, checklist }, { limit }, { signal }),
    [api, entityRef, checklist, limit],
  );
  return useLoad(load, `${entityRef} ${checklist}`);
}

/** The frozen copy of what a review approved; nothing where there is no such review. */
export function useDossier(id: string | undefined) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    async (signal: AbortSignal) =>
      id === undefined ? undefined : api.getDossier(id, { signal }),
    [api, id],
  );
  return useLoad(load, id ?? '');
}

/** Hands a dossier to the browser as a file. */
export function useDownloadDossier(id: string) {
  const api = useApi(reliabilityApiRef);
  const download = useCallback(
    async (format: 'md' | 'json') =>
      saveTextFile(
        `dossier-${id}.${format}`,
        await api.downloadDossier(id, format),
        format === 'md' ? 'text/markdown' : 'application/json',
      ),
    [api, id],
  );
  return useAction(download);
}
