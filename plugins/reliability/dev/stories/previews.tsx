import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import type { ReactNode } from 'react';
import { EntityReliabilityContent } from '../../src/components/maturity/EntityReliabilityContent';
import { PreviewPage } from '../../src/components/maturity/previews/PreviewPage';
import { callMock, type Answers } from '../../src/testUtils/callMock';
import {
  cheapestPathResponse,
  preview,
  previewAnswers,
} from '../../src/testUtils/previews';
import { companyApi } from '../company';
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
const withAnswers = (answers: Answers = {}) => ({
  ...companyApi,
  call: callMock({ ...previewAnswers(), ...answers }),
});

const nobodyFalls = preview({
  totals: {
    services: 14,
    down: 0,
    up: 0,
    rescored: 0,
    same: 14,
    teamsDown: 0,
  },
  byOwner: [],
  byCheck: [],
});

const api = {
  full: withAnswers(),
  empty: withAnswers({
    ...previewAnswers(nobodyFalls),
    listPreviewServices: async () => ({ items: [], totalItems: 0 }),
    getCheapestPath: async () =>
      cheapestPathResponse({
        items: [],
        totalItems: 0,
        totals: {
          services: 12,
          reached: 12,
          reachable: 0,
          unreachable: 0,
          outdated: 0,
          fix: 0,
          learn: 0,
        },
        byCheck: [],
        byOwner: [],
      }),
  }),
  loading: states.loading,
  failed: states.failed,
  forbidden: states.forbidden,
};

/** “What if” in every state; `?preview=p1` and `?part=path` show the rest of it. */
export const previewsStories: StoryDefinition[] = [
  ...Object.entries(api).map(([state, value]) => ({
    path: `previews/${state}`,
    title: `What if: ${state}`,
    api: value,
    element: permitted(<PreviewPage />),
  })),
  {
    path: 'previews/service',
    title: 'What if: on a service',
    api: companyApi,
    element: permitted(
      <EntityProvider entity={checkout}>
        <EntityReliabilityContent />
      </EntityProvider>,
    ),
  },
];
