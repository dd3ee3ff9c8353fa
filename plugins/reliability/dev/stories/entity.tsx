import type { Entity } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { identityApiRef } from '@backstage/core-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import Grid from '@material-ui/core/Grid';
import type { ReactNode } from 'react';
import { EntityReliabilityCard } from '../../src/components/maturity/EntityReliabilityCard';
import { EntityReliabilityContent } from '../../src/components/maturity/EntityReliabilityContent';
import { GroupReliabilityCard } from '../../src/components/maturity/GroupReliabilityCard';
import { MyServicesCard } from '../../src/components/maturity/MyServicesCard';
import type { StoryDefinition } from '../Story';
import { serviceStates } from './serviceStates';

const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
  spec: {
    type: 'service',
    owner: 'group:default/payments',
    lifecycle: 'production',
  },
};
const group: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments', namespace: 'default', title: 'Payments' },
  spec: { type: 'team', children: [] },
};

const on = (entity: Entity, element: ReactNode) => (
  <EntityProvider entity={entity}>{element}</EntityProvider>
);

const jane = mockApis.identity({
  userEntityRef: 'user:default/jane.osei',
  ownershipEntityRefs: ['user:default/jane.osei', 'group:default/payments'],
});
const nobody = mockApis.identity({ ownershipEntityRefs: [] });

/** The cards as they stand on pages: narrow, wide, and in the home page's frame. */
const cards = (
  <Grid container spacing={3}>
    <Grid item xs={12} md={4}>
      {on(component, <EntityReliabilityCard />)}
    </Grid>
    <Grid item xs={12} md={8}>
      {on(group, <GroupReliabilityCard />)}
    </Grid>
    <Grid item xs={12} md={6}>
      <InfoCard title="My services">
        <TestApiProvider apis={[[identityApiRef, jane]]}>
          <MyServicesCard />
        </TestApiProvider>
      </InfoCard>
    </Grid>
    <Grid item xs={12} md={6}>
      <InfoCard title="My services, owning nothing">
        <TestApiProvider apis={[[identityApiRef, nobody]]}>
          <MyServicesCard />
        </TestApiProvider>
      </InfoCard>
    </Grid>
  </Grid>
);
const tab = on(
  component,
  <TestApiProvider apis={[[permissionApiRef, mockApis.permission()]]}>
    <EntityReliabilityContent />
  </TestApiProvider>,
);

export const entityStories: StoryDefinition[] = Object.entries(
  serviceStates,
).flatMap(([state, api]) => [
  { path: `tab-${state}`, title: `Tab, ${state}`, api, element: tab },
  { path: `cards-${state}`, title: `Cards, ${state}`, api, element: cards },
]);
