import type { Entity } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { identityApiRef } from '@backstage/core-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import Grid from '@material-ui/core/Grid';
import type { ReactNode } from 'react';
import type { ReliabilityApi } from '../../src/api';
import { EntityReliabilityContent } from '../../src/components/maturity/EntityReliabilityContent';
import { EntityOncallCard } from '../../src/components/oncall/EntityOncallCard';
import { GroupOncallCard } from '../../src/components/oncall/GroupOncallCard';
import { MyOncallCard } from '../../src/components/oncall/MyOncallCard';
import { OncallPage } from '../../src/components/oncall/OncallPage';
import { ownerOncall, personOncall } from '../../src/testUtils/oncallLists';
import { serviceResponse } from '../../src/testUtils/services';
import { companyApi } from '../company';
import { oncallOf, oncallStates } from '../oncall';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const entity = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', title: name },
  spec: { type: 'service', owner: 'group:default/payments', children: [] },
});
const on = (kind: string, name: string, element: ReactNode) => (
  <EntityProvider entity={entity(kind, name)}>{element}</EntityProvider>
);
const jane = mockApis.identity({ userEntityRef: 'user:default/jane.osei' });

const tab = (
  <TestApiProvider apis={[[permissionApiRef, mockApis.permission()]]}>
    {on('Component', 'checkout', <EntityReliabilityContent />)}
  </TestApiProvider>
);
const cards = (
  <TestApiProvider apis={[[identityApiRef, jane]]}>
    <Grid container spacing={3}>
      <Grid item xs={12} md={4}>
        {on('Component', 'checkout', <EntityOncallCard />)}
      </Grid>
      <Grid item xs={12} md={8}>
        {on('Group', 'payments', <GroupOncallCard />)}
      </Grid>
      <Grid item xs={12} md={6}>
        <InfoCard title="My on-call">
          <MyOncallCard />
        </InfoCard>
      </Grid>
    </Grid>
  </TestApiProvider>
);

const withService = (api: ReliabilityApi): ReliabilityApi => ({
  ...api,
  getService: async () => serviceResponse(),
});

const faults = {
  loading: states.loading,
  failed: states.failed,
  forbidden: states.forbidden,
};
const ofService: Record<string, ReliabilityApi> = {
  ...Object.fromEntries(
    Object.entries(oncallStates).map(([state, value]) => [
      state,
      oncallOf(companyApi, value),
    ]),
  ),
  ...faults,
};
const emptyCompany: ReliabilityApi = {
  ...companyApi,
  getOncall: async () => ({
    items: [],
    totalItems: 0,
    at: new Date().toISOString(),
    counts: { covered: 0, uncovered: 0, unknown: 0, none: 0 },
    namesHidden: false,
  }),
  getRotations: async () => ({ items: [], totalItems: 0, namesHidden: false }),
  getOncallAccounts: async () => ({ items: [] }),
};
const emptyCards: ReliabilityApi = {
  ...oncallOf(companyApi, oncallStates.empty),
  getOwnerOncall: async () => ownerOncall({ rotations: [] }),
  getPersonOncall: async () => personOncall({ now: [], next: [] }),
};

/** The tab is to be opened with `?view=oncall`. */
export const oncallStories: StoryDefinition[] = [
  ...Object.entries(ofService).map(([state, api]) => ({
    path: `oncall-tab-${state}`,
    title: `On-call tab, ${state}`,
    api: withService(api),
    element: tab,
  })),
  ...Object.entries({ ...ofService, empty: emptyCards }).map(
    ([state, api]) => ({
      path: `oncall-cards-${state}`,
      title: `On-call cards, ${state}`,
      api,
      element: cards,
    }),
  ),
  ...Object.entries({ full: companyApi, empty: emptyCompany, ...faults }).map(
    ([state, api]) => ({
      path: `oncall-page-${state}`,
      title: `On-call, ${state}`,
      api,
      element: <OncallPage />,
    }),
  ),
];
