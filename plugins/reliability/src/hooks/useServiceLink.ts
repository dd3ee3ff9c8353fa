import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';

/** The path of the Reliability tab of a service. */
export function useServiceLink(): (entityRef: string) => string {
  const entityLink = useEntityRefLink();
  return useCallback(
    entityRef => `${entityLink(entityRef)}/reliability`,
    [entityLink],
  );
}
