import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  entityPath,
  routes,
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
  type RouteContract,
  type RouteInput,
  type RouteName,
  type RouteOutput,
  type ServiceFilter,
  type ServiceResponse,
  type SummaryResponse,
  type TierHistoryResponse,
  type TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { IncidentsClient } from './IncidentsClient';
import type { ReliabilityApi } from './ReliabilityApi';
import { Requests, type PageQuery, type RequestOptions } from './requests';

/** The path of a route, each part encoded. */
function filled(path: string, input: Record<string, unknown>): string {
  const ready =
    typeof input.entityRef === 'string'
      ? path.replace(':kind/:namespace/:name', entityPath(input.entityRef))
      : path;
  return ready.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent(String(input[name])),
  );
}

/** What a call of a route is as a request. */
function requestOf<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name>,
) {
  const route: RouteContract = routes[name];
  const given = input as Record<string, unknown>;
  return {
    method: route.method.toUpperCase() as 'GET',
    path: filled(route.path, given),
    request: {
      query: given.query as object | undefined,
      body: given.body as object | undefined,
    },
  };
}

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

  call<Name extends RouteName>(
    name: Name,
    input: RouteInput<Name>,
    options?: RequestOptions,
  ): Promise<RouteOutput<Name>> {
    const { method, path, request } = requestOf(name, input);
    return this.#requests.json(method, path, { ...request, ...options });
  }

  callText<Name extends RouteName>(
    name: Name,
    input: RouteInput<Name>,
    format: 'csv' | 'md' | 'html',
    options?: RequestOptions,
  ): Promise<string> {
    const { method, path, request } = requestOf(name, input);
    const query = { ...request.query, format };
    return this.#requests.text(method, path, { ...request, query, ...options });
  }

  getServices(
    query: ListServicesQuery,
    options?: RequestOptions,
  ): Promise<ListServicesResponse> {
    return this.#requests.json('GET', '/services', {
      query,
      ...options,
    });
  }

  getService(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceResponse> {
    return this.#requests.json(
      'GET',
      `/services/${entityPath(entityRef)}`,
      options,
    );
  }

  refreshService(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceResponse> {
    return this.#requests.json(
      'POST',
      `/services/${entityPath(entityRef)}/refresh`,
      options,
    );
  }

  getHistory(
    entityRef: string,
    query: HistoryQuery = {},
    options?: RequestOptions,
  ): Promise<HistoryResponse> {
    return this.#requests.json(
      'GET',
      `/services/${entityPath(entityRef)}/history`,
      { query, ...options },
    );
  }

  overrideTier(
    entityRef: string,
    request: OverrideTierRequest,
    options?: RequestOptions,
  ): Promise<ServiceResponse> {
    return this.#requests.json(
      'PUT',
      `/services/${entityPath(entityRef)}/tier`,
      { body: request, ...options },
    );
  }

  removeTierOverride(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceResponse> {
    return this.#requests.json(
      'DELETE',
      `/services/${entityPath(entityRef)}/tier`,
      options,
    );
  }

  getTierHistory(
    entityRef: string,
    page: PageQuery = {},
    options?: RequestOptions,
  ): Promise<TierHistoryResponse> {
    return this.#requests.json(
      'GET',
      `/services/${entityPath(entityRef)}/tier/history`,
      { query: page, ...options },
    );
  }

  getSummary(
    filter: ServiceFilter,
    options?: RequestOptions,
  ): Promise<SummaryResponse> {
    return this.#requests.json('GET', '/summary', {
      query: filter,
      ...options,
    });
  }

  getFacet(
    field: Facet,
    query: FacetQuery,
    options?: RequestOptions,
  ): Promise<FacetResponse> {
    return this.#requests.json('GET', `/facets/${field}`, {
      query,
      ...options,
    });
  }

  getDataProblems(
    page: PageQuery = {},
    options?: RequestOptions,
  ): Promise<DataProblemsResponse> {
    return this.#requests.json('GET', '/data-problems', {
      query: page,
      ...options,
    });
  }

  getTiers(options?: RequestOptions): Promise<TiersResponse> {
    return this.#requests.json('GET', '/tiers', options);
  }

  getScorecards(options?: RequestOptions): Promise<ScorecardsResponse> {
    return this.#requests.json('GET', '/scorecards', options);
  }

  getScorecard(
    id: string,
    options?: RequestOptions,
  ): Promise<ScorecardResponse> {
    return this.#requests.json(
      'GET',
      `/scorecards/${encodeURIComponent(id)}`,
      options,
    );
  }

  getFactCatalogue(options?: RequestOptions): Promise<FactCatalogueResponse> {
    return this.#requests.json('GET', '/facts/catalogue', options);
  }
}
