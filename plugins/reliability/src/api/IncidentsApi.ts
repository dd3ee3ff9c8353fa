import type {
  BudgetReview,
  CreateFollowUpRequest,
  CreateIncidentRequest,
  DecideLessonRequest,
  DeleteMappingQuery,
  FollowUp,
  ImportIncidentsRequest,
  ImportIncidentsResponse,
  IncidentAccountsResponse,
  IncidentResponse,
  IncidentStatsQuery,
  IncidentStatsResponse,
  Lesson,
  LessonPreviewQuery,
  LessonPreviewResponse,
  ListBudgetReviewsQuery,
  ListBudgetReviewsResponse,
  ListFollowUpsQuery,
  ListFollowUpsResponse,
  ListIncidentsQuery,
  ListIncidentsResponse,
  ListLessonsQuery,
  ListLessonsResponse,
  ListPostmortemsQuery,
  ListPostmortemsResponse,
  ListUnmappedQuery,
  ListUnmappedResponse,
  MappingResponse,
  PatchFollowUpRequest,
  PatchIncidentRequest,
  PostmortemHintsRequest,
  PostmortemHintsResponse,
  PostmortemResponse,
  PostmortemStatusRequest,
  ProposeLessonRequest,
  PutMappingRequest,
  PutPostmortemRequest,
  ServiceIncidentsQuery,
  ServiceIncidentsResponse,
  SettleBudgetReviewRequest,
  SloLedgerQuery,
  SloLedgerResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { RequestOptions } from './requests';

/**
 * What the frontend asks about incidents and what was learned of them. Every write answers what it wrote as
 * it is now.
 *
 * @public
 */
export interface IncidentsApi {
  /** One page of the incidents of the company. */
  getIncidents(
    query: ListIncidentsQuery,
    options?: RequestOptions,
  ): Promise<ListIncidentsResponse>;
  /** One incident with its timeline and its follow-ups. */
  getIncident(id: string, options?: RequestOptions): Promise<IncidentResponse>;
  /** Declares an incident here. */
  createIncident(
    request: CreateIncidentRequest,
    options?: RequestOptions,
  ): Promise<IncidentResponse>;
  /** Changes the fields that are given, or takes them back to what the provider says. */
  patchIncident(
    id: string,
    request: PatchIncidentRequest,
    options?: RequestOptions,
  ): Promise<IncidentResponse>;
  /** Imports incidents as rows or as CSV; good rows land, bad ones are told. */
  importIncidents(
    request: ImportIncidentsRequest,
    options?: RequestOptions,
  ): Promise<ImportIncidentsResponse>;
  /** Figures over incidents, whole and by group. */
  getIncidentStats(
    query: IncidentStatsQuery,
    options?: RequestOptions,
  ): Promise<IncidentStatsResponse>;
  /** The incidents of a service beside its budgets and changes. */
  getServiceIncidents(
    entityRef: string,
    query?: ServiceIncidentsQuery,
    options?: RequestOptions,
  ): Promise<ServiceIncidentsResponse>;
  /** How each account at a provider of incidents does. */
  getIncidentAccounts(
    options?: RequestOptions,
  ): Promise<IncidentAccountsResponse>;
  /** The whole address of a webhook, by the path that an account tells. */
  getWebhookUrl(path: string): Promise<string>;
  /** What incidents are about that is no service yet. */
  getUnmapped(
    query?: ListUnmappedQuery,
    options?: RequestOptions,
  ): Promise<ListUnmappedResponse>;
  /** Says which services something at a provider is. */
  putMapping(
    request: PutMappingRequest,
    options?: RequestOptions,
  ): Promise<MappingResponse>;
  /** Takes a mapping back. */
  deleteMapping(
    query: DeleteMappingQuery,
    options?: RequestOptions,
  ): Promise<MappingResponse>;
  /** The postmortem of an incident, prefilled where nobody has begun. */
  getPostmortem(
    incidentId: string,
    options?: RequestOptions,
  ): Promise<PostmortemResponse>;
  /** Writes the draft, or links one kept elsewhere; 409 where somebody else wrote since. */
  putPostmortem(
    incidentId: string,
    request: PutPostmortemRequest,
    options?: RequestOptions,
  ): Promise<PostmortemResponse>;
  /** Sends it to review, publishes it or takes it back. */
  setPostmortemStatus(
    incidentId: string,
    request: PostmortemStatusRequest,
    options?: RequestOptions,
  ): Promise<PostmortemResponse>;
  /** Sentences that may blame somebody. */
  checkPostmortemWording(
    request: PostmortemHintsRequest,
    options?: RequestOptions,
  ): Promise<PostmortemHintsResponse>;
  /** One page of postmortems. */
  getPostmortems(
    query: ListPostmortemsQuery,
    options?: RequestOptions,
  ): Promise<ListPostmortemsResponse>;
  /** One page of follow-ups. */
  getFollowUps(
    query: ListFollowUpsQuery,
    options?: RequestOptions,
  ): Promise<ListFollowUpsResponse>;
  createFollowUp(
    incidentId: string,
    request: CreateFollowUpRequest,
    options?: RequestOptions,
  ): Promise<FollowUp>;
  patchFollowUp(
    id: string,
    request: PatchFollowUpRequest,
    options?: RequestOptions,
  ): Promise<FollowUp>;
  /** What a checklist item made of a follow-up would find. */
  previewLesson(
    followUpId: string,
    query?: LessonPreviewQuery,
    options?: RequestOptions,
  ): Promise<LessonPreviewResponse>;
  proposeLesson(
    followUpId: string,
    request: ProposeLessonRequest,
    options?: RequestOptions,
  ): Promise<Lesson>;
  getLessons(
    query: ListLessonsQuery,
    options?: RequestOptions,
  ): Promise<ListLessonsResponse>;
  decideLesson(
    id: string,
    request: DecideLessonRequest,
    options?: RequestOptions,
  ): Promise<Lesson>;
  /** Where the error budget of an SLO went. */
  getSloLedger(
    sloId: string,
    query?: SloLedgerQuery,
    options?: RequestOptions,
  ): Promise<SloLedgerResponse>;
  /** Budgets that went without an incident, and incidents without burn. */
  getBudgetReviews(
    query: ListBudgetReviewsQuery,
    options?: RequestOptions,
  ): Promise<ListBudgetReviewsResponse>;
  settleBudgetReview(
    id: string,
    request: SettleBudgetReviewRequest,
    options?: RequestOptions,
  ): Promise<BudgetReview>;
}
