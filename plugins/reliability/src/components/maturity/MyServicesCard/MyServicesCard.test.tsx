import { identityApiRef } from '@backstage/core-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { reliabilityApiRef, type ReliabilityApi } from '../../../api';
import { rankedService, reliabilityApiMock } from '../../../testUtils';
import { mountedRoutes } from '../../../__testUtils__/renderAtEntity';
import { MyServicesCard } from './MyServicesCard';

jest.setTimeout(60_000);

const mine = ['user:default/jane', 'group:default/payments'];

function render(
  ownershipEntityRefs: string[],
  api: Partial<ReliabilityApi> = {},
) {
  const identity = mockApis.identity({
    userEntityRef: 'user:default/jane',
    ownershipEntityRefs,
  });
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [identityApiRef, identity],
        [reliabilityApiRef, reliabilityApiMock(api)],
      ]}
    >
      <MyServicesCard />
    </TestApiProvider>,
    { mountedRoutes },
  );
}

describe('MyServicesCard', () => {
  it('shows the services of the person and of their groups, the lowest first', async () => {
    const getServices = jest.fn(async () => ({
      items: [rankedService()],
      totalItems: 8,
      rankedTotal: 31,
    }));
    await render(mine, { getServices });
    expect(
      await screen.findByRole('list', { name: 'My services' }),
    ).toHaveTextContent('Checkout');
    expect(getServices).toHaveBeenCalledWith(
      { owner: mine, orderBy: 'rank', order: 'desc', limit: 5 },
      expect.anything(),
    );
    expect(
      screen.getByRole('link', { name: 'All 8 of my services in the ranking' }),
    ).toHaveAttribute(
      'href',
      '/reliability?owner=user%3Adefault%2Fjane&owner=group%3Adefault%2Fpayments',
    );
  });

  it('never asks for the services of everybody', async () => {
    const getServices = jest.fn();
    const getSummary = jest.fn();
    await render([], { getServices, getSummary });
    expect(await screen.findByText('You own nothing yet')).toBeInTheDocument();
    expect(getServices).not.toHaveBeenCalled();
    expect(getSummary).not.toHaveBeenCalled();
  });

  it('says that none of them is ranked', async () => {
    await render(mine, {
      getServices: async () => ({ items: [], totalItems: 0, rankedTotal: 31 }),
    });
    expect(
      await screen.findByText('None of your services is ranked'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the ranking' }),
    ).toHaveAttribute('href', '/reliability');
  });

  it('offers to try again', async () => {
    await render(mine, {
      getServices: jest.fn().mockRejectedValue(new Error('gone')),
    });
    expect(
      await screen.findByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });
});
