import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  entityPath,
  type DataProblemsResponse,
  type Facet,
  type FacetQuery,
  type FacetResponse,
  type FactCatalogueResponse,
  type HistoryQuery,
  type HistoryResponse,
  type ListServicesQuery,
  type ListServicesResponse,
  type OverrideTierRequest,
  type ScorecardResponse,
  type ScorecardsResponse,
  type ServiceFilter,
  type ServiceResponse,
  type SummaryResponse,
  type TierHistoryResponse,
  type TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { IncidentsClient } from './IncidentsClient';
import type { ReliabilityApi } from './ReliabilityApi';
import { Requests, type PageQuery, type RequestOptions } from './requests';

/** Talks to the reliability backend. @public */
export class ReliabilityClient
  extends IncidentsClient
  implements ReliabilityApi
{
  readonly #requests: Requests;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    super(options);
    this.#requests = new Requests(options);
  }

  getServices(query: ListServicesQuery, options?: RequestOptions) {
    return this.#requests.json<ListServicesResponse>('GET', '/services', {
      query,
      ...options,
    });
  }

  getService(entityRef: string, options?: RequestOptions) {
    return this.#requests.json<ServiceResponse>(
      'GET',
      `/services/${entityPath(entityRef)}`,
      options,
    );
  }

  refreshService(entityRef: string, options?: RequestOptions) {
    return this.#requests.json<ServiceResponse>(
      'POST',
      `/services/${entityPath(entityRef)}/refresh`,
      options,
    );
  }

  getHistory(
    entityRef: string,
    query: HistoryQuery = {},
    options?: RequestOptions,
  ) {
    return this.#requests.json<HistoryResponse>(
      'GET',
      `/services/${entityPath(entityRef)}/history`,
      { query, ...options },
    );
  }

  overrideTier(
    entityRef: string,
    request: OverrideTierRequest,
    options?: RequestOptions,
  ) {
    return this.#requests.json<ServiceResponse>(
      'PUT',
      `/services/${entityPath(entityRef)}/tier`,
      { body: request, ...options },
    );
  }

  removeTierOverride(entityRef: string, options?: RequestOptions) {
    return this.#requests.json<ServiceResponse>(
      'DELETE',
      `/services/${entityPath(entityRef)}/tier`,
      options,
    );
  }

  getTierHistory(
    entityRef: string,
    page: PageQuery = {},
    options?: RequestOptions,
  ) {
    return this.#requests.json<TierHistoryResponse>(
      'GET',
      `/services/${entityPath(entityRef)}/tier/history`,
      { query: page, ...options },
    );
  }

  getSummary(filter: ServiceFilter, options?: RequestOptions) {
    return this.#requests.json<SummaryResponse>('GET', '/summary', {
      query: filter,
      ...options,
    });
  }

  getFacet(field: Facet, query: FacetQuery, options?: RequestOptions) {
    return this.#requests.json<FacetResponse>('GET', `/facets/${field}`, {
      query,
      ...options,
    });
  }

  getDataProblems(page: PageQuery = {}, options?: RequestOptions) {
    return this.#requests.json<DataProblemsResponse>('GET', '/data-problems', {
      query: page,
      ...options,
    });
  }

  getTiers(options?: RequestOptions) {
    return this.#requests.json<TiersResponse>('GET', '/tiers', options);
  }

  getScorecards(options?: RequestOptions) {
    return this.#requests.json<ScorecardsResponse>(
      'GET',
      '/scorecards',
      options,
    );
  }

  getScorecard(id: string, options?: RequestOptions) {
    return this.#requests.json<ScorecardResponse>(
      'GET',
      `/scorecards/${encodeURIComponent(id)}`,
      options,
    );
  }

  getFactCatalogue(options?: RequestOptions) {
    return this.#requests.json<FactCatalogueResponse>(
      'GET',
      '/facts/catalogue',
      options,
    );
  }
}
