import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  entityPath,
  type BudgetReview,
  type CreateFollowUpRequest,
  type CreateIncidentRequest,
  type DecideLessonRequest,
  type DeleteMappingQuery,
  type FollowUp,
  type ImportIncidentsRequest,
  type ImportIncidentsResponse,
  type IncidentAccountsResponse,
  type IncidentResponse,
  type IncidentStatsQuery,
  type IncidentStatsResponse,
  type Lesson,
  type LessonPreviewQuery,
  type LessonPreviewResponse,
  type ListBudgetReviewsQuery,
  type ListBudgetReviewsResponse,
  type ListFollowUpsQuery,
  type ListFollowUpsResponse,
  type ListIncidentsQuery,
  type ListIncidentsResponse,
  type ListLessonsQuery,
  type ListLessonsResponse,
  type ListPostmortemsQuery,
  type ListPostmortemsResponse,
  type ListUnmappedQuery,
  type ListUnmappedResponse,
  type MappingResponse,
  type PatchFollowUpRequest,
  type PatchIncidentRequest,
  type PostmortemHintsRequest,
  type PostmortemHintsResponse,
  type PostmortemResponse,
  type PostmortemStatusRequest,
  type ProposeLessonRequest,
  type PutMappingRequest,
  type PutPostmortemRequest,
  type ServiceIncidentsQuery,
  type ServiceIncidentsResponse,
  type SettleBudgetReviewRequest,
  type SloLedgerQuery,
  type SloLedgerResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { IncidentsApi } from './IncidentsApi';
import { OncallClient } from './OncallClient';
import { Requests, type RequestOptions as Options } from './requests';

const below = (root: string, id: string, rest = '') =>
  `${root}/${encodeURIComponent(id)}${rest}`;

/** The part of the client that speaks of incidents, on top of that which speaks of on-call. @public */
export class IncidentsClient extends OncallClient implements IncidentsApi {
  readonly #requests: Requests;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    super(options);
    this.#requests = new Requests(options);
  }

  getIncidents(query: ListIncidentsQuery, options?: Options) {
    return this.#get<ListIncidentsResponse>('/incidents', query, options);
  }

  getIncident(id: string, options?: Options) {
    return this.#get<IncidentResponse>(below('/incidents', id), {}, options);
  }

  createIncident(body: CreateIncidentRequest, options?: Options) {
    return this.#post<IncidentResponse>('/incidents', body, options);
  }

  patchIncident(id: string, body: PatchIncidentRequest, options?: Options) {
    const path = below('/incidents', id);
    return this.#write<IncidentResponse>('PATCH', path, body, options);
  }

  importIncidents(body: ImportIncidentsRequest, options?: Options) {
    const path = '/incidents/import';
    return this.#post<ImportIncidentsResponse>(path, body, options);
  }

  getIncidentStats(query: IncidentStatsQuery, options?: Options) {
    return this.#get<IncidentStatsResponse>('/incidents/stats', query, options);
  }

  getServiceIncidents(
    entityRef: string,
    query: ServiceIncidentsQuery = {},
    options?: Options,
  ) {
    const path = `/services/${entityPath(entityRef)}/incidents`;
    return this.#get<ServiceIncidentsResponse>(path, query, options);
  }

  getIncidentAccounts(options?: Options) {
    const path = '/incidents/accounts';
    return this.#get<IncidentAccountsResponse>(path, {}, options);
  }

  getWebhookUrl(path: string) {
    return this.#requests.url(path.replace(/^\/api\/reliability/, ''));
  }

  getUnmapped(query: ListUnmappedQuery = {}, options?: Options) {
    const path = '/incidents/unmapped';
    return this.#get<ListUnmappedResponse>(path, query, options);
  }

  putMapping(body: PutMappingRequest, options?: Options) {
    const path = '/incidents/mappings';
    return this.#write<MappingResponse>('PUT', path, body, options);
  }

  deleteMapping(query: DeleteMappingQuery, options?: Options) {
    return this.#requests.json<MappingResponse>(
      'DELETE',
      '/incidents/mappings',
      { query, ...options },
    );
  }

  getPostmortem(id: string, options?: Options) {
    const path = below('/incidents', id, '/postmortem');
    return this.#get<PostmortemResponse>(path, {}, options);
  }

  putPostmortem(id: string, body: PutPostmortemRequest, options?: Options) {
    const path = below('/incidents', id, '/postmortem');
    return this.#write<PostmortemResponse>('PUT', path, body, options);
  }

  setPostmortemStatus(
    id: string,
    body: PostmortemStatusRequest,
    options?: Options,
  ) {
    const path = below('/incidents', id, '/postmortem/status');
    return this.#post<PostmortemResponse>(path, body, options);
  }

  checkPostmortemWording(body: PostmortemHintsRequest, options?: Options) {
    const path = '/postmortems/hints';
    return this.#post<PostmortemHintsResponse>(path, body, options);
  }

  getPostmortems(query: ListPostmortemsQuery, options?: Options) {
    return this.#get<ListPostmortemsResponse>('/postmortems', query, options);
  }

  getFollowUps(query: ListFollowUpsQuery, options?: Options) {
    return this.#get<ListFollowUpsResponse>('/follow-ups', query, options);
  }

  createFollowUp(
    incidentId: string,
    body: CreateFollowUpRequest,
    options?: Options,
  ) {
    const path = below('/incidents', incidentId, '/follow-ups');
    return this.#post<FollowUp>(path, body, options);
  }

  patchFollowUp(id: string, body: PatchFollowUpRequest, options?: Options) {
    const path = below('/follow-ups', id);
    return this.#write<FollowUp>('PATCH', path, body, options);
  }

  previewLesson(id: string, query: LessonPreviewQuery = {}, options?: Options) {
    const path = below('/follow-ups', id, '/lesson');
    return this.#get<LessonPreviewResponse>(path, query, options);
  }

  proposeLesson(id: string, body: ProposeLessonRequest, options?: Options) {
    const path = below('/follow-ups', id, '/lesson');
    return this.#post<Lesson>(path, body, options);
  }

  getLessons(query: ListLessonsQuery, options?: Options) {
    return this.#get<ListLessonsResponse>('/lessons', query, options);
  }

  decideLesson(id: string, body: DecideLessonRequest, options?: Options) {
    const path = below('/lessons', id, '/decision');
    return this.#post<Lesson>(path, body, options);
  }

  getSloLedger(id: string, query: SloLedgerQuery = {}, options?: Options) {
    const path = below('/slos', id, '/ledger');
    return this.#get<SloLedgerResponse>(path, query, options);
  }

  getBudgetReviews(query: ListBudgetReviewsQuery, options?: Options) {
    const path = '/budget-reviews';
    return this.#get<ListBudgetReviewsResponse>(path, query, options);
  }

  settleBudgetReview(
    id: string,
    body: SettleBudgetReviewRequest,
    options?: Options,
  ) {
    const path = below('/budget-reviews', id);
    return this.#post<BudgetReview>(path, body, options);
  }

  #get<T>(path: string, query: object, options?: Options) {
    return this.#requests.json<T>('GET', path, { query, ...options });
  }

  #post<T>(path: string, body: object, options?: Options) {
    return this.#write<T>('POST', path, body, options);
  }

  #write<T>(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: object,
    options?: Options,
  ) {
    return this.#requests.json<T>(method, path, { body, ...options });
  }
}
