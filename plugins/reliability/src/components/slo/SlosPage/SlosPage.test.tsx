import type { ListSlosResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import type { ReliabilityApi } from '../../../api';
import { listSlosResponse, sloResponse } from '../../../testUtils';
import { SlosPage } from './SlosPage';

jest.setTimeout(60_000);

const overspent = sloResponse({
  name: 'latency',
  id: 'latency',
  title: 'Answers are fast',
  status: 'breached',
  remaining: -2.5,
  remainingMs: -6_480_000,
  sli: 0.9965,
  burn: 2.41,
  alerts: { page: 1, ticket: 2 },
  objectives: 3,
});
const failed = sloResponse({
  name: 'tiles',
  id: 'tiles',
  title: 'Tiles are drawn',
  status: 'error',
  flags: ['stale'],
  error: 'source "prod" answered 422: too many samples',
});
const silent = sloResponse({
  name: 'import',
  id: 'import',
  title: 'Imports end well',
  status: 'no_data',
  sli: null,
  remaining: null,
  remainingMs: null,
  burn: null,
  owner: null,
  evaluatedAt: null,
});

const render = async (
  page: Partial<ListSlosResponse> = {},
  options: { api?: Partial<ReliabilityApi>; path?: string } = {},
) => {
  const getSlos = jest.fn(async () => listSlosResponse(page));
  await renderPage(<SlosPage />, {
    path: options.path,
    api: { getSlos, ...options.api },
  });
  return getSlos;
};
const row = async (title: string) =>
  (await screen.findByRole('link', { name: new RegExp(`${title}$`) })).closest(
    'tr',
  )!;
const cellsOf = (line: HTMLElement) =>
  within(line)
    .getAllByRole('cell')
    .map(cell => cell.textContent);

describe('a row', () => {
  it('says how an SLO stands', async () => {
    await render({ items: [overspent] });
    const line = await row('Answers are fast');
    expect(within(line).getByRole('rowheader')).toHaveTextContent(
      'Checkout Answers are fast',
    );
    expect(cellsOf(line).slice(0, -1)).toEqual([
      'Breached',
      'Mission criticalpayments',
      '99.9 % over 30 daysthe worst of 3 objectives',
      '99.65 %',
      '350 % spent1 hr, 48 min too much',
      '2.4×',
      '1 page2 tickets',
    ]);
  });

  it('says what is not known, and why', async () => {
    await render({ items: [failed, silent] });
    expect(await row('Tiles are drawn')).toHaveTextContent(
      'answered 422: too many samplesStale',
    );
    expect(cellsOf(await row('Imports end well'))).toEqual([
      'No data',
      'Mission criticalNo owner',
      '99.9 % over 30 days',
      '–',
      'Budget not known',
      '–',
      'None',
      'Not yet',
    ]);
  });

  it('leads to the SLO on the page of its service', async () => {
    await render({ items: [overspent] });
    expect(
      await screen.findByRole('link', { name: /Answers are fast/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability?view=slos&slo=latency',
    );
  });
});

describe('the list', () => {
  const groups = () =>
    screen
      .queryAllByRole('rowheader')
      .map(header => header.textContent)
      .filter(text => /^(Measured|Not known)/.test(text ?? ''));

  it('sets what is not known apart', async () => {
    await render({ items: [overspent, failed, silent] });
    const line = await row('Tiles are drawn');
    expect(groups()).toEqual([
      'Measured',
      'Not known: nothing here is good or bad',
    ]);
    expect(line.parentElement).not.toBe(
      (await row('Answers are fast')).parentElement,
    );
    expect(line.parentElement).toContainElement(await row('Imports end well'));
  });

  it.each([
    ['where all is known', '/', [overspent]],
    ['in another order', '/?orderBy=burn', [overspent, failed]],
  ])('has no groups %s', async (_, path, items) => {
    await render({ items }, { path });
    await row('Answers are fast');
    expect(groups()).toEqual([]);
  });

  it('asks as the address says', async () => {
    const getSlos = await render(
      {},
      { path: '/?status=breached&tier=tier-0&q=pay&orderBy=burn&order=desc' },
    );
    await row('Requests succeed');
    expect(getSlos).toHaveBeenLastCalledWith(
      {
        status: ['breached'],
        tier: ['tier-0'],
        q: 'pay',
        orderBy: 'burn',
        order: 'desc',
        limit: 50,
      },
      expect.anything(),
    );
  });

  it('is sorted by the server: the fastest burn first', async () => {
    const getSlos = await render();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Burn, 6 h' }),
    );
    expect(search()).toBe('?orderBy=burn&order=desc');
    await waitFor(() =>
      expect(getSlos).toHaveBeenLastCalledWith(
        expect.objectContaining({ orderBy: 'burn', order: 'desc' }),
        expect.anything(),
      ),
    );
  });

  it('pages', async () => {
    await render({ totalItems: 60, nextCursor: 'two' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(search()).toBe('?page=2&cursor=two');
  });

  it('is cards where there is no room for a table', async () => {
    const before = window.matchMedia;
    Object.assign(window, {
      matchMedia: (media: string) => ({
        matches: true,
        media,
        addListener: () => {},
        removeListener: () => {},
      }),
    });
    try {
      await render({ items: [overspent, silent] });
      const list = await screen.findByRole('list', {
        name: 'SLOs of the company, Measured',
      });
      expect(list).toHaveTextContent('350 % spent');
      expect(list).toHaveTextContent('SLI 99.65 %');
      expect(screen.queryByRole('table')).not.toBeInTheDocument();
      await userEvent.selectOptions(
        screen.getByRole('combobox', { name: 'Sort by' }),
        'Least budget left first',
      );
      expect(search()).toBe('?orderBy=remaining');
    } finally {
      Object.assign(window, { matchMedia: before });
    }
  });
});

describe('has a face for', () => {
  const empty = { items: [], totalItems: 0, withoutSlo: 12 };

  it('a company without SLOs: how to begin', async () => {
    await render(empty);
    expect(
      await screen.findByRole('heading', { name: 'No SLO yet' }),
    ).toBeInTheDocument();
    expect(screen.getByText('12 services have no SLO.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try an SLO' })).toHaveAttribute(
      'href',
      '/reliability/slos/draft',
    );
    expect(screen.queryByLabelText('Search SLOs')).not.toBeInTheDocument();
    expect(screen.queryByText('Healthy')).not.toBeInTheDocument();
  });

  it('filters that leave nothing, with a way out', async () => {
    await render(empty, { path: '/?q=unicorn&orderBy=burn' });
    expect(
      await screen.findByText('No SLO matches these filters'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(search()).toBe('?orderBy=burn');
  });

  it('a failure, while the filters stand', async () => {
    const getSlos = jest
      .fn()
      .mockRejectedValueOnce(new Error('database is locked'))
      .mockResolvedValue(listSlosResponse());
    await render({}, { api: { getSlos } });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'database is locked',
    );
    expect(screen.getByLabelText('Search SLOs')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await row('Requests succeed');
  });
});
