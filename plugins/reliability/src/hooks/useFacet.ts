import { useApi } from '@backstage/core-plugin-api';
import type {
  Facet,
  ServiceFilter,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useLoad } from './useLoad';

/** As many values as fit a list that people read; the rest is found by searching. */
export const FACET_LIMIT = 50;

/**
 * The values that one filter can take beside the others, with counts. What is chosen in this filter
 * already is left out of the question, or choosing one value would take the others away.
 */
export function useFacet(field: Facet, filter: ServiceFilter, match: string) {
  const api = useApi(reliabilityApiRef);
  const { [field]: _own, ...others } = filter;
  const key = JSON.stringify(others);
  return useLoad(
    useCallback(
      signal =>
        api.getFacet(
          field,
          {
            ...JSON.parse(key),
            limit: FACET_LIMIT,
            ...(match && { match }),
          },
          { signal },
        ),
      [api, field, key, match],
    ),
  );
}
