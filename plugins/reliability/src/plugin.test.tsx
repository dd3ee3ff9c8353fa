import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { reliabilityApiRef, reliabilityPlugin, ReliabilityPage } from '.';
import { rootRouteRef } from './routes';
import { reliabilityApiMock } from './testUtils';

jest.setTimeout(60_000);

const render = (element: ReactElement, path = '/') =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [reliabilityApiRef, reliabilityApiMock()],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
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

// Lazily loaded, so the first of them waits for the whole bundle.
const patience = { timeout: 30_000 };

describe('the plugin in the classic frontend', () => {
  it('offers its API to the app', () => {
    expect([...reliabilityPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.reliability.service',
    ]);
  });

  it('has a page with tabs at the addresses of the new frontend', async () => {
    await render(
      <Routes>
        <Route path="/reliability/*" element={<ReliabilityPage />} />
      </Routes>,
      '/reliability?tier=tier-0',
    );
    expect(
      await screen.findByRole('heading', { name: 'Reliability' }, patience),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Checkout' }, patience),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /Remove filter Tier/ }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Standards' }));
    expect(
      await screen.findByRole('table', { name: /Tier contracts/ }, patience),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Data problems' }));
    expect(
      await screen.findByText('No data problems', {}, patience),
    ).toBeInTheDocument();
  });

  it.each([
    ['/reliability/readiness', 'Which items fail most'],
    ['/reliability/slos/draft', 'Try an SLO'],
    ['/reliability/incidents/pd-main%3AQ1', 'INC-42 Payments are refused'],
    ['/reliability/tasks', 'Awaiting my review'],
    ['/reliability/reviews/review-0', 'Dossier: Checkout'],
  ])('has a page at %s', async (path, text) => {
    await render(
      <Routes>
        <Route path="/reliability/*" element={<ReliabilityPage />} />
      </Routes>,
      path,
    );
    expect(
      await screen.findByRole('heading', { name: text }, patience),
    ).toBeInTheDocument();
  });
});
