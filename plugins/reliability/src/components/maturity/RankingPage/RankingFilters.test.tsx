import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { scorecardsResponse } from '../../../testUtils';
import {
  address,
  lastQuery,
  renderRanking,
  row,
} from '../../../__testUtils__/renderRanking';

jest.setTimeout(60_000);

describe('the filters of the ranking', () => {
  it('by what the address says, and shows each as a chip that goes away', async () => {
    const { getServices } = await renderRanking(
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
    const chips = within(screen.getByRole('list', { name: 'Active filters' }));
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
    const { getServices } = await renderRanking({}, '?page=2&cursor=abc');
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
    await userEvent.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(address()).toBe('/reliability');
  });

  it('by values that the server offers', async () => {
    const { getFacet } = await renderRanking(
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
    await userEvent.click(screen.getByRole('button', { name: 'Owner: gone' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Owner' }));
    // What is chosen stays, also where the server does not offer it.
    expect(await dialog.findByRole('checkbox', { name: 'gone' })).toBeChecked();
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
    await renderRanking();
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
    const { getSummary } = await renderRanking();
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

  it('switches between scorecards and forgets what belongs to one', async () => {
    const { items } = scorecardsResponse();
    await renderRanking(
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
});
