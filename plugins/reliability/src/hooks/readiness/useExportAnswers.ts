import { useApi } from '@backstage/core-plugin-api';
import type { ProgressFilter } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { saveTextFile } from '../../utils/textFile';
import { useAction } from '../useAction';

/** Hands the answers of all services that match to the browser as a file. */
export function useExportAnswers(checklist: string, filter: ProgressFilter) {
  const api = useApi(reliabilityApiRef);
  const key = JSON.stringify(filter);
  const save = useCallback(
    async (format: 'csv' | 'json') =>
      saveTextFile(
        `${checklist}.${format}`,
        await api.exportAnswers(checklist, { ...JSON.parse(key), format }),
        format === 'csv' ? 'text/csv' : 'application/json',
      ),
    [api, checklist, key],
  );
  return useAction(save);
}
