import { NotFoundError } from '@backstage/errors';
import {
  facetSchema,
  routes,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../http/endpoint';
import { FactsService } from './FactsService';
import { MaturityService } from './MaturityService';
import { RankingService } from './RankingService';
import { StandardsService } from './StandardsService';

export interface MaturityServices {
  readonly maturity: MaturityService;
  readonly ranking: RankingService;
  readonly facts: FactsService;
  readonly standards: StandardsService;
}

function facetOf(field: string) {
  const facet = facetSchema.safeParse(field);
  if (facet.success) return facet.data;
  throw new NotFoundError(
    `There is no facet "${field}", only ${facetSchema.options.join(', ')}`,
  );
}

/** Ranking, services, history, facts and scorecards. */
export function addMaturityRoutes(on: Endpoint, services: MaturityServices) {
  const { maturity, ranking, facts, standards } = services;

  on(routes.listServices, ({ query, credentials }) =>
    ranking.list(query, credentials),
  );
  on(routes.getSummary, ({ query, credentials }) =>
    ranking.summary(query, credentials),
  );
  on(routes.getFacet, ({ params, query, credentials }) =>
    ranking.facet(facetOf(params.field), query, credentials),
  );
  on(routes.listDataProblems, ({ query, credentials }) =>
    ranking.dataProblems(query, credentials),
  );
  on(routes.getService, ({ entityRef, credentials }) =>
    maturity.get(entityRef, credentials),
  );
  on(routes.refreshService, ({ entityRef, credentials }) =>
    maturity.refresh(entityRef, credentials),
  );
  on(routes.getServiceHistory, ({ entityRef, query, credentials }) =>
    maturity.history(entityRef, query, credentials),
  );
  on(routes.pushFacts, ({ body, credentials }) =>
    facts.push(body, credentials),
  );
  on(routes.getFactCatalogue, () => standards.facts());
  on(routes.listScorecards, () => standards.scorecards());
  on(routes.getScorecard, ({ params }) => standards.scorecard(params.id));
}
