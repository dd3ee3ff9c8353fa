import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReliabilityApi, reliabilityApiRef } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { reliabilityApiMock } from '../../../testUtils';
import { DataProblemsPage } from './DataProblemsPage';

jest.setTimeout(60_000);

const setUp = (getDataProblems: ReliabilityApi['getDataProblems']) =>
  renderInTestApp(
    <TestApiProvider
      apis={[[reliabilityApiRef, reliabilityApiMock({ getDataProblems })]]}
    >
      <DataProblemsPage />
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/reliability': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );

const problem = {
  entityRef: 'component:default/checkout',
  title: 'Checkout',
  owner: 'group:default/payments',
  problem:
    'annotation plimsoll.dev/tier is "gold", which is not one of tier-0, tier-1',
};

describe('DataProblemsPage', () => {
  it('says what is wrong with which service, and what to do', async () => {
    await setUp(async () => ({
      items: [
        problem,
        {
          ...problem,
          entityRef: 'component:default/ship',
          title: 'Ship',
          owner: null,
          problem: 'something else',
        },
      ],
      totalItems: 2,
    }));
    const [, first, second] = await screen.findAllByRole('row');
    expect(
      within(first).getByRole('link', { name: 'Checkout' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability',
    );
    expect(first).toHaveTextContent('annotation plimsoll.dev/tier is "gold"');
    expect(
      within(first).getByRole('link', { name: 'See the tiers' }),
    ).toHaveAttribute('href', '/reliability/standards#tiers');
    expect(second).toHaveTextContent('No owner');
    expect(second).toHaveTextContent(/then refresh the service/);
  });

  it('pages', async () => {
    const load = jest.fn(async ({ cursor } = {}) =>
      cursor
        ? { items: [problem], totalItems: 51 }
        : { items: [problem], totalItems: 51, nextCursor: 'c2' },
    );
    await setUp(load);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(await screen.findByText('51–51 of 51')).toBeInTheDocument();
    expect(load).toHaveBeenLastCalledWith(
      { limit: 50, cursor: 'c2' },
      expect.anything(),
    );
  });

  it('is glad where there is none', async () => {
    await setUp(async () => ({ items: [], totalItems: 0 }));
    expect(await screen.findByText('No data problems')).toBeInTheDocument();
  });

  it('says that it failed', async () => {
    await setUp(() => Promise.reject(new Error('down')));
    expect(await screen.findByRole('alert')).toHaveTextContent('down');
  });
});
