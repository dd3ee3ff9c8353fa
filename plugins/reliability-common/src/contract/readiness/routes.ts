import { pageQuerySchema } from '../paging';
import { RouteContract } from '../routeContract';
import {
  checklistResponseSchema,
  contestRequestSchema,
  itemHistoryResponseSchema,
  putAnswerRequestSchema,
  readinessWriteResponseSchema,
  serviceChecklistsResponseSchema,
  versionQuerySchema,
} from './checklist';
import { checklistsResponseSchema } from './definition';
import {
  checklistOverviewResponseSchema,
  exportAnswersQuerySchema,
  exportAnswersResponseSchema,
  importAnswersRequestSchema,
  importAnswersResponseSchema,
  listTasksQuerySchema,
  listTasksResponseSchema,
  progressFilterSchema,
  progressQuerySchema,
  progressResponseSchema,
} from './organisation';
import { proposalRoutes } from './proposals';
import {
  dossierQuerySchema,
  dossierResponseSchema,
  listReviewsQuerySchema,
  listReviewsResponseSchema,
  requestReviewSchema,
  reviewDecisionSchema,
} from './review';

const CHECKLISTS = '/services/:kind/:namespace/:name/checklists';
const CHECKLIST = `${CHECKLISTS}/:id`;
const ITEM = `${CHECKLIST}/items/:itemId`;

/** The routes of readiness checklists. @public */
export const readinessRoutes = {
  listChecklists: {
    method: 'get',
    path: '/checklists',
    summary: 'The checklists in force',
    response: checklistsResponseSchema,
    statuses: [],
  },
  getServiceChecklists: {
    method: 'get',
    path: CHECKLISTS,
    summary: 'The checklists that apply to a service, with their progress',
    response: serviceChecklistsResponseSchema,
    statuses: [404],
  },
  getServiceChecklist: {
    method: 'get',
    path: CHECKLIST,
    summary: 'One checklist of a service with every item, answer and review',
    response: checklistResponseSchema,
    statuses: [404],
  },
  putAnswer: {
    method: 'put',
    path: ITEM,
    summary: 'Answer an item, or take the answer back',
    body: putAnswerRequestSchema,
    response: readinessWriteResponseSchema,
    statuses: [400, 403, 404, 409],
  },
  contestItem: {
    method: 'put',
    path: `${ITEM}/contest`,
    summary: 'Say that an answer does not hold',
    body: contestRequestSchema,
    response: readinessWriteResponseSchema,
    statuses: [400, 403, 404, 409],
  },
  settleItem: {
    method: 'delete',
    path: `${ITEM}/contest`,
    summary: 'Take the doubt back; the answer holds again',
    query: versionQuerySchema,
    response: readinessWriteResponseSchema,
    statuses: [400, 403, 404, 409],
  },
  getItemHistory: {
    method: 'get',
    path: `${ITEM}/history`,
    summary: 'Every change of an answer, newest first',
    query: pageQuerySchema,
    response: itemHistoryResponseSchema,
    statuses: [400, 404],
  },
  requestReview: {
    method: 'post',
    path: `${CHECKLIST}/reviews`,
    summary: 'Ask a second person to sign a phase off',
    body: requestReviewSchema,
    response: readinessWriteResponseSchema,
    statuses: [400, 403, 404, 409],
  },
  listReviews: {
    method: 'get',
    path: `${CHECKLIST}/reviews`,
    summary: 'The reviews of a checklist of a service, newest first',
    query: listReviewsQuerySchema,
    response: listReviewsResponseSchema,
    statuses: [400, 404],
  },
  decideReview: {
    method: 'post',
    path: '/reviews/:id/decision',
    summary: 'Approve, return or withdraw a review',
    body: reviewDecisionSchema,
    response: readinessWriteResponseSchema,
    statuses: [400, 403, 404, 409],
  },
  getDossier: {
    method: 'get',
    path: '/reviews/:id/dossier',
    summary: 'The frozen copy of what was approved, as JSON or Markdown',
    query: dossierQuerySchema,
    response: dossierResponseSchema,
    statuses: [400, 404],
  },
  listProgress: {
    method: 'get',
    path: '/checklists/:id/progress',
    summary: 'How far every service is, page by page',
    query: progressQuerySchema,
    response: progressResponseSchema,
    statuses: [400, 404],
  },
  getChecklistOverview: {
    method: 'get',
    path: '/checklists/:id/overview',
    summary: 'Items by team, and sums over all services that match',
    query: progressFilterSchema,
    response: checklistOverviewResponseSchema,
    statuses: [400, 404],
  },
  exportAnswers: {
    method: 'get',
    path: '/checklists/:id/answers',
    summary: 'The answers of all services that match, as JSON or CSV',
    query: exportAnswersQuerySchema,
    response: exportAnswersResponseSchema,
    statuses: [400, 404],
  },
  importAnswers: {
    method: 'post',
    path: '/checklists/:id/answers/import',
    summary: 'Answers in bulk, with a verdict for each row',
    body: importAnswersRequestSchema,
    response: importAnswersResponseSchema,
    statuses: [400, 403, 404],
  },
  ...proposalRoutes,
  listTasks: {
    method: 'get',
    path: '/readiness/tasks',
    summary: 'What the groups of the signed-in person owe',
    query: listTasksQuerySchema,
    response: listTasksResponseSchema,
    statuses: [400],
  },
} as const satisfies Record<string, RouteContract>;
