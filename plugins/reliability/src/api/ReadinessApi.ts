import type {
  ChecklistOverviewResponse,
  ChecklistResponse,
  ChecklistsResponse,
  ContestRequest,
  DossierResponse,
  ImportAnswersRequest,
  ImportAnswersResponse,
  ItemHistoryResponse,
  ListReviewsResponse,
  ListTasksQuery,
  ListTasksResponse,
  ProgressFilter,
  ProgressQuery,
  ProgressResponse,
  PutAnswerRequest,
  ReadinessWriteResponse,
  RequestReview,
  ReviewDecision,
  ServiceChecklistsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { PageQuery, RequestOptions } from './requests';

/** One checklist of one service. @public */
export interface ChecklistPlace {
  /** Full entity reference of the service. */
  entityRef: string;
  /** Id of the checklist. */
  checklist: string;
}

/** One item of one checklist of one service. @public */
export interface ItemPlace extends ChecklistPlace {
  /** Id of the item. */
  item: string;
}

/**
 * What the frontend asks about readiness checklists. A write answers the checklist and the service as it
 * left them; 409 says that somebody else was faster.
 *
 * @public
 */
export interface ReadinessApi {
  /** The checklists in force. */
  getChecklists(options?: RequestOptions): Promise<ChecklistsResponse>;
  /** The checklists that apply to a service, with their progress. */
  getServiceChecklists(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceChecklistsResponse>;
  /** One checklist of a service with every item. */
  getChecklist(
    place: ChecklistPlace,
    options?: RequestOptions,
  ): Promise<ChecklistResponse>;
  /** Answers an item, or takes the answer back. */
  putAnswer(
    place: ItemPlace,
    request: PutAnswerRequest,
    options?: RequestOptions,
  ): Promise<ReadinessWriteResponse>;
  /** Says that an answer does not hold. */
  contestItem(
    place: ItemPlace,
    request: ContestRequest,
    options?: RequestOptions,
  ): Promise<ReadinessWriteResponse>;
  /** Takes the doubt back. */
  settleItem(
    place: ItemPlace,
    version: number,
    options?: RequestOptions,
  ): Promise<ReadinessWriteResponse>;
  /** Every change of an answer, newest first. */
  getItemHistory(
    place: ItemPlace,
    page?: PageQuery,
    options?: RequestOptions,
  ): Promise<ItemHistoryResponse>;
  /** Asks a second person to sign a phase off. */
  requestReview(
    place: ChecklistPlace,
    request: RequestReview,
    options?: RequestOptions,
  ): Promise<ReadinessWriteResponse>;
  /** The reviews of a checklist of a service, newest first. */
  getReviews(
    place: ChecklistPlace,
    page?: PageQuery & { phase?: string },
    options?: RequestOptions,
  ): Promise<ListReviewsResponse>;
  /** Approves, returns or withdraws a review. */
  decideReview(
    id: string,
    decision: ReviewDecision,
    options?: RequestOptions,
  ): Promise<ReadinessWriteResponse>;
  /** The frozen copy of what was approved. */
  getDossier(id: string, options?: RequestOptions): Promise<DossierResponse>;
  /** The same as the text of a file. */
  downloadDossier(
    id: string,
    format: 'md' | 'json',
    options?: RequestOptions,
  ): Promise<string>;
  /** How far every service is, page by page. */
  getProgress(
    checklist: string,
    query: ProgressQuery,
    options?: RequestOptions,
  ): Promise<ProgressResponse>;
  /** Items by team, and sums over all services that match. */
  getChecklistOverview(
    checklist: string,
    filter: ProgressFilter,
    options?: RequestOptions,
  ): Promise<ChecklistOverviewResponse>;
  /** The answers of all services that match, as the text of a file. */
  exportAnswers(
    checklist: string,
    query: ProgressFilter & { format: 'csv' | 'json' },
    options?: RequestOptions,
  ): Promise<string>;
  /** Answers in bulk, with a verdict for each row. */
  importAnswers(
    checklist: string,
    request: ImportAnswersRequest,
    options?: RequestOptions,
  ): Promise<ImportAnswersResponse>;
  /** What the groups of the signed-in person owe. */
  getReadinessTasks(
    query?: ListTasksQuery,
    options?: RequestOptions,
  ): Promise<ListTasksResponse>;
}
