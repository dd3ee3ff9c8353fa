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

  getChecklists(options?: RequestOptions): Promise<ChecklistsResponse> {
    return this.#requests.json('GET', '/checklists', options);
  }

  getServiceChecklists(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceChecklistsResponse> {
    return this.#requests.json('GET', listPath(entityRef), options);
  }

  getChecklist(
    place: ChecklistPlace,
    options?: RequestOptions,
  ): Promise<ChecklistResponse> {
    return this.#requests.json('GET', checklistPath(place), options);
  }

  putAnswer(
    place: ItemPlace,
    body: PutAnswerRequest,
    options?: RequestOptions,
  ): Promise<ReadinessWriteResponse> {
    return this.#write('PUT', itemPath(place), { body, ...options });
  }

  contestItem(
    place: ItemPlace,
    body: ContestRequest,
    options?: RequestOptions,
  ): Promise<ReadinessWriteResponse> {
    const path = `${itemPath(place)}/contest`;
    return this.#write('PUT', path, { body, ...options });
  }

  settleItem(
    place: ItemPlace,
    version: number,
    options?: RequestOptions,
  ): Promise<ReadinessWriteResponse> {
    const path = `${itemPath(place)}/contest`;
    return this.#write('DELETE', path, { query: { version }, ...options });
  }

  getItemHistory(
    place: ItemPlace,
    page: PageQuery = {},
    options?: RequestOptions,
  ): Promise<ItemHistoryResponse> {
    return this.#requests.json('GET', `${itemPath(place)}/history`, {
      query: page,
      ...options,
    });
  }

  requestReview(
    place: ChecklistPlace,
    body: RequestReview,
    options?: RequestOptions,
  ): Promise<ReadinessWriteResponse> {
    const path = `${checklistPath(place)}/reviews`;
    return this.#write('POST', path, { body, ...options });
  }

  getReviews(
    place: ChecklistPlace,
    page: PageQuery & { phase?: string } = {},
    options?: RequestOptions,
  ): Promise<ListReviewsResponse> {
    return this.#requests.json('GET', `${checklistPath(place)}/reviews`, {
      query: page,
      ...options,
    });
  }

  decideReview(
    id: string,
    body: ReviewDecision,
    options?: RequestOptions,
  ): Promise<ReadinessWriteResponse> {
    const path = `${reviewPath(id)}/decision`;
    return this.#write('POST', path, { body, ...options });
  }

  getDossier(id: string, options?: RequestOptions): Promise<DossierResponse> {
    return this.#requests.json('GET', `${reviewPath(id)}/dossier`, options);
  }

  downloadDossier(
    id: string,
    format: 'md' | 'json',
    options?: RequestOptions,
  ): Promise<string> {
    return this.#requests.text('GET', `${reviewPath(id)}/dossier`, {
      query: { format },
      ...options,
    });
  }

  getProgress(
    checklist: string,
    query: ProgressQuery,
    options?: RequestOptions,
  ): Promise<ProgressResponse> {
    return this.#requests.json(
      'GET',
      `${organisationPath(checklist)}/progress`,
      { query, ...options },
    );
  }

  getChecklistOverview(
    checklist: string,
    filter: ProgressFilter,
    options?: RequestOptions,
  ): Promise<ChecklistOverviewResponse> {
    return this.#requests.json(
      'GET',
      `${organisationPath(checklist)}/overview`,
      { query: filter, ...options },
    );
  }

  exportAnswers(
    checklist: string,
    query: ProgressFilter & { format: 'csv' | 'json' },
    options?: RequestOptions,
  ): Promise<string> {
    const path = `${organisationPath(checklist)}/answers`;
    return this.#requests.text('GET', path, { query, ...options });
  }

  importAnswers(
    checklist: string,
    body: ImportAnswersRequest,
    options?: RequestOptions,
  ): Promise<ImportAnswersResponse> {
    return this.#requests.json(
      'POST',
      `${organisationPath(checklist)}/answers/import`,
      { body, ...options },
    );
  }

  getReadinessTasks(
    query: ListTasksQuery = {},
    options?: RequestOptions,
  ): Promise<ListTasksResponse> {
    return this.#requests.json('GET', '/readiness/tasks', {
      query,
      ...options,
    });
  }

  #write<T>(
    method: 'PUT' | 'POST' | 'DELETE',
    path: string,
    request: RequestOptions & { body?: object; query?: object },
  ): Promise<T> {
    return this.#requests.json(method, path, request);
  }
}
