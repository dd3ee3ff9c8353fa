import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import type { ReliabilityApi } from '../../src/api';
import { ChangesPage } from '../../src/components/maturity/changes/ChangesPage';
import { EntityReliabilityContent } from '../../src/components/maturity/EntityReliabilityContent';
import { callMock } from '../../src/testUtils/callMock';
import { defaultAnswers } from '../../src/testUtils/defaultAnswers';
import {
  quietChanges,
  scoreChanges,
  serviceChanges,
} from '../../src/testUtils/changes';
import { companyApi } from '../company';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const call = (answers: Parameters<typeof callMock>[0]): ReliabilityApi => ({
  ...companyApi,
  call: callMock({ ...defaultAnswers, ...answers }),
});

const pages: Record<string, ReliabilityApi> = {
  full: call({ listScoreChanges: () => scoreChanges({ totalItems: 61 }) }),
  quiet: call({ listScoreChanges: () => quietChanges() }),
  empty: call({
    listScoreChanges: () =>
      scoreChanges({ compared: 0, came: 0, left: 0, removed: 0 }),
  }),
  loading: { ...companyApi, call: states.loading.call },
  failed: { ...companyApi, call: states.failed.call },
  forbidden: { ...companyApi, call: states.forbidden.call },
};

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
  spec: { type: 'service', owner: 'group:default/payments' },
};

const { before } = serviceChanges();
const compared: Record<string, ReliabilityApi> = {
  full: call({ getServiceChanges: () => serviceChanges() }),
  none: call({
    getServiceChanges: () =>
      serviceChanges({
        before: { ...before, from: 'none', state: null },
        difference: null,
      }),
  }),
  failed: { ...companyApi, call: states.failed.call },
};

/** Why levels and scores moved: the page, and two days of a service (`?compareFrom=2026-11-01`). */
export const changesStories: StoryDefinition[] = [
  ...Object.entries(pages).map(([state, api]) => ({
    path: `changes-${state}`,
    title: `Changes, ${state}`,
    api,
    element: <ChangesPage />,
  })),
  ...Object.entries(compared).map(([state, api]) => ({
    path: `compare-${state}`,
    title: `Two days of a service, ${state}`,
    api,
    element: (
      <TestApiProvider apis={[[permissionApiRef, mockApis.permission()]]}>
        <EntityProvider entity={checkout}>
          <EntityReliabilityContent />
        </EntityProvider>
      </TestApiProvider>
    ),
  })),
];
