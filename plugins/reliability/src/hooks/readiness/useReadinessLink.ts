import { useCallback } from 'react';
import { useServiceLink } from '../useServiceLink';

/** Where in a service's readiness a link leads. */
export interface ReadinessTarget {
  checklist?: string;
  item?: string;
  review?: string;
}

/** The path of the readiness of a service, at one item or review where it is given. */
export function useReadinessLink(): (
  entityRef: string,
  target?: ReadinessTarget,
) => string {
  const serviceLink = useServiceLink();
  return useCallback(
    (entityRef, target = {}) => {
      const search = new URLSearchParams({ view: 'readiness' });
      for (const [name, value] of Object.entries(target)) {
        if (value) search.set(name, value);
      }
      return `${serviceLink(entityRef)}?${search}`;
    },
    [serviceLink],
  );
}
