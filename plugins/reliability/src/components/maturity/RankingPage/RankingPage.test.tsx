import {
  entityRouteRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { ReliabilityApi, reliabilityApiRef } from '../../../api';
import { rootRouteRef } from '../../../routes';
import {
  noLevel,
  rankedService,
  reliabilityApiMock,
  scorecardsResponse,
  summaryResponse,
} from '../../../testUtils';
import { RankingPage } from './RankingPage';

jest.setTimeout(60_000);

const Address = () => {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
};
const address = () => screen.getByTestId('address').textContent;

async function setUp(overrides: Partial<ReliabilityApi> = {}, search = '') {
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

const row = async (title: string) =>
  (await screen.findByRole('link', { name: title })).closest('tr')!;
const lastQuery = (spy: jest.SpyInstance) => spy.mock.lastCall?.[0];

describe('RankingPage', () => {
  it('shows a service with everything that ranks it', async () => {
    await setUp({
      getServices: async () => ({
        items: [
          rankedService({
            rank: 7,
            attention: [
              { kind: 'dropped', text: 'Fell to Silver' },
              { kind: 'stale-facts', text: '2 checks without fresh facts' },
            ],
            outdated: true,
          }),
        ],
        totalItems: 1,
        rankedTotal: 31,
      }),
    });
    const cells = within(await row('Checkout'));
    expect(cells.getByRole('rowheader')).toHaveTextContent('Checkout');
    for (const text of [
      '7',
      'payments',
      'Mission critical',
      'Silver',
      'Score 82 of 100, coverage 100 %',
      '100 %',
      /Up 4 points since/,
      'Fell to Silver',
      '+1',
      'Being assessed again',
    ]) {
      expect(cells.getByText(text)).toBeInTheDocument();
    }
    expect(
      cells.getByRole('img', { name: 'documentation: 66 of 100' }),
    ).toBeInTheDocument();
  });

  it('says nothing where nothing is known', async () => {
    await setUp({
      getServices: async () => ({
        items: [
          rankedService({
            score: 0,
            coverage: 0,
            level: noLevel,
            owner: null,
            trend: null,
            tier: { id: 'untiered', name: 'Untiered', rank: null },
          }),
        ],
        totalItems: 1,
        rankedTotal: 1,
      }),
    });
    const cells = within(await row('Checkout'));
    expect(
      cells.getByText('No score: nothing that counts is known yet'),
    ).toBeInTheDocument();
    for (const text of ['No level', 'No owner', 'Untiered', '0 %']) {
      expect(cells.getByText(text)).toBeInTheDocument();
    }
  });

  it('announces how many services were found', async () => {
    await setUp();
    expect(await screen.findByText('1 service found')).toHaveAttribute(
      'aria-live',
      'polite',
    );
  });

  describe('opens the service', () => {
    const tab = '/catalog/default/component/checkout/reliability';

    it('by its link', async () => {
      await setUp();
      const link = await screen.findByRole('link', { name: 'Checkout' });
      expect(link).toHaveAttribute('href', tab);
    });

    it('by a click anywhere in the row', async () => {
      await setUp();
      await row('Checkout');
      await userEvent.click(screen.getByText('Silver'));
      expect(address()).toBe(tab);
    });

    it('but not by a click on another link or button in the row', async () => {
      await setUp({
        getServices: async () => ({
          items: [
            rankedService({
              attention: [
                { kind: 'dropped', text: 'a' },
                { kind: 'dropped', text: 'b' },
              ],
            }),
          ],
          totalItems: 1,
          rankedTotal: 1,
        }),
      });
      await row('Checkout');
      await userEvent.click(screen.getByRole('button', { name: '1 more: b' }));
      expect(address()).toBe('/reliability');
    });
  });

  describe('sorts', () => {
    it.each([
      ['Score', 'score', 'desc', 'descending'],
      ['Coverage', 'coverage', 'asc', 'ascending'],
      ['Service', 'title', 'asc', 'ascending'],
      ['Owner', 'owner', 'asc', 'ascending'],
      ['Tier', 'tier', 'asc', 'ascending'],
      ['Trend', 'trend', 'asc', 'ascending'],
    ])('by %s', async (name, orderBy, order, sort) => {
      const { getServices } = await setUp();
      await row('Checkout');
      await userEvent.click(screen.getByRole('button', { name }));
      await waitFor(() =>
        expect(lastQuery(getServices)).toMatchObject({ orderBy, order }),
      );
      expect(screen.getByRole('columnheader', { name })).toHaveAttribute(
        'aria-sort',
        sort,
      );
      await userEvent.click(screen.getByRole('button', { name }));
      await waitFor(() => expect(lastQuery(getServices).order).not.toBe(order));
    });

    it('by rank unless told otherwise', async () => {
      await setUp();
      await row('Checkout');
      expect(
        screen.getByRole('columnheader', { name: 'Rank' }),
      ).toHaveAttribute('aria-sort', 'ascending');
    });
  });

  describe('filters', () => {
    it('by what the address says, and shows each as a chip that goes away', async () => {
      const { getServices } = await setUp(
        {},
        '?q=pay&tier=tier-0&owner=group:default/fleet&level=none&check=runbook&outcome=unknown&attention=true',
      );
      await row('Checkout');
      expect(lastQuery(getServices)).toMatchObject({
        q: 'pay',
        tier: ['tier-0'],
        owner: ['group:default/fleet'],
        level: ['none'],
        check: 'runbook',
        outcome: 'unknown',
        attention: 'true',
      });
      const chips = within(
        screen.getByRole('list', { name: 'Active filters' }),
      );
      expect(
        chips.getAllByRole('button').map(button => button.textContent),
      ).toEqual([
        'Text: pay',
        'Tier: Mission critical',
        'Owner: fleet',
        'Level: No level',
        'Runbook is linked: Unknown',
        'Needs attention',
        'Clear all',
      ]);
      await userEvent.click(chips.getByText('Tier: Mission critical'));
      expect(address()).not.toContain('tier=');
      await userEvent.click(screen.getByText('Clear all'));
      expect(address()).toBe('/reliability');
    });

    it('by text, once the typing rests, on the first page', async () => {
      const { getServices } = await setUp({}, '?page=2&cursor=abc');
      await row('Checkout');
      await userEvent.type(
        screen.getByRole('searchbox', { name: 'Search services' }),
        'ferry',
      );
      await waitFor(() => expect(address()).toBe('/reliability?q=ferry'));
      await waitFor(() =>
        expect(lastQuery(getServices)).toMatchObject({ q: 'ferry' }),
      );
      expect(
        getServices.mock.calls.filter(([query]) => query.q !== undefined),
      ).toHaveLength(1);
      expect(lastQuery(getServices)).not.toHaveProperty('cursor');
      await userEvent.click(
        screen.getByRole('button', { name: 'Clear search' }),
      );
      expect(address()).toBe('/reliability');
    });

    it('by values that the server offers', async () => {
      const { getFacet } = await setUp(
        {
          getFacet: async () => ({
            items: [
              { value: 'group:default/fleet', label: 'fleet', count: 12 },
              { value: 'group:default/pay', label: 'pay', count: 3 },
            ],
          }),
        },
        '?owner=group:default/gone&tier=tier-0',
      );
      await row('Checkout');
      expect(getFacet).not.toHaveBeenCalled();
      await userEvent.click(
        screen.getByRole('button', { name: 'Owner: gone' }),
      );
      const dialog = within(screen.getByRole('dialog', { name: 'Owner' }));
      // What is chosen stays, also where the server does not offer it.
      expect(
        await dialog.findByRole('checkbox', { name: 'gone' }),
      ).toBeChecked();
      expect(getFacet).toHaveBeenCalledWith(
        'owner',
        { tier: ['tier-0'], limit: 50 },
        expect.anything(),
      );
      await userEvent.click(dialog.getByRole('checkbox', { name: 'fleet 12' }));
      expect(
        new URLSearchParams(address()!.split('?')[1]).getAll('owner'),
      ).toEqual(['group:default/gone', 'group:default/fleet']);
      await userEvent.type(dialog.getByRole('searchbox'), 'pa');
      await waitFor(() =>
        expect(getFacet).toHaveBeenLastCalledWith(
          'owner',
          { tier: ['tier-0'], limit: 50, match: 'pa' },
          expect.anything(),
        ),
      );
      await userEvent.click(dialog.getByRole('button', { name: 'Clear' }));
      expect(address()).toBe('/reliability?tier=tier-0');
      await userEvent.keyboard('{Escape}');
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
    });

    it('by the outcome of a check', async () => {
      await setUp();
      await row('Checkout');
      await userEvent.click(screen.getByRole('button', { name: 'Check: any' }));
      const dialog = within(screen.getByRole('dialog', { name: 'Check' }));
      await userEvent.type(dialog.getByRole('searchbox'), 'runb');
      expect(dialog.getAllByRole('radio')).toHaveLength(2);
      await userEvent.click(
        dialog.getByRole('radio', { name: 'Runbook is linked' }),
      );
      expect(address()).toBe('/reliability?check=runbook');
      await userEvent.selectOptions(
        dialog.getByRole('combobox', { name: 'Outcome' }),
        'Unknown',
      );
      expect(address()).toBe('/reliability?check=runbook&outcome=unknown');
      await userEvent.click(dialog.getByRole('radio', { name: 'Any check' }));
      expect(address()).toBe('/reliability');
    });

    it('by level and attention in the summary, whose counts stay to choose from', async () => {
      const { getSummary } = await setUp();
      const summary = within(
        await screen.findByRole('region', {
          name: 'Summary of the services in view',
        }),
      );
      expect(summary.getByText('31 services')).toBeInTheDocument();
      expect(getSummary).toHaveBeenCalledTimes(1);
      await userEvent.click(
        summary.getByRole('button', { name: 'Bronze 12', pressed: false }),
      );
      expect(address()).toBe('/reliability?level=bronze');
      expect(getSummary.mock.calls.map(([filter]) => filter)).toEqual([
        {},
        {},
        { level: ['bronze'] },
      ]);
      await userEvent.click(
        summary.getByRole('button', { name: '6 need attention' }),
      );
      expect(address()).toBe('/reliability?level=bronze&attention=true');
      expect(
        summary.getByRole('button', { name: 'Bronze 12', pressed: true }),
      ).toBeInTheDocument();
    });
  });

  describe('pages', () => {
    const page = (nextCursor?: string) => ({
      items: [rankedService()],
      totalItems: 312,
      rankedTotal: 312,
      nextCursor,
    });
    const pages: Partial<ReliabilityApi> = {
      getServices: async ({ cursor }) =>
        page({ '': 'c2', c2: 'c3' }[cursor ?? '']),
    };
    const button = (name: string) => screen.getByRole('button', { name });

    it('forth and back', async () => {
      await setUp(pages);
      await row('Checkout');
      expect(screen.getByText('1–1 of 312')).toBeInTheDocument();
      expect(button('Previous page')).toBeDisabled();
      await userEvent.click(button('Next page'));
      expect(address()).toBe('/reliability?page=2&cursor=c2');
      expect(await screen.findByText('51–51 of 312')).toBeInTheDocument();
      await userEvent.click(button('Next page'));
      expect(address()).toBe('/reliability?page=3&cursor=c3');
      await waitFor(() => expect(button('Next page')).toBeDisabled());
      await userEvent.click(button('Previous page'));
      expect(address()).toBe('/reliability?page=2&cursor=c2');
      await userEvent.click(button('Previous page'));
      expect(address()).toBe('/reliability');
    });

    it('from a shared link back to the first page', async () => {
      await setUp(pages, '?page=3&cursor=c3');
      await row('Checkout');
      await userEvent.click(button('First page'));
      expect(address()).toBe('/reliability');
    });

    it('in another size', async () => {
      const { getServices } = await setUp(pages, '?page=3&cursor=c3');
      await row('Checkout');
      await userEvent.selectOptions(
        screen.getByRole('combobox', { name: 'Rows per page' }),
        '100',
      );
      expect(address()).toBe('/reliability?limit=100');
      await waitFor(() =>
        expect(lastQuery(getServices)).toMatchObject({ limit: 100 }),
      );
    });
  });

  describe('has a face for', () => {
    const none = async () => ({ items: [], totalItems: 0, rankedTotal: 0 });

    it('no services at all', async () => {
      await setUp({ getServices: none });
      expect(await screen.findByText('No services yet')).toBeInTheDocument();
      expect(
        screen.getByText(/reliability.services.filter/),
      ).toBeInTheDocument();
    });

    it('no match, with a way out', async () => {
      await setUp({ getServices: none }, '?q=zzz&scorecard=reliability');
      expect(
        await screen.findByText('No service matches these filters'),
      ).toBeInTheDocument();
      await userEvent.click(
        screen.getByRole('button', { name: 'Clear filters' }),
      );
      expect(address()).toBe('/reliability?scorecard=reliability');
      expect(await screen.findByText('No services yet')).toBeInTheDocument();
    });

    it('a failure of the list, while the rest stands', async () => {
      const getServices = jest
        .fn()
        .mockRejectedValueOnce(new Error('database is locked'))
        .mockResolvedValue({
          items: [rankedService()],
          totalItems: 1,
          rankedTotal: 1,
        });
      await setUp({ getServices });
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'database is locked',
      );
      expect(screen.getByText('31 services')).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await row('Checkout');
    });

    it('rules that changed and a catalog that was not read', async () => {
      await setUp({
        getSummary: async () =>
          summaryResponse({ outdated: 5, catalogCheckedAt: null }),
      });
      expect(
        await screen.findByText(
          /Rules changed; 5 services are being assessed again/,
        ),
      ).toBeInTheDocument();
      expect(screen.getByText(/Catalog not read yet/)).toBeInTheDocument();
      expect(
        screen.getByRole('link', { name: '2 data problems' }),
      ).toHaveAttribute('href', '/reliability/data-problems');
    });
  });

  it('switches between scorecards and forgets what belongs to one', async () => {
    const { items } = scorecardsResponse();
    await setUp(
      {
        getScorecards: async () => ({
          items: [...items, { ...items[0], id: 'launch', title: 'Launch' }],
        }),
      },
      '?level=gold&check=runbook&tier=tier-0',
    );
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Scorecard' }),
      'Launch',
    );
    expect(address()).toBe('/reliability?scorecard=launch&tier=tier-0');
  });

  it('shows cards instead of a table where there is no room', async () => {
    const matchMedia = (query: string) => ({
      matches: true,
      media: query,
      addListener: () => {},
      removeListener: () => {},
    });
    const before = window.matchMedia;
    Object.assign(window, { matchMedia });
    try {
      await setUp();
      const list = within(
        await screen.findByRole('list', {
          name: 'Services ranked by reliability',
        }),
      );
      expect(list.getByRole('link', { name: 'Checkout' })).toBeInTheDocument();
      expect(list.getByText('100 % known')).toBeInTheDocument();
      expect(screen.queryByRole('table')).not.toBeInTheDocument();
      await userEvent.selectOptions(
        screen.getByRole('combobox', { name: 'Sort by' }),
        'Fell most first',
      );
      expect(address()).toBe('/reliability?orderBy=trend');
    } finally {
      Object.assign(window, { matchMedia: before });
    }
  });
});
