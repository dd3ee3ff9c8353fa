import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import type { ReliabilityApi } from '../../src/api';
import { IncidentPage } from '../../src/components/incidents/IncidentPage';
import { IncidentsPage } from '../../src/components/incidents/IncidentsPage';
import { EntityReliabilityContent } from '../../src/components/maturity/EntityReliabilityContent';
import { followUp } from '../../src/testUtils/followUps';
import {
  incidentResponse,
  openIncident,
  timelineEvent,
} from '../../src/testUtils/incidents';
import {
  incidentsResponse,
  incidentStats,
} from '../../src/testUtils/incidentViews';
import { hidden } from '../../src/testUtils/oncall';
import { serviceResponse } from '../../src/testUtils/services';
import { companyApi } from '../company';
import { companyIncidentsApi, incidentStates } from '../incidents';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
  spec: { type: 'service', owner: 'group:default/payments' },
};
const permitted = (element: ReactNode) => (
  <TestApiProvider apis={[[permissionApiRef, mockApis.permission()]]}>
    {element}
  </TestApiProvider>
);
const tab = permitted(
  <EntityProvider entity={checkout}>
    <EntityReliabilityContent />
  </EntityProvider>,
);

const full: ReliabilityApi = { ...companyApi, ...companyIncidentsApi };
const quietNow: Partial<ReliabilityApi> = {
  getIncidents: async () => incidentsResponse([]),
  getFollowUps: async () => ({
    items: [],
    totalItems: 0,
    counts: { open: 0, overdue: 0, done: 0 },
  }),
};
const faults = {
  loading: states.loading,
  failed: states.failed,
  forbidden: states.forbidden,
};
const ofService: Record<string, ReliabilityApi> = {
  ...Object.fromEntries(
    Object.entries(incidentStates).map(([state, value]) => [
      state,
      {
        ...full,
        ...(state !== 'full' && quietNow),
        getServiceIncidents: async () => value,
      },
    ]),
  ),
  ...faults,
};

const whole = incidentResponse();
const hour = 3_600_000;
const recent = (hours: number) =>
  new Date(Date.now() - hours * hour).toISOString();
const incidents: Record<string, IncidentResponse> = {
  resolved: incidentResponse({
    change: { title: 'checkout 4.12.0', url: 'https://ci.example/checkout' },
    followUpItems: [followUp(), followUp({ id: 'f2', overdue: true })],
    followUps: { open: 2, overdue: 1, total: 2 },
    contested: [
      {
        entityRef: 'component:default/checkout',
        checklistId: 'production-readiness',
        itemId: 'restore-tried',
        itemTitle: 'A restore was tried',
        followUpId: 'f1',
      },
    ],
    repeats: [
      { id: 'pd-main:Q0', reference: 'INC-12', startedAt: recent(24 * 40) },
    ],
    nearbyChanges: [
      {
        id: 'd1',
        at: '2026-11-18T08:55:00Z',
        kind: 'deploy',
        title: 'checkout 4.12.0',
        url: 'https://ci.example/checkout',
        entityRef: 'component:default/checkout',
      },
    ],
  }),
  open: incidentResponse({
    ...openIncident({ startedAt: recent(1) }),
    stamps: { declared: { at: recent(1), from: 'provider' } },
    figures: {
      detect: null,
      acknowledge: null,
      mitigate: null,
      restore: null,
      impact: null,
    },
    timeline: [timelineEvent({ at: recent(1) })],
    responders: [],
    edits: [],
    spends: [],
    pages: { total: 0, afterHours: 0, sleepHours: 0, unacknowledged: 0 },
    summary: '',
    cause: null,
  }),
  recorded: incidentResponse({
    provider: 'portal',
    account: 'portal',
    url: null,
    status: 'acknowledged',
    resolvedAt: null,
    startedAt: recent(2),
    durationMs: 2 * hour,
    postmortem: { state: 'not-required', dueAt: null },
    subjects: [],
    edits: [],
  }),
  private: incidentResponse({
    title: 'Private incident',
    isPrivate: true,
    summary: '',
    cause: null,
    timeline: [],
    responders: [],
    followUpItems: [],
    edits: [],
  }),
  hidden: incidentResponse({
    namesHidden: true,
    services: [],
    canEdit: true,
    customerImpact: null,
    responders: whole.responders.map((each, index) => ({
      ...each,
      person: hidden(String(index)),
    })),
    timeline: whole.timeline.map((each, index) => ({
      ...each,
      person: each.person && hidden(String(index % 2)),
    })),
  }),
};

const nothing: ReliabilityApi = {
  ...companyApi,
  ...quietNow,
  getIncidents: async () =>
    incidentsResponse([], {
      counts: {
        active: 0,
        postmortemsOverdue: 0,
        followUpsOverdue: 0,
        unmapped: 0,
      },
    }),
  getIncidentStats: async () =>
    incidentStats({ groups: [], groupsTotal: 0, repeaters: [] }),
};

/** The tab is to be opened with `?view=incidents`, the page with `?tab=figures` and others. */
export const incidentStories: StoryDefinition[] = [
  ...Object.entries(ofService).map(([state, api]) => ({
    path: `incidents-tab-${state}`,
    title: `Incidents tab, ${state}`,
    api: { ...api, getService: async () => serviceResponse() },
    element: tab,
  })),
  ...Object.entries(incidents).map(([state, value]) => ({
    path: `incident-${state}`,
    title: `Incident, ${state}`,
    api: { ...full, getIncident: async () => value },
    element: permitted(<IncidentPage id={value.id} />),
  })),
  ...Object.entries(faults).map(([state, api]) => ({
    path: `incident-${state}`,
    title: `Incident, ${state}`,
    api,
    element: permitted(<IncidentPage id="pd-main:Q1" />),
  })),
  ...Object.entries({ full, empty: nothing, ...faults }).map(
    ([state, api]) => ({
      path: `incidents-page-${state}`,
      title: `Incidents, ${state}`,
      api,
      element: permitted(<IncidentsPage />),
    }),
  ),
];
