import { discoveryApiRef } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  permissionApiRef,
  type PermissionApi,
} from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { reliabilityApiRef, type ReliabilityApi } from '../api';
import { rootRouteRef } from '../routes';
import { reliabilityApiMock } from '../testUtils/reliabilityApiMock';

const denying = {
  authorize: async () => ({ result: 'DENY' }),
} as unknown as PermissionApi;

const Search = () => (
  <output data-testid="search">{useLocation().search}</output>
);
/** What the address says after its path. */
export const search = () => screen.getByTestId('search').textContent;

const names = {
  forEntity: (ref: unknown) => {
    const primaryTitle = String(ref).replace(/^.*\//, '');
    const snapshot = { entityRef: String(ref), primaryTitle };
    return { snapshot, promise: Promise.resolve(snapshot) };
  },
};

/** Renders a page of the organisation against a mock of the API. */
export function renderPage(
  element: ReactElement,
  options: {
    api?: Partial<ReliabilityApi>;
    allowed?: boolean;
    path?: string;
  } = {},
) {
  const { api, allowed = true, path = '/' } = options;
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [reliabilityApiRef, reliabilityApiMock(api)],
        [permissionApiRef, allowed ? mockApis.permission() : denying],
        [entityPresentationApiRef, names],
        [discoveryApiRef, mockApis.discovery()],
        [catalogApiRef, catalogApiMock({ entities: [] })],
      ]}
    >
      <Search />
      {element}
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/reliability': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}
