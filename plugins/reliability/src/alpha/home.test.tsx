import { identityApiRef } from '@backstage/core-plugin-api';
import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen } from '@testing-library/react';
import plugin from '../alpha';
import { reliabilityApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { reliabilityApiMock } from '../testUtils';

jest.setTimeout(60_000);

describe('the home page widgets, in the new frontend system', () => {
  it('shows the services of the reader', async () => {
    const widget = createExtensionTester(
      plugin.getExtension('home-page-widget:reliability/my-services'),
    ).get(homePageWidgetDataRef);
    renderInTestApp(widget.component, {
      apis: [
        [reliabilityApiRef, reliabilityApiMock()],
        [
          identityApiRef,
          mockApis.identity({
            ownershipEntityRefs: ['group:default/payments'],
          }),
        ],
      ],
      mountedRoutes: {
        '/reliability': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    });
    expect(
      await screen.findByRole(
        'list',
        { name: 'My services' },
        { timeout: 30_000 },
      ),
    ).toHaveTextContent('Checkout');
  });

  it('shows what the reader is on call for', async () => {
    const widget = createExtensionTester(
      plugin.getExtension('home-page-widget:reliability/my-oncall'),
    ).get(homePageWidgetDataRef);
    renderInTestApp(widget.component, {
      apis: [
        [reliabilityApiRef, reliabilityApiMock()],
        [identityApiRef, mockApis.identity()],
      ],
      mountedRoutes: {
        '/reliability': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    });
    expect(
      await screen.findByText('You are on call now', {}, { timeout: 30_000 }),
    ).toBeInTheDocument();
  });

  it('shows what the reader owes', async () => {
    const widget = createExtensionTester(
      plugin.getExtension('home-page-widget:reliability/my-tasks'),
    ).get(homePageWidgetDataRef);
    renderInTestApp(widget.component, {
      apis: [[reliabilityApiRef, reliabilityApiMock()]],
      mountedRoutes: {
        '/reliability': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    });
    expect(
      await screen.findByRole(
        'list',
        { name: 'My readiness tasks' },
        { timeout: 30_000 },
      ),
    ).toHaveTextContent('Checkout: A restore was tried');
  });

  it('shows the follow-ups of the reader', async () => {
    const widget = createExtensionTester(
      plugin.getExtension('home-page-widget:reliability/my-follow-ups'),
    ).get(homePageWidgetDataRef);
    renderInTestApp(widget.component, {
      apis: [
        [reliabilityApiRef, reliabilityApiMock()],
        [identityApiRef, mockApis.identity()],
      ],
      mountedRoutes: {
        '/reliability': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    });
    expect(
      await screen.findByRole(
        'list',
        { name: 'My follow-ups' },
        { timeout: 30_000 },
      ),
    ).toHaveTextContent('Limit the connections of the report');
  });
});
