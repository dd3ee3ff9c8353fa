import type { ListSlosResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import type { ReliabilityApi } from '../../../api';
import {
  listSlosResponse,
  noSloCounts,
  scorecardsResponse,
} from '../../../testUtils';
import { SlosPage } from './SlosPage';

jest.setTimeout(60_000);

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

describe('the summary', () => {
  const counts = { ...noSloCounts, breached: 4, healthy: 30, no_data: 2 };
  const region = () =>
    screen.findByRole('region', { name: 'Summary of the SLOs in view' });

  it('counts by status, what is not known apart, and narrows the list', async () => {
    const getSlos = await render({ counts });
    const summary = within(await region());
    expect(summary.getByText('36 SLOs')).toBeInTheDocument();
    expect(
      summary.getByRole('list', { name: 'Status: Measured' }),
    ).toHaveTextContent('Breached 4Burning 0At risk 0Healthy 30');
    expect(
      summary.getByRole('list', { name: 'Status: Not known' }),
    ).toHaveTextContent(/^No data 2$/);
    await userEvent.click(summary.getByRole('button', { name: 'Breached 4' }));
    await userEvent.click(summary.getByRole('button', { name: 'No data 2' }));
    expect(search()).toBe('?status=breached&status=no_data');
    expect(summary.getByRole('button', { name: 'No data 2' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await waitFor(() =>
      expect(getSlos).toHaveBeenLastCalledWith(
        expect.objectContaining({ status: ['breached', 'no_data'] }),
        expect.anything(),
      ),
    );
  });

  it('leads to the services that lack an SLO', async () => {
    await render({}, { path: '/?owner=group%3Adefault%2Fpayments' });
    expect(await region()).toHaveTextContent('3 services have no SLO.');
    expect(
      await screen.findByRole('link', { name: /Has an objective with data/ }),
    ).toHaveAttribute(
      'href',
      '/reliability?scorecard=reliability&owner=group%3Adefault%2Fpayments&check=slo-with-data',
    );
    expect(
      screen.getByRole('link', { name: 'For which is it unknown?' }),
    ).toHaveAttribute(
      'href',
      '/reliability?scorecard=reliability&owner=group%3Adefault%2Fpayments&check=slo-with-data&outcome=unknown',
    );
  });

  it('has no such link where no scorecard asks for one', async () => {
    const items = scorecardsResponse().items.map(card => ({
      ...card,
      checks: [],
    }));
    const getScorecards = jest.fn(async () => ({ items }));
    await render({}, { api: { getScorecards } });
    expect(await region()).toHaveTextContent('3 services have no SLO.');
    await act(async () => {
      await getScorecards.mock.results[0].value;
    });
    expect(within(await region()).queryByRole('link')).not.toBeInTheDocument();
  });

  it('says that every service has one', async () => {
    await render({ withoutSlo: 0 });
    expect(await region()).toHaveTextContent('Every service has an SLO.');
  });
});
