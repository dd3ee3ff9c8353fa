import type { SloLedgerResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Settings } from 'luxon';
import { renderSlo } from '../../../../__testUtils__/renderSlos';
import { sloLedger, sloResponse } from '../../../../testUtils';

jest.setTimeout(60_000);

beforeEach(() => {
  Settings.defaultZone = 'UTC';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

async function render(ledger: Partial<SloLedgerResponse> = {}) {
  const getSloLedger = jest.fn(async () => sloLedger(ledger));
  await renderSlo(sloResponse(), { getSloLedger });
  const region = await screen.findByRole('region', {
    name: 'Where the budget went',
  });
  return { region, getSloLedger };
}

describe('where the budget went', () => {
  it('is asked for the objective that is shown', async () => {
    const { getSloLedger } = await render();
    expect(getSloLedger).toHaveBeenCalledWith(
      sloResponse().id,
      { objective: sloResponse().evaluations[0].id },
      expect.anything(),
    );
  });

  it('says how much incidents explain, in words and as a bar', async () => {
    const { region } = await render();
    expect(region).toHaveTextContent(
      '62 % of the budget is spent: 41 % in incidents, 21 % outside of all.',
    );
    expect(
      within(region).getByRole('img', {
        name: 'Share of the budget: 41 % in incidents, 21 % outside of all, 38 % left',
      }),
    ).toBeInTheDocument();
  });

  it('tells incidents, what was taken out and what nobody explained', async () => {
    const { region } = await render();
    const rows = within(
      within(region).getByRole('table', { name: /Where the budget went/ }),
    ).getAllByRole('row');
    expect(rows.slice(1).map(row => row.textContent)).toEqual([
      expect.stringMatching(/^Incident.*INC-42 Payments.*17.7K?.*41 %$/i),
      expect.stringMatching(/^Unexplained.*No incident.*To be reviewed.*18 %$/),
      expect.stringMatching(/^Taken out.*Announced maintenance.*5 % back$/),
    ]);
    expect(
      within(rows[1]).getByRole('link', { name: /INC-42/ }),
    ).toHaveAttribute('href', '/reliability/incidents/pd-main%3AQ1');
    expect(
      within(rows[2]).getByRole('link', { name: 'To be reviewed' }),
    ).toHaveAttribute('href', '/reliability/incidents?tab=reviews');
  });

  it.each<[string, Partial<SloLedgerResponse>, string]>([
    [
      'an overspent budget',
      { spent: 1.4, explained: 1.2, unexplained: 0.2 },
      '140 % of the budget is spent: 120 % in incidents',
    ],
    [
      'a budget of which nothing is known',
      { spent: null, explained: null, unexplained: null, lines: [] },
      'It is not known how much of the budget is spent.',
    ],
    [
      'incidents that were not measured yet',
      { unmeasured: 2 },
      '2 incidents of this window were not measured yet',
    ],
    ['nothing', { lines: [] }, 'Nothing was spent'],
  ])('has words for %s', async (_, ledger, words) => {
    expect((await render(ledger)).region).toHaveTextContent(words);
  });

  it('says of a line without data that it has none', async () => {
    const [line] = sloLedger().lines;
    const { region } = await render({
      lines: [{ ...line, bad: null, share: null }],
    });
    expect(within(region).getAllByRole('row')[1]).toHaveTextContent(
      /no datano data$/,
    );
  });

  it('shows the rest of many lines when asked', async () => {
    const [line] = sloLedger().lines;
    const { region } = await render({ lines: Array(12).fill(line) });
    expect(within(region).getAllByRole('row')).toHaveLength(9);
    await userEvent.click(
      within(region).getByRole('button', { name: 'Show all 12 lines' }),
    );
    expect(within(region).getAllByRole('row')).toHaveLength(13);
  });
});
