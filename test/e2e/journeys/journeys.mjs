import { pageJourneys } from './pages.mjs';
import { readinessJourneys } from './readiness.mjs';
import { rankingJourneys } from './ranking.mjs';
import { serviceJourneys } from './service.mjs';

/** Everything, in both frontends; a change that one journey makes, a later one may find. */
export const journeys = (untiered, unready) => ({
  ...rankingJourneys,
  ...serviceJourneys(untiered),
  ...pageJourneys,
  ...readinessJourneys(unready),
});
