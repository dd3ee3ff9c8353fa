import { useApi } from '@backstage/core-plugin-api';
import type { IncidentStatsQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import {
  formatIncidentParams,
  incidentFilterOf,
  parseIncidentParams,
  type IncidentParams,
} from '../../utils/incidents/incidentParams';
import { useLoad } from '../useLoad';

export type StatsBy = NonNullable<IncidentStatsQuery['by']>;

/** Figures over the incidents that the filters leave, whole and by group. Months are those of the reader's zone. */
export function useIncidentStats(params: IncidentParams, by: StatsBy) {
  const api = useApi(reliabilityApiRef);
  const key = formatIncidentParams({
    ...params,
    around: [],
    page: 1,
    cursor: undefined,
  }).toString();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const asked = parseIncidentParams(new URLSearchParams(key));
      const timeZone = DateTime.local().zoneName;
      const stats = await api.getIncidentStats(
        { ...incidentFilterOf(asked), by, timeZone },
        { signal },
      );
      return { stats, by };
    },
    [api, key, by],
  );
  return useLoad(load);
}
