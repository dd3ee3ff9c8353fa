import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { saveTextFile } from '../../utils/textFile';
import { useAction } from '../useAction';
import { useLoad } from '../useLoad';

/** The calendar of a service: where it is, and a way to save it as a file. */
export function useOncallCalendar(entityRef: string, fileName: string) {
  const api = useApi(reliabilityApiRef);
  const address = useLoad(
    useCallback(() => api.getOncallCalendarUrl(entityRef), [api, entityRef]),
    entityRef,
  );
  const save = useAction(
    useCallback(async () => {
      const text = await api.getOncallCalendar(entityRef);
      saveTextFile(fileName, text, 'text/calendar');
    }, [api, entityRef, fileName]),
  );
  return { address, save };
}
