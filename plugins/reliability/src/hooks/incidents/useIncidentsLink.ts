import { useCallback } from 'react';
import { useServiceLink } from '../useServiceLink';

/** The path of the incidents of a service. */
export function useIncidentsLink(): (entityRef: string) => string {
  const serviceLink = useServiceLink();
  return useCallback(
    entityRef => `${serviceLink(entityRef)}?view=incidents`,
    [serviceLink],
  );
}
