import type { Entity } from '@backstage/catalog-model';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RankedServiceItem } from '@plimsoll/backstage-plugin-reliability-common';
import {
  bronze,
  noLevel,
  rankedService,
  summaryResponse,
} from '../../../testUtils';
import { renderAtEntity } from '../../../__testUtils__/renderAtEntity';
import { GroupReliabilityCard } from './GroupReliabilityCard';

jest.setTimeout(60_000);

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments' },
  spec: { type: 'team', children: [] },
};
const of = (items: RankedServiceItem[]) => async () => ({
  items,
  totalItems: items.length,
  rankedTotal: 31,
});
const render = (api: Parameters<typeof renderAtEntity>[1] = {}) =>
  renderAtEntity(<GroupReliabilityCard />, { entity: payments, ...api });

describe('GroupReliabilityCard', () => {
  it('asks for the lowest five of this group only', async () => {
    const getServices = jest.fn(of([rankedService()]));
    const getSummary = jest.fn(async () => summaryResponse());
    await render({ api: { getServices, getSummary } });
    const owner = ['group:default/payments'];
    expect(getServices).toHaveBeenCalledWith(
      { owner, orderBy: 'rank', order: 'desc', limit: 5 },
      expect.anything(),
    );
    expect(getSummary).toHaveBeenCalledWith({ owner }, expect.anything());
  });

  it('counts services and levels, and links to all of them', async () => {
    const { container } = await render();
    const levels = await screen.findByRole('list', {
      name: 'Services per level',
    });
    expect(
      within(levels)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['No level: 5', 'Bronze: 12', 'Silver: 9', 'Gold: 5']);
    expect(container).toHaveTextContent(
      '31 services · on average 68 of 100 · 6 need attention',
    );
    expect(
      screen.getByRole('link', { name: 'All 31 services in the ranking' }),
    ).toHaveAttribute('href', '/reliability?owner=group%3Adefault%2Fpayments');
  });

  it.each<[string, Partial<RankedServiceItem>, string]>([
    [
      'the first reason to look at it',
      {
        attention: [
          { kind: 'stale-facts', text: '2 checks without fresh facts' },
        ],
      },
      '2 checks without fresh facts',
    ],
    ['what does not pass', {}, '2 checks fail, 1 check unknown'],
    ['that nothing fails', { dimensions: {} }, 'Nothing fails'],
  ])('says of a service %s', async (_, overrides, text) => {
    await render({ api: { getServices: of([rankedService(overrides)]) } });
    const list = await screen.findByRole('list', { name: 'Lowest first' });
    const item = within(list).getByRole('listitem');
    expect(item).toHaveTextContent(text);
    expect(
      within(item).getByRole('link', { name: 'Checkout' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability',
    );
  });

  it.each([
    ['a level', { level: bronze }, 'Bronze'],
    ['no level', { level: noLevel }, 'No level'],
    [
      'nothing known',
      { score: 0, coverage: 0 },
      'No score: nothing that counts',
    ],
  ])('shows %s in words', async (_, overrides, text) => {
    await render({ api: { getServices: of([rankedService(overrides)]) } });
    const list = await screen.findByRole('list', { name: 'Lowest first' });
    expect(list).toHaveTextContent(text);
  });

  it('says that the group owns none', async () => {
    await render({
      api: {
        getServices: of([]),
        getSummary: async () => summaryResponse({ total: 0 }),
      },
    });
    expect(
      await screen.findByText('Owns no services yet.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('offers to try again', async () => {
    const getSummary = jest
      .fn()
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(summaryResponse());
    await render({ api: { getSummary } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Lowest first' }),
    ).toBeInTheDocument();
  });
});
