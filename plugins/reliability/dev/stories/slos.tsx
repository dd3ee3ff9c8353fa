import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import type { ReliabilityApi } from '../../src/api';
import { EntityReliabilityContent } from '../../src/components/maturity/EntityReliabilityContent';
import { serviceResponse } from '../../src/testUtils/services';
import { companyApi } from '../company';
import { brokenFiles, everySlo, slosOf } from '../slos';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
  spec: { type: 'service', owner: 'group:default/payments' },
};

const tab = (
  <TestApiProvider apis={[[permissionApiRef, mockApis.permission()]]}>
    <EntityProvider entity={component}>
      <EntityReliabilityContent />
    </EntityProvider>
  </TestApiProvider>
);

/** The service is there; what is asked about its SLOs ends in one way. */
const withService = (api: ReliabilityApi): ReliabilityApi => ({
  ...api,
  getService: async () => serviceResponse(),
});

const tabStates: Record<string, ReliabilityApi> = {
  full: slosOf(companyApi),
  reader: slosOf(
    companyApi,
    everySlo.map(slo => ({ ...slo, mayCorrect: false })),
  ),
  one: slosOf(companyApi, everySlo.slice(-1)),
  broken: slosOf(companyApi, everySlo.slice(0, 1), brokenFiles),
  'only-broken': slosOf(companyApi, [], brokenFiles),
  empty: slosOf(companyApi, [], []),
  loading: withService(states.loading),
  failed: withService(states.failed),
  forbidden: withService(states.forbidden),
  'no-history': {
    ...slosOf(companyApi),
    getSloHistory: states.failed.getSloHistory,
  },
};

/** To be opened with `?view=slos`. */
export const sloStories: StoryDefinition[] = Object.entries(tabStates).map(
  ([state, api]) => ({
    path: `slos-tab-${state}`,
    title: `SLOs tab, ${state}`,
    api,
    element: tab,
  }),
);
