import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  entityPath,
  type ChecklistOverviewResponse,
  type ChecklistResponse,
  type ChecklistsResponse,
  type ContestRequest,
  type DossierResponse,
  type ImportAnswersRequest,
  type ImportAnswersResponse,
  type ItemHistoryResponse,
  type ListReviewsResponse,
  type ListTasksQuery,
  type ListTasksResponse,
  type ProgressFilter,
  type ProgressQuery,
  type ProgressResponse,
  type PutAnswerRequest,
  type ReadinessWriteResponse,
  type RequestReview,
  type ReviewDecision,
  type ServiceChecklistsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ChecklistPlace, ItemPlace, ReadinessApi } from './ReadinessApi';
import { Requests, type PageQuery, type RequestOptions } from './requests';

const listPath = (entityRef: string) =>
  `/services/${entityPath(entityRef)}/checklists`;
const checklistPath = ({ entityRef, checklist }: ChecklistPlace) =>
  `${listPath(entityRef)}/${encodeURIComponent(checklist)}`;
const itemPath = (place: ItemPlace) =>
  `${checklistPath(place)}/items/${encodeURIComponent(place.item)}`;
const reviewPath = (id: string) => `/reviews/${encodeURIComponent(id)}`;
const organisationPath = (checklist: string) =>
  `/checklists/${encodeURIComponent(checklist)}`;

/** The part of the client that speaks of readiness. @public */
export class ReadinessClient implements ReadinessApi {
  readonly #requests: Requests;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#requests = new Requests(options);
  }

  getChecklists(options?: RequestOptions) {
    return this.#requests.json<ChecklistsResponse>(
      'GET',
      '/checklists',
      options,
    );
  }

  getServiceChecklists(entityRef: string, options?: RequestOptions) {
    return this.#requests.json<ServiceChecklistsResponse>(
      'GET',
      listPath(entityRef),
      options,
    );
  }

  getChecklist(place: ChecklistPlace, options?: RequestOptions) {
    return this.#requests.json<ChecklistResponse>(
      'GET',
      checklistPath(place),
      options,
    );
  }

  putAnswer(
    place: ItemPlace,
    body: PutAnswerRequest,
    options?: RequestOptions,
  ) {
    return this.#write('PUT', itemPath(place), { body, ...options });
  }

  contestItem(
    place: ItemPlace,
    body: ContestRequest,
    options?: RequestOptions,
  ) {
    const path = `${itemPath(place)}/contest`;
    return this.#write('PUT', path, { body, ...options });
  }

  settleItem(place: ItemPlace, version: number, options?: RequestOptions) {
    const path = `${itemPath(place)}/contest`;
    return this.#write('DELETE', path, { query: { version }, ...options });
  }

  getItemHistory(
    place: ItemPlace,
    page: PageQuery = {},
    options?: RequestOptions,
  ) {
    return this.#requests.json<ItemHistoryResponse>(
      'GET',
      `${itemPath(place)}/history`,
      { query: page, ...options },
    );
  }

  requestReview(
    place: ChecklistPlace,
    body: RequestReview,
    options?: RequestOptions,
  ) {
    const path = `${checklistPath(place)}/reviews`;
    return this.#write('POST', path, { body, ...options });
  }

  getReviews(
    place: ChecklistPlace,
    page: PageQuery & { phase?: string } = {},
    options?: RequestOptions,
  ) {
    return this.#requests.json<ListReviewsResponse>(
      'GET',
      `${checklistPath(place)}/reviews`,
      { query: page, ...options },
    );
  }

  decideReview(id: string, body: ReviewDecision, options?: RequestOptions) {
    const path = `${reviewPath(id)}/decision`;
    return this.#write('POST', path, { body, ...options });
  }

  getDossier(id: string, options?: RequestOptions) {
    return this.#requests.json<DossierResponse>(
      'GET',
      `${reviewPath(id)}/dossier`,
      options,
    );
  }

  downloadDossier(id: string, format: 'md' | 'json', options?: RequestOptions) {
    return this.#requests.text('GET', `${reviewPath(id)}/dossier`, {
      query: { format },
      ...options,
    });
  }

  getProgress(
    checklist: string,
    query: ProgressQuery,
    options?: RequestOptions,
  ) {
    return this.#requests.json<ProgressResponse>(
      'GET',
      `${organisationPath(checklist)}/progress`,
      { query, ...options },
    );
  }

  getChecklistOverview(
    checklist: string,
    filter: ProgressFilter,
    options?: RequestOptions,
  ) {
    return this.#requests.json<ChecklistOverviewResponse>(
      'GET',
      `${organisationPath(checklist)}/overview`,
      { query: filter, ...options },
    );
  }

  exportAnswers(
    checklist: string,
    query: ProgressFilter & { format: 'csv' | 'json' },
    options?: RequestOptions,
  ) {
    const path = `${organisationPath(checklist)}/answers`;
    return this.#requests.text('GET', path, { query, ...options });
  }

  importAnswers(
    checklist: string,
    body: ImportAnswersRequest,
    options?: RequestOptions,
  ) {
    return this.#requests.json<ImportAnswersResponse>(
      'POST',
      `${organisationPath(checklist)}/answers/import`,
      { body, ...options },
    );
  }

  getReadinessTasks(query: ListTasksQuery = {}, options?: RequestOptions) {
    return this.#requests.json<ListTasksResponse>('GET', '/readiness/tasks', {
      query,
      ...options,
    });
  }

  #write(
    method: 'PUT' | 'POST' | 'DELETE',
    path: string,
    request: RequestOptions & { body?: object; query?: object },
  ) {
    return this.#requests.json<ReadinessWriteResponse>(method, path, request);
  }
}
