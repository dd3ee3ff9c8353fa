import { useCallback } from 'react';
import { useServiceLink } from '../useServiceLink';

/** The path of the SLOs of a service, with one of them opened where its name is given. */
export function useSloLink(): (entityRef: string, name?: string) => string {
  const serviceLink = useServiceLink();
  return useCallback(
    (entityRef, name) => {
      const search = new URLSearchParams({ view: 'slos' });
      if (name) search.set('slo', name);
      return `${serviceLink(entityRef)}?${search}`;
    },
    [serviceLink],
  );
}
