import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { noLevel, rankedService, summaryResponse } from '../../../testUtils';
import {
  address,
  renderRanking,
  row,
} from '../../../__testUtils__/renderRanking';

jest.setTimeout(60_000);

describe('RankingPage', () => {
  it('shows a service with everything that ranks it', async () => {
    await renderRanking({
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
    await renderRanking({
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
    await renderRanking();
    expect(await screen.findByText('1 service found')).toHaveAttribute(
      'aria-live',
      'polite',
    );
  });

  describe('opens the service', () => {
    const tab = '/catalog/default/component/checkout/reliability';

    it('by its link', async () => {
      await renderRanking();
      const link = await screen.findByRole('link', { name: 'Checkout' });
      expect(link).toHaveAttribute('href', tab);
    });

    it('by a click anywhere in the row', async () => {
      await renderRanking();
      const cells = within(await row('Checkout'));
      await userEvent.click(cells.getByText('Silver'));
      expect(address()).toBe(tab);
    });

    it('but not by a click on another link or button in the row', async () => {
      await renderRanking({
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

  describe('has a face for', () => {
    const none = async () => ({ items: [], totalItems: 0, rankedTotal: 0 });

    it('no services at all', async () => {
      await renderRanking({ getServices: none });
      expect(await screen.findByText('No services yet')).toBeInTheDocument();
      expect(
        screen.getByText(/reliability.services.filter/),
      ).toBeInTheDocument();
    });

    it('no match, with a way out', async () => {
      await renderRanking(
        { getServices: none },
        '?q=zzz&scorecard=reliability',
      );
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
      await renderRanking({ getServices });
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'database is locked',
      );
      expect(screen.getByText('31 services')).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await row('Checkout');
    });

    it('rules that changed and a catalog that was not read', async () => {
      await renderRanking({
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
      await renderRanking();
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
