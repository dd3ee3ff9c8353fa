import { createApiRef } from '@backstage/core-plugin-api';
import type {
  DataProblemsResponse,
  Facet,
  FacetQuery,
  FacetResponse,
  FactCatalogueResponse,
  HistoryQuery,
  HistoryResponse,
  ListServicesQuery,
  ListServicesResponse,
  OverrideTierRequest,
  ScorecardResponse,
  ScorecardsResponse,
  RouteInput,
  RouteName,
  RouteOutput,
  ServiceFilter,
  ServiceResponse,
  SummaryResponse,
  TierHistoryResponse,
  TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { IncidentsApi } from './IncidentsApi';
import type { OncallApi } from './OncallApi';
import type { ReadinessApi } from './ReadinessApi';
import type { PageQuery, RequestOptions } from './requests';
import type { SloApi } from './SloApi';

/**
 * What the frontend asks of the reliability backend. Entity references are full ones
 * (`kind:namespace/name`). Every failure is a `ResponseError`: 404 where the entity is not a service or
 * may not be seen, 403 where an action is not permitted.
 *
 * @public
 */
export interface ReliabilityApi
  extends ReadinessApi,
    SloApi,
    OncallApi,
    IncidentsApi {
  /**
   * Any route of the backend by its name in `routes`: what fills its path (`entityRef` for a service), its `query`
   * and its `body` as the contract types them.
   */
  call<Name extends RouteName>(
    route: Name,
    input: RouteInput<Name>,
    options?: RequestOptions,
  ): Promise<RouteOutput<Name>>;
  /**
   * The same as a text: every list as `csv`, and whatever else a route offers. A list is whole then, without pages.
   */
  callText<Name extends RouteName>(
    route: Name,
    input: RouteInput<Name>,
    format: 'csv' | 'md' | 'html',
    options?: RequestOptions,
  ): Promise<string>;
  /** One page of the ranking. */
  getServices(
    query: ListServicesQuery,
    options?: RequestOptions,
  ): Promise<ListServicesResponse>;
  /** Everything about one service. */
  getService(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceResponse>;
  /** Reads the service and its sources again and assesses it. */
  refreshService(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceResponse>;
  /** The steps of a service's level and score, newest first, and a value for each day. */
  getHistory(
    entityRef: string,
    query?: HistoryQuery,
    options?: RequestOptions,
  ): Promise<HistoryResponse>;
  /** Sets the tier by hand. */
  overrideTier(
    entityRef: string,
    request: OverrideTierRequest,
    options?: RequestOptions,
  ): Promise<ServiceResponse>;
  /** Takes the tier set by hand back. */
  removeTierOverride(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceResponse>;
  /** Who set the tier by hand, when and why. */
  getTierHistory(
    entityRef: string,
    page?: PageQuery,
    options?: RequestOptions,
  ): Promise<TierHistoryResponse>;
  /** Counts and averages over the services that the filter leaves. */
  getSummary(
    filter: ServiceFilter,
    options?: RequestOptions,
  ): Promise<SummaryResponse>;
  /** The values that a filter can take, with counts. */
  getFacet(
    field: Facet,
    query: FacetQuery,
    options?: RequestOptions,
  ): Promise<FacetResponse>;
  /** What the catalog says about services that could not be used. */
  getDataProblems(
    page?: PageQuery,
    options?: RequestOptions,
  ): Promise<DataProblemsResponse>;
  /** The tiers in force. */
  getTiers(options?: RequestOptions): Promise<TiersResponse>;
  /** The scorecards in force, in brief. */
  getScorecards(options?: RequestOptions): Promise<ScorecardsResponse>;
  /** The full definition of one scorecard. */
  getScorecard(
    id: string,
    options?: RequestOptions,
  ): Promise<ScorecardResponse>;
  /** Every fact that a check may use. */
  getFactCatalogue(options?: RequestOptions): Promise<FactCatalogueResponse>;
}

/** @public */
export const reliabilityApiRef = createApiRef<ReliabilityApi>({
  id: 'plugin.reliability.service',
});
