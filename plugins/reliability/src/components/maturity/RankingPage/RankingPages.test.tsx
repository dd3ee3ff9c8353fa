import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReliabilityApi } from '../../../api';
import { rankedService } from '../../../testUtils';
import {
  address,
  lastQuery,
  renderRanking,
  row,
} from '../../../__testUtils__/renderRanking';

jest.setTimeout(60_000);

describe('the order of the ranking', () => {
  it.each([
    ['Score', 'score', 'desc', 'descending'],
    ['Coverage', 'coverage', 'asc', 'ascending'],
    ['Service', 'title', 'asc', 'ascending'],
    ['Owner', 'owner', 'asc', 'ascending'],
    ['Tier', 'tier', 'asc', 'ascending'],
    ['Trend', 'trend', 'asc', 'ascending'],
  ])('by %s', async (name, orderBy, order, sort) => {
    const { getServices } = await renderRanking();
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
    await renderRanking();
    await row('Checkout');
    expect(screen.getByRole('columnheader', { name: 'Rank' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });
});

describe('the pages of the ranking', () => {
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
    await renderRanking(pages);
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
    await renderRanking(pages, '?page=3&cursor=c3');
    await row('Checkout');
    await userEvent.click(button('First page'));
    expect(address()).toBe('/reliability');
  });

  it('in another size', async () => {
    const { getServices } = await renderRanking(pages, '?page=3&cursor=c3');
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
