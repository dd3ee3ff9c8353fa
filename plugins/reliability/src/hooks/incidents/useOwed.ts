import { useApi } from '@backstage/core-plugin-api';
import type {
  FollowUp,
  IncidentItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';
import { usePolling } from './usePolling';

/** As many of each as are named; the rest is counted. */
export const OWED_SHOWN = 5;

/** What goes on with a service and what is owed for what is over, however long ago it began. */
export interface Owed {
  open: { items: IncidentItem[]; total: number };
  postmortems: { items: IncidentItem[]; total: number };
  followUps: { items: FollowUp[]; total: number };
}

const goesOn = ({ open }: Owed) => open.total > 0;
const of = <T>({ items, totalItems }: { items: T[]; totalItems: number }) => ({
  items,
  total: totalItems,
});

/** What goes on with a service now, and what is late; read again every 15 s while something goes on, else every minute. */
export function useOwed(entityRef: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Owed> => {
      const service = [entityRef];
      const limit = OWED_SHOWN;
      const [open, postmortems, followUps] = await Promise.all([
        api.getIncidents(
          { service, status: ['active'], orderBy: 'severity', limit },
          { signal },
        ),
        api.getIncidents(
          { service, postmortem: ['overdue'], limit },
          { signal },
        ),
        api.getFollowUps({ service, overdue: 'true', limit }, { signal }),
      ]);
      return {
        open: of(open),
        postmortems: of(postmortems),
        followUps: of(followUps),
      };
    },
    [api, entityRef],
  );
  return usePolling(useLoad(load, entityRef), goesOn, entityRef);
}
