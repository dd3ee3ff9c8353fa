import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReliabilityApi } from '../../../api';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import {
  incidentFigures,
  incidentsResponse,
  incidentStats,
} from '../../../testUtils';
import { IncidentsPage } from './IncidentsPage';

jest.setTimeout(60_000);

const render = (api: Partial<ReliabilityApi> = {}, path = '/') =>
  renderPage(<IncidentsPage />, { api, path });
const tabs = async () =>
  within(await screen.findByRole('navigation', { name: 'What to show' }));

describe('the incidents of the company', () => {
  it('are listed with what needs somebody', async () => {
    await render({
      getIncidents: async () =>
        incidentsResponse(undefined, {
          counts: {
            active: 2,
            postmortemsOverdue: 3,
            followUpsOverdue: 1,
            unmapped: 4,
          },
        }),
    });
    const list = await screen.findByRole('list', { name: 'Incidents' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(
      screen.getByRole('list', { name: 'What needs somebody' }),
    ).toHaveTextContent(
      '2 not over3 postmortems overdue1 follow-up overdue4 incidents concern no known service',
    );
  });

  it.each<[string, string, string, object]>([
    [
      'what is not over',
      '2 not over',
      '?status=active',
      { status: ['active'] },
    ],
    [
      'postmortems that are late',
      '0 postmortems overdue',
      '?postmortem=overdue',
      { postmortem: ['overdue'] },
    ],
    [
      'what customers felt',
      'Customers felt it',
      '?customers=true',
      { customerImpact: 'true' },
    ],
    ['exercises too', 'Exercises too', '?tests=true', { tests: 'true' }],
  ])('can be narrowed to %s', async (_, name, address, query) => {
    const getIncidents = jest.fn(async () =>
      incidentsResponse(undefined, {
        counts: {
          active: 2,
          postmortemsOverdue: 0,
          followUpsOverdue: 0,
          unmapped: null,
        },
      }),
    );
    await render({ getIncidents });
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(search()).toBe(address);
    await waitFor(() =>
      expect(getIncidents).toHaveBeenLastCalledWith(
        expect.objectContaining(query),
        expect.anything(),
      ),
    );
  });

  it('offer an import, and the unmapped ones, to those who may', async () => {
    await render();
    expect(
      await screen.findByRole('link', { name: 'Unmapped' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import' })).toBeInTheDocument();
  });

  it('are sorted and paged at the server', async () => {
    const getIncidents = jest.fn(async () =>
      incidentsResponse(undefined, { totalItems: 70, nextCursor: 'next' }),
    );
    await render({ getIncidents });
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Sort by' }),
      'Longest first',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(search()).toBe('?orderBy=duration&page=2&cursor=next');
    await waitFor(() =>
      expect(getIncidents).toHaveBeenLastCalledWith(
        { orderBy: 'duration', order: 'desc', limit: 50, cursor: 'next' },
        expect.anything(),
      ),
    );
  });

  it.each([
    ['nothing is known', '/', 'No incidents are known yet'],
    ['nothing fits', '/?severity=1', 'Nothing matches'],
  ])('say that %s', async (_, path, text) => {
    await render({ getIncidents: async () => incidentsResponse([]) }, path);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});

describe('the parts of the incidents of the company', () => {
  it('are in the address, and keep the filters where they have the same', async () => {
    await render({}, '/?severity=1&page=2&cursor=x');
    const nav = await tabs();
    expect(nav.getByRole('link', { name: 'Incidents' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(nav.getByRole('link', { name: 'Figures' })).toHaveAttribute(
      'href',
      '/?tab=figures&severity=1',
    );
    expect(nav.getByRole('link', { name: 'Follow-ups' })).toHaveAttribute(
      'href',
      '/?tab=follow-ups',
    );
  });

  it.each([
    ['follow-ups', /Try the restore of the ledger/],
    ['reviews', /Requests succeed/],
    ['lessons', /Connections of every consumer are limited/],
    ['unmapped', /Checkout API \(prod\)/],
    ['accounts', /pd-main/],
    ['nonsense', /Payments are refused/],
  ])('open by their name: %s', async (tab, text) => {
    await render({}, `/?tab=${tab}`);
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
  });
});

describe('the figures of the company', () => {
  const path = '/?tab=figures';

  it('say what they rest on, and that they are no target', async () => {
    await render({}, path);
    const all = await screen.findByRole('region', {
      name: 'Everything in this time',
    });
    const rows = within(
      within(all).getByRole('table', { name: /^Lengths of time/ }),
    ).getAllByRole('row');
    expect(rows.slice(1).map(row => row.textContent)).toEqual([
      expect.stringMatching(/^Time to detect.*6 mintoo few to tell4 of 14$/),
      expect.stringMatching(
        /^Time to acknowledge.*3 min9 min12 of 142 were never acknowledged$/,
      ),
      expect.stringMatching(/^Time to mitigate.*not knownnot known0 of 13$/),
      expect.stringMatching(/^Time to restore.*52 min2 hr, 36 min13 of 13$/),
    ]);
    expect(all).toHaveTextContent(/they are no target/);
  });

  it('draw no trend where there are too few', async () => {
    await render({}, path);
    expect(
      await screen.findByRole('img', {
        name: 'Median time to restore by month: Aug 2026 52 min, Sep 2026 too few, Oct 2026 52 min, Nov 2026 52 min',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: /^Incidents by month: Aug 2026 12/ }),
    ).toBeInTheDocument();
  });

  it('say that no month has enough', async () => {
    const stats = incidentStats();
    await render(
      {
        getIncidentStats: async () => ({
          ...stats,
          groups: stats.groups.map(group => ({ ...group, trend: false })),
        }),
      },
      path,
    );
    expect(
      await screen.findByText(/No month has 10 incidents/),
    ).toBeInTheDocument();
  });

  it('are put beside each other by what is chosen', async () => {
    const getIncidentStats = jest.fn(async ({ by }: { by?: string }) =>
      by === 'service'
        ? incidentStats({
            groups: [
              {
                key: 'component:default/checkout',
                title: 'Checkout',
                figures: incidentFigures(),
                trend: true,
              },
            ],
            groupsTotal: 240,
          })
        : incidentStats(),
    );
    await render({ getIncidentStats }, path);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Service' }),
    );
    const table = await screen.findByRole('table', {
      name: 'Figures by Service',
    });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      'Checkout1452 min (13 of 13) 6 hr, 52 min217 of 383 of 57 of 11',
    );
    expect(screen.getByText(/239 more are not shown/)).toBeInTheDocument();
    expect(search()).toBe('?tab=figures&by=service');
  });

  it('name what repeats most', async () => {
    await render({}, path);
    const table = await screen.findByRole('table', {
      name: /^Services on which the same trouble came back/,
    });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      'Checkoutledger-connections418 Nov 2026, 09:14',
    );
  });
});
