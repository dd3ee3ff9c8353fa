import { within } from '@testing-library/react';
import { renderSlo } from '../../../../__testUtils__/renderSlos';
import { objectiveEvaluation, sloResponse } from '../../../../testUtils';

jest.setTimeout(60_000);

const { alerts, burns } = objectiveEvaluation();
const [page] = alerts;

async function rowsOf(
  overrides: Parameters<typeof objectiveEvaluation>[0] = {},
) {
  const region = await renderSlo(
    sloResponse({ evaluations: [objectiveEvaluation(overrides)] }),
  );
  const table = within(region).getByRole('table', {
    name: 'Burn rate by window',
  });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.children].map(cell => cell.textContent).join(' | '));
}

describe('the burn table', () => {
  it('has every window with what it rests on', async () => {
    expect(await rowsOf()).toEqual([
      '5 minutes | 0× | 0 of 250 | Not within 30 days',
      '30 minutes | 0.2× | 0.3 of 1,500 | Not within 30 days',
      '1 hour | 0.4× | 1.2 of 3,000 | Not within 30 days',
      '2 hours | 0.5× | 3 of 6,000 | Not within 30 days',
      '6 hours | 0.6× | 10.8 of 18,000 | Not within 30 days',
      '1 day | 0.5× | 36 of 72,000 | Not within 30 days',
      '3 days | 0.4× | 86 of 216K | Not within 30 days',
    ]);
  });

  it('tells no data from no errors', async () => {
    const [first] = burns;
    const rows = await rowsOf({
      burns: [
        { ...first, rate: null, bad: null, total: null },
        { ...first, window: '1h', rate: null, bad: 0, total: 0 },
      ],
    });
    expect(rows).toEqual([
      '5 minutes | – | No data | –',
      '1 hour | – | 0 of 0 | –',
    ]);
  });

  it('says when the budget ends at the pace of a window', async () => {
    const rows = await rowsOf({
      burns: burns.slice(2, 3),
      exhaustion: [{ window: '1h', inMs: 21_900_000, at: null }],
    });
    expect(rows[0]).toMatch(/In 6 hr, 5 min$/);
  });
});

describe('the alerts', () => {
  it.each([
    ['off', 'Page: off'],
    ['firing', 'Page: on'],
    ['muted', 'Page: muted'],
    ['never', 'Page: can never go on'],
  ] as const)(
    'that are %s read "%s", with the reason',
    async (state, words) => {
      const reason = 'Because of 21.3× and 18.2×.';
      const region = await renderSlo(
        sloResponse({
          evaluations: [
            objectiveEvaluation({ alerts: [{ ...page, state, reason }] }),
          ],
        }),
      );
      expect(within(region).getByText(reason).parentElement).toHaveTextContent(
        `${words}above 14.4× over 1 hour and 5 minutes${reason}`,
      );
    },
  );

  it('are not drawn as calm where none follow', async () => {
    const evaluations = [objectiveEvaluation({ alerts: [] })];
    expect(await renderSlo(sloResponse({ evaluations }))).toHaveTextContent(
      'No alerts follow from this SLO.',
    );
  });
});
