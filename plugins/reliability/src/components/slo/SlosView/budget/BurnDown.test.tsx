import type { SloResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSlo } from '../../../../__testUtils__/renderSlos';
import {
  objectiveEvaluation,
  sloHistory,
  sloResponse,
} from '../../../../testUtils';

jest.setTimeout(60_000);

const days = sloHistory().items;
const { budget, companion } = objectiveEvaluation();

describe('the burn-down', () => {
  it('asks for the days of the objective shown', async () => {
    const getSloHistory = jest.fn().mockResolvedValue(sloHistory());
    const slo = sloResponse();
    await renderSlo(slo, { getSloHistory });
    expect(getSloHistory).toHaveBeenCalledTimes(1);
    expect(getSloHistory).toHaveBeenCalledWith(
      slo.id,
      { objective: '1' },
      expect.anything(),
    );
  });

  it('says in words what the chart shows', async () => {
    await renderSlo(sloResponse());
    expect(
      await screen.findByRole('img', {
        name: 'Budget from Oct 21 to Nov 20: first 98 % left, now 62 % left',
      }),
    ).toBeInTheDocument();
  });

  it('is a table when asked, the newest day first', async () => {
    const [first, second] = days;
    const items = [
      { ...first, corrected: true, warnings: ['partial'] },
      { ...second, remaining: -0.3, sli: null, bad: null, total: null },
    ];
    await renderSlo(sloResponse(), {
      getSloHistory: async () => sloHistory({ items }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'As a table' }),
    );
    const table = screen.getByRole('table', { name: /Budget by day/ });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map(row => row.textContent)).toEqual([
      'Oct 22, 2026130 % spent–––100 %',
      'Oct 21, 202698 % left99.98 %1272,000100 %Corrected; partial',
    ]);
  });

  it('waits for the first closed day', async () => {
    const region = await renderSlo(sloResponse(), {
      getSloHistory: async () => sloHistory({ items: [] }),
    });
    expect(region).toHaveTextContent('No closed day yet.');
  });

  it('that fails leaves the rest, and offers to try again', async () => {
    const getSloHistory = jest
      .fn()
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(sloHistory());
    const region = await renderSlo(sloResponse(), { getSloHistory });
    expect(region).toHaveTextContent('62 % left');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByRole('img', { name: /^Budget/ })).toBeVisible();
  });

  const calendar = sloResponse({
    evaluations: [
      objectiveEvaluation({
        budget: { ...budget, window: companion!.window },
        companion: null,
      }),
    ],
  });
  const overspent = (backAboveZeroOn: string | null) =>
    sloResponse({
      remaining: -0.2,
      outlook: { rollsOff: null, backAboveZeroOn },
    });
  it.each<[string, SloResponse, RegExp]>([
    [
      'what rolls off',
      sloResponse(),
      /on Nov 23, 2026 errors worth 12 % of the budget leave/,
    ],
    [
      'that nothing does',
      sloResponse({ outlook: { rollsOff: null, backAboveZeroOn: null } }),
      /No errors are about to leave/,
    ],
    [
      'when it is back',
      overspent('2026-12-09'),
      /back above zero on Dec 9, 2026\./,
    ],
    ['that it is not back', overspent(null), /does not come back above zero/],
    ['when the period ends', calendar, /starts anew on Dec 1, 2026\./],
  ])('says %s', async (_, slo, words) => {
    expect(await renderSlo(slo)).toHaveTextContent(words);
  });
});
