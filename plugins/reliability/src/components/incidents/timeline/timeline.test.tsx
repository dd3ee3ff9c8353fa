import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serviceIncidents } from '../../../testUtils';
import { renderIncidents } from '../../../__testUtils__/renderIncidents';

jest.setTimeout(60_000);

const section = () =>
  screen.findByRole('region', { name: 'Incidents and budget' });
const [worst, other] = serviceIncidents().budgets;

describe('the chart of incidents', () => {
  it('has a bar for each incident, by severity, the worst first', async () => {
    await renderIncidents();
    const lanes = within(await section()).getAllByRole('list');
    expect(lanes.map(lane => lane.getAttribute('aria-label'))).toEqual([
      'SEV1',
      'SEV2',
      'Changes',
    ]);
    expect(
      within(lanes[0]).getByRole('link', {
        name: 'INC-42 Payments are refused, SEV1, 18 Nov 2026, 09:14, 48 min',
      }),
    ).toHaveAttribute('href', '/reliability/incidents/pd-main%3AQ1');
    expect(
      within(lanes[1]).getByRole('link', { name: /1 hr so far$/ }),
    ).toBeInTheDocument();
    expect(
      within(lanes[2]).getByRole('button', {
        name: 'Change of 18 Nov 2026, 08:55: checkout 4.12.0',
      }),
    ).toBeInTheDocument();
  });

  it('says the budget of the worst SLO in words, and how much of it is explained', async () => {
    await renderIncidents();
    const chart = await section();
    expect(
      within(chart).getByRole('img', {
        name: /^Requests succeed from .*: 97\.9 % left at first, 38\.2 % at the lowest, 38\.2 % at last$/,
      }),
    ).toBeInTheDocument();
    expect(chart).toHaveTextContent(
      '62 % of the budget of the present window are spent: 41 % in incidents, 21 % outside of any.',
    );
  });

  it('draws another budget when asked', async () => {
    await renderIncidents();
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Budget of' }),
      'Answers are fast',
    );
    expect(
      within(await section()).getByRole('img', { name: /^Answers are fast/ }),
    ).toBeInTheDocument();
  });

  it('is one stop for Tab; the arrow keys move in it, and what is there is said', async () => {
    await renderIncidents();
    const chart = await section();
    const first = within(chart).getByRole('link', { name: /^INC-42/ });
    act(() => first.focus());
    await userEvent.keyboard('{ArrowDown}');
    const second = within(chart).getByRole('link', { name: /^INC-43/ });
    expect(second).toHaveFocus();
    expect(second).toHaveAttribute('tabindex', '0');
    expect(first).toHaveAttribute('tabindex', '-1');
    expect(
      within(chart).getByText(/^INC-43 Search answers slowly, SEV2/),
    ).toBeInTheDocument();
  });

  it('is a table when asked, with the budget that was left that day', async () => {
    await renderIncidents({
      budgets: [{ ...worst, days: [{ day: '2026-11-18', remaining: 0.44 }] }],
    });
    const chart = await section();
    await userEvent.click(within(chart).getByRole('button', { name: 'Table' }));
    const rows = within(within(chart).getByRole('table')).getAllByRole('row');
    expect(rows.slice(1).map(row => row.textContent)).toEqual([
      '20 Nov 2026, 08:00INC-43 Search answers slowlySEV21 hr so far–',
      '18 Nov 2026, 09:14INC-42 Payments are refusedSEV148 min44 %',
      '18 Nov 2026, 08:55Change (deploy) checkout 4.12.0, Opens in a new window––44 %',
    ]);
  });

  it.each([
    [
      'that incidents stand alone without an SLO',
      { budgets: [] },
      /No SLO of this service has a budget of this time/,
    ],
    [
      'what is spent where incidents were not measured',
      { budgets: [{ ...other, explained: null }] },
      /Answers are fast: 20 % of the budget of the present window are spent\./,
    ],
    [
      'that nothing is known',
      { budgets: [], timeline: [], changes: [] },
      /No incident of this time is known/,
    ],
  ])('says %s', async (_, answer, words) => {
    await renderIncidents(answer);
    expect(await section()).toHaveTextContent(words);
  });
});
