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

  getIncidents(
    query: ListIncidentsQuery,
    options?: Options,
  ): Promise<ListIncidentsResponse> {
    return this.#get('/incidents', query, options);
  }

  getIncident(id: string, options?: Options): Promise<IncidentResponse> {
    return this.#get(below('/incidents', id), {}, options);
  }

  createIncident(
    body: CreateIncidentRequest,
    options?: Options,
  ): Promise<IncidentResponse> {
    return this.#post('/incidents', body, options);
  }

  patchIncident(
    id: string,
    body: PatchIncidentRequest,
    options?: Options,
  ): Promise<IncidentResponse> {
    const path = below('/incidents', id);
    return this.#write('PATCH', path, body, options);
  }

  importIncidents(
    body: ImportIncidentsRequest,
    options?: Options,
  ): Promise<ImportIncidentsResponse> {
    const path = '/incidents/import';
    return this.#post(path, body, options);
  }

  getIncidentStats(
    query: IncidentStatsQuery,
    options?: Options,
  ): Promise<IncidentStatsResponse> {
    return this.#get('/incidents/stats', query, options);
  }

  getServiceIncidents(
    entityRef: string,
    query: ServiceIncidentsQuery = {},
    options?: Options,
  ): Promise<ServiceIncidentsResponse> {
    const path = `/services/${entityPath(entityRef)}/incidents`;
    return this.#get(path, query, options);
  }

  getIncidentAccounts(options?: Options): Promise<IncidentAccountsResponse> {
    const path = '/incidents/accounts';
    return this.#get(path, {}, options);
  }

  getWebhookUrl(path: string): Promise<string> {
    return this.#requests.url(path.replace(/^\/api\/reliability/, ''));
  }

  getUnmapped(
    query: ListUnmappedQuery = {},
    options?: Options,
  ): Promise<ListUnmappedResponse> {
    const path = '/incidents/unmapped';
    return this.#get(path, query, options);
  }

  putMapping(
    body: PutMappingRequest,
    options?: Options,
  ): Promise<MappingResponse> {
    const path = '/incidents/mappings';
    return this.#write('PUT', path, body, options);
  }

  deleteMapping(
    query: DeleteMappingQuery,
    options?: Options,
  ): Promise<MappingResponse> {
    return this.#requests.json('DELETE', '/incidents/mappings', {
      query,
      ...options,
    });
  }

  getPostmortem(id: string, options?: Options): Promise<PostmortemResponse> {
    const path = below('/incidents', id, '/postmortem');
    return this.#get(path, {}, options);
  }

  putPostmortem(
    id: string,
    body: PutPostmortemRequest,
    options?: Options,
  ): Promise<PostmortemResponse> {
    const path = below('/incidents', id, '/postmortem');
    return this.#write('PUT', path, body, options);
  }

  setPostmortemStatus(
    id: string,
    body: PostmortemStatusRequest,
    options?: Options,
  ): Promise<PostmortemResponse> {
    const path = below('/incidents', id, '/postmortem/status');
    return this.#post(path, body, options);
  }

  checkPostmortemWording(
    body: PostmortemHintsRequest,
    options?: Options,
  ): Promise<PostmortemHintsResponse> {
    const path = '/postmortems/hints';
    return this.#post(path, body, options);
  }

  getPostmortems(
    query: ListPostmortemsQuery,
    options?: Options,
  ): Promise<ListPostmortemsResponse> {
    return this.#get('/postmortems', query, options);
  }

  getFollowUps(
    query: ListFollowUpsQuery,
    options?: Options,
  ): Promise<ListFollowUpsResponse> {
    return this.#get('/follow-ups', query, options);
  }

  createFollowUp(
    incidentId: string,
    body: CreateFollowUpRequest,
    options?: Options,
  ): Promise<FollowUp> {
    const path = below('/incidents', incidentId, '/follow-ups');
    return this.#post(path, body, options);
  }

  patchFollowUp(
    id: string,
    body: PatchFollowUpRequest,
    options?: Options,
  ): Promise<FollowUp> {
    const path = below('/follow-ups', id);
    return this.#write('PATCH', path, body, options);
  }

  previewLesson(
    id: string,
    query: LessonPreviewQuery = {},
    options?: Options,
  ): Promise<LessonPreviewResponse> {
    const path = below('/follow-ups', id, '/lesson');
    return this.#get(path, query, options);
  }

  proposeLesson(
    id: string,
    body: ProposeLessonRequest,
    options?: Options,
  ): Promise<Lesson> {
    const path = below('/follow-ups', id, '/lesson');
    return this.#post(path, body, options);
  }

  getLessons(
    query: ListLessonsQuery,
    options?: Options,
  ): Promise<ListLessonsResponse> {
    return this.#get('/lessons', query, options);
  }

  decideLesson(
    id: string,
    body: DecideLessonRequest,
    options?: Options,
  ): Promise<Lesson> {
    const path = below('/lessons', id, '/decision');
    return this.#post(path, body, options);
  }

  getSloLedger(
    id: string,
    query: SloLedgerQuery = {},
    options?: Options,
  ): Promise<SloLedgerResponse> {
    const path = below('/slos', id, '/ledger');
    return this.#get(path, query, options);
  }

  getBudgetReviews(
    query: ListBudgetReviewsQuery,
    options?: Options,
  ): Promise<ListBudgetReviewsResponse> {
    const path = '/budget-reviews';
    return this.#get(path, query, options);
  }

  settleBudgetReview(
    id: string,
    body: SettleBudgetReviewRequest,
    options?: Options,
  ): Promise<BudgetReview> {
    const path = below('/budget-reviews', id);
    return this.#post(path, body, options);
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
