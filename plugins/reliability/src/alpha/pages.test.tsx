import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ListOncallQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { useLocation } from 'react-router-dom';
import plugin from '../alpha';
import { reliabilityApiRef } from '../api';
import { NOW, oncallItem, reliabilityApiMock } from '../testUtils';

jest.setTimeout(60_000);

const wait = { timeout: 30_000 };

const Place = () => {
  const { pathname, search } = useLocation();
  return <div data-testid="place">{`${pathname}${search}`}</div>;
};
const place = AppRootElementBlueprint.make({
  params: { element: <Place /> },
});

const refund = oncallItem({
  entityRef: 'component:default/refund',
  title: 'Refund',
});
const getOncall = async ({ q }: ListOncallQuery) => ({
  items: [q === 'refund' ? refund : oncallItem()],
  totalItems: 1,
  at: NOW,
  counts: { covered: 1, uncovered: 0, unknown: 0, none: 0 },
  namesHidden: false,
});

const box = () => screen.getByRole('searchbox', { name: 'Search on-call' });

/** The directory of on-call, with the focus in its search box. */
const directory = async () => {
  renderTestApp({
    features: [plugin],
    extensions: [place],
    apis: [[reliabilityApiRef, reliabilityApiMock({ getOncall })]],
    initialRouteEntries: ['/reliability/oncall'],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  await screen.findByRole('link', { name: 'Checkout' }, wait);
  return box();
};

describe('the pages, in the new frontend system', () => {
  it('stay as they are while what is typed goes to the address', async () => {
    const search = await directory();
    await userEvent.type(search, 'refund');
    expect(
      await screen.findByRole('link', { name: 'Refund' }),
    ).toBeInTheDocument();
    expect(screen.getByTestId('place')).toHaveTextContent(
      '/reliability/oncall?q=refund',
    );
    expect(box()).toBe(search);
    expect(search).toHaveFocus();
  });

  it('open the first service at Enter', async () => {
    await userEvent.type(await directory(), 'refund{Enter}');
    await waitFor(() =>
      expect(screen.getByTestId('place')).toHaveTextContent(
        '/catalog/default/component/refund/reliability',
      ),
    );
  });
});
