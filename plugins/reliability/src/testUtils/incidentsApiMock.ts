import type { IncidentsApi } from '../api';
import {
  followUp,
  followUpsResponse,
  lesson,
  lessonPreview,
} from './followUps';
import {
  budgetReview,
  incidentAccount,
  sloLedger,
  unmappedSubject,
} from './incidentLists';
import { incidentResponse } from './incidents';
import {
  incidentsResponse,
  incidentStats,
  serviceIncidents,
} from './incidentViews';
import { postmortemResponse } from './postmortems';

/** The part of the mock that speaks of incidents; a write changes nothing. */
export function incidentsApiMock(): IncidentsApi {
  return {
    getIncidents: async () => incidentsResponse(),
    getIncident: async () => incidentResponse(),
    createIncident: async () => incidentResponse(),
    patchIncident: async () => incidentResponse(),
    importIncidents: async () => ({
      stored: 0,
      unchanged: 0,
      rejected: 0,
      results: [],
    }),
    getIncidentStats: async () => incidentStats(),
    getServiceIncidents: async () => serviceIncidents(),
    getIncidentAccounts: async () => ({ items: [incidentAccount()] }),
    getWebhookUrl: async path => `https://portal.example${path}`,
    getUnmapped: async () => ({
      items: [unmappedSubject()],
      totalItems: 1,
      withoutSubject: 0,
    }),
    putMapping: async () => ({ incidents: 12 }),
    deleteMapping: async () => ({ incidents: 0 }),
    getPostmortem: async () => postmortemResponse(),
    putPostmortem: async () => postmortemResponse(),
    setPostmortemStatus: async () => postmortemResponse(),
    checkPostmortemWording: async () => ({ hints: [] }),
    getPostmortems: async () => ({ items: [], totalItems: 0 }),
    getFollowUps: async () => followUpsResponse(),
    createFollowUp: async () => followUp(),
    patchFollowUp: async () => followUp(),
    previewLesson: async () => lessonPreview(),
    proposeLesson: async () => lesson(),
    getLessons: async () => ({ items: [lesson()], totalItems: 1 }),
    decideLesson: async () => lesson({ state: 'accepted' }),
    getSloLedger: async () => sloLedger(),
    getBudgetReviews: async () => ({ items: [budgetReview()], totalItems: 1 }),
    settleBudgetReview: async () => budgetReview({ state: 'settled' }),
  };
}
