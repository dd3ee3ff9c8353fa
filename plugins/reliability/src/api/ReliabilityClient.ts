import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
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
import type {
  PageQuery,
  ReliabilityApi,
  RequestOptions,
} from './ReliabilityApi';

interface Request extends RequestOptions {
  query?: object;
  body?: object;
}

/** A list is a repeated parameter; an empty one is sent empty, because it means "none" and not "any". */
function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value) && value.length === 0) search.append(name, '');
    for (const item of [value].flat()) {
      if (item !== undefined && item !== null) {
        search.append(name, String(item));
      }
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}

/** Talks to the reliability backend. @public */
export class ReliabilityClient implements ReliabilityApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  getServices(query: ListServicesQuery, options?: RequestOptions) {
    return this.#request<ListServicesResponse>('GET', '/services', {
      query,
      ...options,
    });
  }

  getService(entityRef: string, options?: RequestOptions) {
    return this.#request<ServiceResponse>(
      'GET',
      `/services/${entityPath(entityRef)}`,
      options,
    );
  }

  refreshService(entityRef: string, options?: RequestOptions) {
    return this.#request<ServiceResponse>(
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
    return this.#request<HistoryResponse>(
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
    return this.#request<ServiceResponse>(
      'PUT',
      `/services/${entityPath(entityRef)}/tier`,
      { body: request, ...options },
    );
  }

  removeTierOverride(entityRef: string, options?: RequestOptions) {
    return this.#request<ServiceResponse>(
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
    return this.#request<TierHistoryResponse>(
      'GET',
      `/services/${entityPath(entityRef)}/tier/history`,
      { query: page, ...options },
    );
  }

  getSummary(filter: ServiceFilter, options?: RequestOptions) {
    return this.#request<SummaryResponse>('GET', '/summary', {
      query: filter,
      ...options,
    });
  }

  getFacet(field: Facet, query: FacetQuery, options?: RequestOptions) {
    return this.#request<FacetResponse>('GET', `/facets/${field}`, {
      query,
      ...options,
    });
  }

  getDataProblems(page: PageQuery = {}, options?: RequestOptions) {
    return this.#request<DataProblemsResponse>('GET', '/data-problems', {
      query: page,
      ...options,
    });
  }

  getTiers(options?: RequestOptions) {
    return this.#request<TiersResponse>('GET', '/tiers', options);
  }

  getScorecards(options?: RequestOptions) {
    return this.#request<ScorecardsResponse>('GET', '/scorecards', options);
  }

  getScorecard(id: string, options?: RequestOptions) {
    return this.#request<ScorecardResponse>(
      'GET',
      `/scorecards/${encodeURIComponent(id)}`,
      options,
    );
  }

  getFactCatalogue(options?: RequestOptions) {
    return this.#request<FactCatalogueResponse>(
      'GET',
      '/facts/catalogue',
      options,
    );
  }

  async #request<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    { query = {}, body, signal }: Request = {},
  ): Promise<T> {
    const base = await this.#discoveryApi.getBaseUrl('reliability');
    const response = await this.#fetchApi.fetch(
      `${base}${path}${searchOf(query)}`,
      {
        method,
        signal,
        ...(body && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
