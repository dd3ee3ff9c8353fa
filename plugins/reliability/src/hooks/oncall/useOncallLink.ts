import { useCallback } from 'react';
import { useServiceLink } from '../useServiceLink';

/** The path of who is on call for a service. */
export function useOncallLink(): (entityRef: string) => string {
  const serviceLink = useServiceLink();
  return useCallback(
    entityRef => `${serviceLink(entityRef)}?view=oncall`,
    [serviceLink],
  );
}
