import type { Entity } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  permissionApiRef,
  type PermissionApi,
} from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import type { ReliabilityApi } from '../../src/api';
import { EntityReliabilityContent } from '../../src/components/maturity/EntityReliabilityContent';
import { DossierPage } from '../../src/components/readiness/DossierPage';
import { MyTasksCard } from '../../src/components/readiness/MyTasksCard';
import { ReadinessPage } from '../../src/components/readiness/ReadinessPage';
import { TasksPage } from '../../src/components/readiness/TasksPage';
import {
  checklistResponse,
  serviceChecklists,
} from '../../src/testUtils/checklists';
import { callMock } from '../../src/testUtils/callMock';
import { defaultAnswers } from '../../src/testUtils/defaultAnswers';
import { dossierResponse } from '../../src/testUtils/organisation';
import { answerProposal } from '../../src/testUtils/proposals';
import { serviceResponse } from '../../src/testUtils/services';
import { companyApi } from '../company';
import { readinessOf } from '../readiness';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
  spec: { type: 'service', owner: 'group:default/payments' },
};

const denying = {
  authorize: async () => ({ result: 'DENY' }),
} as unknown as PermissionApi;

const tab = (permission: PermissionApi = mockApis.permission()) => (
  <TestApiProvider apis={[[permissionApiRef, permission]]}>
    <EntityProvider entity={component}>
      <EntityReliabilityContent />
    </EntityProvider>
  </TestApiProvider>
);

/** The service is there; what is asked about its readiness ends in one way. */
const withService = (api: ReliabilityApi): ReliabilityApi => ({
  ...api,
  getService: async () => serviceResponse(),
});

const two = {
  ...companyApi,
  getServiceChecklists: async () => {
    const [first] = serviceChecklists().items;
    return { items: [first, { ...first, id: 'launch', title: 'Launch' }] };
  },
};

const withProposals = (listed: 'full' | 'failed'): ReliabilityApi => ({
  ...readinessOf(companyApi),
  call: callMock({
    ...defaultAnswers,
    dismissProposal: () => ({ items: [] }),
    listProposals: () => {
      if (listed === 'failed') throw new Error('The database is down');
      return {
        items: [
          answerProposal(),
          answerProposal({
            id: 'p2',
            itemTitle: 'Capacity holds the peak of the year with one zone lost',
            answer: 'no',
            note: 'The load test of **May** stopped at 60 % of the peak.',
            evidence: [
              {
                title: 'Load test',
                url: 'https://ci.example.com/load/tests/2026-05-11/with-a-long-address-that-goes-on',
              },
            ],
            by: 'user:default/jane.osei',
          }),
        ],
      };
    },
  }),
});

const tabStates: Record<string, ReliabilityApi> = {
  proposals: withProposals('full'),
  'proposals-failed': withProposals('failed'),
  full: readinessOf(companyApi),
  fails: readinessOf(companyApi, { fails: true }),
  conflicts: readinessOf(companyApi, { conflicts: true }),
  two,
  none: { ...companyApi, getServiceChecklists: async () => ({ items: [] }) },
  bare: {
    ...companyApi,
    getChecklist: async () => checklistResponse({ items: [], phases: [] }),
  },
  loading: withService(states.loading),
  failed: withService(states.failed),
  forbidden: withService(states.forbidden),
};

const emptyApi: ReliabilityApi = {
  ...companyApi,
  getChecklists: async () => ({ items: [] }),
  getReadinessTasks: async () => ({
    items: [],
    totalItems: 0,
    counts: {
      missing: 0,
      'not-met': 0,
      expired: 0,
      expiring: 0,
      contested: 0,
      returned: 0,
      review: 0,
    },
  }),
  getDossier: async () => dossierResponse({ intact: false }),
};

const pages = {
  readiness: <ReadinessPage />,
  tasks: <TasksPage />,
  dossier: <DossierPage id="review-0" />,
  'tasks-card': (
    <InfoCard title="My readiness tasks">
      <MyTasksCard />
    </InfoCard>
  ),
};
const pageStates: Record<string, ReliabilityApi> = {
  full: readinessOf(companyApi),
  empty: emptyApi,
  loading: states.loading,
  failed: states.failed,
  forbidden: states.forbidden,
};

export const readinessStories: StoryDefinition[] = [
  ...Object.entries(tabStates).map(([state, api]) => ({
    path: `readiness-tab-${state}`,
    title: `Readiness tab, ${state}`,
    api,
    element: tab(),
  })),
  {
    path: 'readiness-tab-reader',
    title: 'Readiness tab, reader',
    api: readinessOf(companyApi),
    element: tab(denying),
  },
  ...Object.entries(pages).flatMap(([page, element]) =>
    Object.entries(pageStates).map(([state, api]) => ({
      path: `${page}-page-${state}`,
      title: `${page}, ${state}`,
      api,
      element: (
        <TestApiProvider apis={[[permissionApiRef, mockApis.permission()]]}>
          {element}
        </TestApiProvider>
      ),
    })),
  ),
];
