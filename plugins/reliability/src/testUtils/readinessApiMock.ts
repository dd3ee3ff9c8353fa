import {
  defaultChecklist,
  type ChecklistsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReadinessApi } from '../api';
import {
  checklistResponse,
  readinessWrite,
  serviceChecklists,
} from './checklists';
import {
  dossierResponse,
  overviewResponse,
  progressResponse,
  tasksResponse,
} from './organisation';

/** The checklist that ships. */
export function checklistsResponse(): ChecklistsResponse {
  return {
    items: [
      {
        definition: JSON.parse(JSON.stringify(defaultChecklist)),
        hash: 'checklist-1',
      },
    ],
  };
}

/** The part of the mock that speaks of readiness; a write changes nothing. */
export function readinessApiMock(): ReadinessApi {
  return {
    getChecklists: async () => checklistsResponse(),
    getServiceChecklists: async () => serviceChecklists(),
    getChecklist: async () => checklistResponse(),
    putAnswer: async () => readinessWrite(),
    contestItem: async () => readinessWrite(),
    settleItem: async () => readinessWrite(),
    getItemHistory: async () => ({ items: [], totalItems: 0 }),
    requestReview: async () => readinessWrite(),
    getReviews: async () => ({ items: [], totalItems: 0 }),
    decideReview: async () => readinessWrite(),
    getDossier: async () => dossierResponse(),
    downloadDossier: async () => '',
    getProgress: async () => progressResponse(),
    getChecklistOverview: async () => overviewResponse(),
    exportAnswers: async () => '',
    importAnswers: async () => ({
      stored: 0,
      unchanged: 0,
      rejected: 0,
      results: [],
    }),
    getReadinessTasks: async () => tasksResponse(),
  };
}
