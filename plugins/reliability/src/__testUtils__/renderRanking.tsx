import {
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { reliabilityApiRef, type ReliabilityApi } from '../api';
import { RankingPage } from '../components/maturity/RankingPage';
import { rootRouteRef } from '../routes';
import { reliabilityApiMock } from '../testUtils/reliabilityApiMock';

const Address = () => {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
};
/** Where the browser is. */
export const address = () => screen.getByTestId('address').textContent;

/** Renders the ranking at an address; answers with spies on what it asks the API for. */
export async function renderRanking(
  overrides: Partial<ReliabilityApi> = {},
  search = '',
) {
  const api = reliabilityApiMock(overrides);
  const spies = {
    getServices: jest.spyOn(api, 'getServices'),
    getSummary: jest.spyOn(api, 'getSummary'),
    getFacet: jest.spyOn(api, 'getFacet'),
  };
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [reliabilityApiRef, api],
        [
          entityPresentationApiRef,
          {
            forEntity: (ref: unknown) => {
              const primaryTitle = String(ref).replace(/^.*\//, '');
              const snapshot = { entityRef: String(ref), primaryTitle };
              return { snapshot, promise: Promise.resolve(snapshot) };
            },
          },
        ],
      ]}
    >
      <Address />
      <Routes>
        <Route path="/reliability" element={<RankingPage />} />
        <Route path="*" element={null} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [`/reliability${search}`],
      mountedRoutes: {
        '/reliability': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return spies;
}

/** The row of a service, once it is there. */
export const row = async (title: string) =>
  (await screen.findByRole('link', { name: title })).closest('tr')!;
/** What was asked for last. */
export const lastQuery = (spy: jest.SpyInstance) => spy.mock.lastCall?.[0];
