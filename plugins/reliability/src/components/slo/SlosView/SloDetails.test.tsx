import type {
  ObjectiveEvaluationItem,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSlo, renderSlos } from '../../../__testUtils__/renderSlos';
import { objectiveEvaluation, sloResponse } from '../../../testUtils';

jest.setTimeout(60_000);

const { budget, companion } = objectiveEvaluation();
const nothing = {
  bad: null,
  total: null,
  sli: null,
  consumed: null,
  remaining: null,
  remainingMs: null,
};
const withObjective = (
  objective: Partial<ObjectiveEvaluationItem>,
  slo: Partial<SloResponse> = {},
) => sloResponse({ evaluations: [objectiveEvaluation(objective)], ...slo });

describe('an SLO', () => {
  it('says what is promised, and how much failure that leaves room for', async () => {
    expect(await renderSlo(sloResponse())).toHaveTextContent(
      'At least 99.9 % of all events must be good, over 30 days. That leaves a budget of 0.1 %: 43 min, 12 sec of total outage.',
    );
  });

  it.each([
    ['Timeslices', 'At least 99.9 % of all slices of 5 min must be good'],
    ['RatioTimeslices', 'The mean of all slices of 5 min must reach 99.9 %'],
  ] as const)('promises %s in their words', async (method, words) => {
    const slices = { measured: 8000, expected: 8640, lengthMs: 300_000 };
    const region = await renderSlo(withObjective({ slices }, { method }));
    expect(region).toHaveTextContent(words);
  });

  it('of a calendar period says so', async () => {
    const window = { ...companion!.window, duration: '1Q' };
    expect(
      await renderSlo(withObjective({ budget: { ...budget, window } })),
    ).toHaveTextContent('must be good, per calendar quarter.');
  });

  it.each([
    [999_500, 'Meets its tier: Mission critical demands at least 99.95 %.'],
    [999_000, 'Promises less than its tier: Mission critical demands'],
  ])('with the target %i says: %s', async (target, words) => {
    const slo = withObjective({ target });
    expect(await renderSlo(slo)).toHaveTextContent(words);
  });

  it('shows the SLI, the budget with its time, the burn rate and the end', async () => {
    const region = await renderSlo(
      withObjective({
        exhaustion: [{ window: '6h', inMs: 113_400_000, at: null }],
      }),
    );
    expect(region).toHaveTextContent('Measured (SLI)99.96 %Promised: 99.9 %');
    expect(region).toHaveTextContent(
      'Error budget62 % left26 min, 47 sec of total outage left',
    );
    expect(region).toHaveTextContent('Burn rate, 6 hours0.6×');
    expect(region).toHaveTextContent('Budget endsIn 1 day, 7 hr');
  });

  it('tells a budget that is overspent as what was spent', async () => {
    const region = await renderSlo(
      withObjective({
        status: 'breached',
        budget: { ...budget, remaining: -2.5, remainingMs: -6_480_000 },
        exhaustion: [{ window: '6h', inMs: 0, at: null }],
      }),
    );
    expect(region).toHaveTextContent('Error budget350 % spent1 hr, 48 min');
    expect(region).toHaveTextContent('Budget endsSpent already');
    // References of incidents hold a hyphen of their own.
    expect(region).not.toHaveTextContent(/(?<!INC)-\d/);
  });

  it.each([
    ['no_data', /found nothing in this window\. Nothing is known/],
    ['no_traffic', /no event happened in this window/],
    ['pending', /Not evaluated yet/],
  ] as const)(
    'with the status %s says why nothing is known',
    async (status, words) => {
      const region = await renderSlo(
        withObjective({ status, budget: { ...budget, ...nothing } }),
      );
      expect(region).toHaveTextContent(words);
      expect(region).toHaveTextContent('Budget not known');
      expect(region).toHaveTextContent('Measured (SLI)Not known');
      expect(region).not.toHaveTextContent('Healthy');
    },
  );

  it('that was never evaluated has no numbers', async () => {
    const region = await renderSlo(
      sloResponse({ evaluations: [], evaluatedAt: null, mode: null }),
    );
    expect(region).toHaveTextContent('Pending');
    expect(region).toHaveTextContent('Not evaluated yet');
    expect(region).not.toHaveTextContent('Measured (SLI)');
  });

  it('that fails keeps the last good values with their age and the cause', async () => {
    const region = await renderSlo(
      sloResponse({
        status: 'error',
        error: 'source "prod" answered 503.',
        evaluatedAt: new Date(Date.now() - 7_260_000).toISOString(),
      }),
    );
    expect(region).toHaveTextContent(
      'The last evaluation failed: source "prod" answered 503. What is shown are the last good values, of 2 hours ago.',
    );
    expect(region).toHaveTextContent('62 % left');
  });

  it('that fails says of no objective that it is healthy', async () => {
    const evaluations = [
      objectiveEvaluation(),
      objectiveEvaluation({ id: '2', target: 990_000 }),
    ];
    const region = await renderSlo(
      sloResponse({ status: 'error', evaluations }),
    );
    expect(
      within(region).getByRole('button', { name: /Objective 2/ }),
    ).toHaveTextContent('99 % · 62 % leftError');
    expect(region).not.toHaveTextContent('Healthy');
  });

  it.each([
    ['provisional', 'Provisional. Only 21 % of the window has samples'],
    ['stale', 'Stale. No new sample has come for a while. The newest is of'],
    ['low_traffic', 'Low traffic. There are so few events'],
    ['partial', 'Partial. The source answered, and said'],
    ['corrected', 'Corrected. Time was taken out'],
  ] as const)('explains the flag %s', async (flag, words) => {
    const region = await renderSlo(
      withObjective({ flags: [flag] }, { coverage: 0.21 }),
    );
    expect(region).toHaveTextContent(words);
  });

  it('passes on what the source says', async () => {
    const region = await renderSlo(
      sloResponse({ warnings: ['store 3 is down'] }),
    );
    expect(region).toHaveTextContent('The source says: store 3 is down');
  });

  it('puts the rolling window and the calendar period side by side', async () => {
    const region = await renderSlo(sloResponse());
    expect(region).toHaveTextContent(
      'The promise: over 30 daysSLI 99.96 %62 % left',
    );
    expect(region).toHaveTextContent(
      'To compare: per calendar monthSLI 99.97 %81 % left',
    );
    expect(region).toHaveTextContent('Both are right, and they may differ.');
  });
});

describe('several objectives', () => {
  const evaluations = [
    objectiveEvaluation({ id: 'composite', target: 995_000 }),
    objectiveEvaluation({ id: '1', title: 'Basket', weight: 0.6 }),
    objectiveEvaluation({
      id: '2',
      weight: 0.4,
      status: 'breached',
      budget: { ...budget, remaining: -0.4 },
    }),
  ];
  const composite = { aggregation: 'weightedSum', target: 995_000 };
  const slo = sloResponse({ evaluations, composite });

  it('can be looked at one by one, the whole first', async () => {
    const getSloHistory = jest.fn().mockRejectedValue(new Error('later'));
    await renderSlos({ slos: [slo] }, { api: { getSloHistory } });
    const group = await screen.findByRole('group', { name: 'Objectives' });
    const buttons = within(group).getAllByRole('button');
    expect(buttons.map(each => each.textContent)).toEqual([
      'Together (weighted sum)99.5 % · 62 % leftHealthy',
      'Basket, weight 0.699.9 % · 62 % leftHealthy',
      'Objective 2, weight 0.499.9 % · 140 % spentBreached',
    ]);
    expect(buttons[0]).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(buttons[2]);
    expect(buttons[2]).toHaveAttribute('aria-pressed', 'true');
    expect(
      await screen.findByRole('region', { name: slo.title }),
    ).toHaveTextContent('Error budget140 % spent');
    expect(getSloHistory).toHaveBeenLastCalledWith(
      slo.id,
      { objective: '2' },
      expect.anything(),
    );
  });

  it('leave out what rolls off, because every member has days of its own', async () => {
    expect(await renderSlo(slo)).not.toHaveTextContent(
      /roll off|leave the window/,
    );
  });
});
