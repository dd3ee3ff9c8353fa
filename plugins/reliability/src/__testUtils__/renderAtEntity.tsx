import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  permissionApiRef,
  type PermissionApi,
} from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type { ReactElement } from 'react';
import { reliabilityApiRef, type ReliabilityApi } from '../api';
import { rootRouteRef } from '../routes';
import { reliabilityApiMock } from '../testUtils';

/** The entity of `serviceResponse()`. */
export const checkoutEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', title: 'Checkout' },
  spec: { type: 'service', owner: 'payments', lifecycle: 'production' },
};

export const mountedRoutes = {
  '/reliability': rootRouteRef,
  '/catalog/:namespace/:kind/:name': entityRouteRef,
};

const denying = {
  authorize: async () => ({ result: 'DENY' }),
} as unknown as PermissionApi;

/** Renders what lives on an entity's page, in the classic frontend, against a mock of the API. */
export function renderAtEntity(
  element: ReactElement,
  options: {
    api?: Partial<ReliabilityApi>;
    entity?: Entity;
    allowed?: boolean;
    path?: string;
  } = {},
) {
  const { api, entity = checkoutEntity, allowed = true, path = '/' } = options;
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [reliabilityApiRef, reliabilityApiMock(api)],
        [permissionApiRef, allowed ? mockApis.permission() : denying],
      ]}
    >
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes, routeEntries: [path] },
  );
}
