import { useApi } from '@backstage/core-plugin-api';
import type {
  ServiceFilter,
  SummaryResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useLoad } from './useLoad';

/**
 * `choices` are the counts that one can choose from: those of all levels, and of those that need
 * attention, whether or not one is chosen already. `view` is what the chosen filters leave.
 */
export interface Summaries {
  choices: SummaryResponse;
  view: SummaryResponse;
}

/** Counts and averages of the services in view; one request where nothing of the summary is chosen. */
export function useSummary(filter: ServiceFilter) {
  const api = useApi(reliabilityApiRef);
  const key = JSON.stringify(filter);
  return useLoad<Summaries>(
    useCallback(
      async signal => {
        const whole: ServiceFilter = JSON.parse(key);
        const { level, attention, ...others } = whole;
        const choices = api.getSummary(others, { signal });
        const view =
          level || attention ? api.getSummary(whole, { signal }) : choices;
        const [first, second] = await Promise.all([choices, view]);
        return { choices: first, view: second };
      },
      [api, key],
    ),
  );
}
