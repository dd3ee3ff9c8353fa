import type {
  BudgetItem,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { objectiveEvaluation, sloResponse } from '../../testUtils';
import { formulaOf } from './formula';

const { budget } = objectiveEvaluation();

function linesOf(
  slo: Partial<SloResponse>,
  patch: Partial<BudgetItem> = {},
  target = 999_000,
) {
  const objective = objectiveEvaluation({
    target,
    budget: { ...budget, ...patch },
  });
  return formulaOf(
    sloResponse({ evaluations: [objective], ...slo }),
    objective,
  ).map(({ key, numbers, result }) => `${key}: ${numbers} = ${result}`);
}

describe('the calculation of a budget', () => {
  it('by events', () => {
    expect(linesOf({})).toEqual([
      'sliEvents: 1 − 821 ÷ 2.16M = 99.96 %',
      'spentEvents: (821 ÷ 2.16M) ÷ 0.1 % = 38 %',
      'left: 1 − 38 % = 62 %',
    ]);
  });

  const calendar = {
    kind: 'calendar',
    duration: '1M',
    from: '2026-11-01T00:00:00Z',
    to: '2026-12-01T00:00:00Z',
  } as const;

  it('by events of a calendar month, half of which is over', () => {
    const spent = { window: calendar, consumed: 0.19, remaining: 0.81 };
    expect(linesOf({}, spent)[1]).toBe(
      'spentCalendar: (821 ÷ 2.16M) ÷ 0.1 % × 50 % = 19 %',
    );
  });

  // 28 days of 5 minutes are 8064 slices: 21 bad, 84 empty, 99.5 %.
  it.each([
    ['rolling', 8064, 8064, '1 − 21 ÷ 8,060', '21 ÷ (0.5 % × 8,060)', '52.1 %'],
    [
      'without empty ones',
      7980,
      7980,
      '1 − 21 ÷ 7,980',
      '21 ÷ (0.5 % × 7,980)',
      '52.6 %',
    ],
    [
      'a calendar period half over',
      4032,
      8064,
      '1 − 21 ÷ 4,030',
      '21 ÷ (0.5 % × 8,060)',
      '52.1 %',
    ],
  ])('by slices: %s', (_, total, inPeriod, sli, spent, share) => {
    const consumed = 21 / (0.005 * inPeriod);
    const lines = linesOf(
      { method: 'Timeslices' },
      {
        bad: 21,
        total,
        sli: 1 - 21 / total,
        consumed,
        remaining: 1 - consumed,
      },
      995_000,
    );
    expect(lines[0]).toContain(`sliSlices: ${sli} = `);
    expect(lines[1]).toBe(`spentSlices: ${spent} = ${share}`);
  });

  it('of a calendar period that has just begun', () => {
    const untouched = { window: calendar, bad: 0, total: 0, sli: 1 };
    expect(linesOf({}, { ...untouched, consumed: 0, remaining: 1 })).toEqual([
      'left: 1 − 0 % = 100 %',
    ]);
  });

  it('by the mean of slices', () => {
    expect(linesOf({ method: 'RatioTimeslices' }, { total: 8000 })).toEqual([
      'sliMean: 8,000 = 99.96 %',
      'spentRatio: (1 − 99.96 %) ÷ 0.1 % = 38 %',
      'left: 1 − 38 % = 62 %',
    ]);
  });

  it.each([
    ['weightedSum', 'spentSum: 2 × 38 % + 1 × 38 %'],
    ['weightedAverage', 'spentAverage: (2 × 38 % + 1 × 38 %) ÷ 3'],
    ['worst', 'spentWorst: 38 %, 38 %'],
  ])('of a composite by %s', (aggregation, expected) => {
    const evaluations = [
      objectiveEvaluation({ id: 'composite' }),
      objectiveEvaluation({ id: '1', weight: 2 }),
      objectiveEvaluation({ id: '2', weight: 1 }),
    ];
    const composite = { aggregation, target: 999_000 };
    const slo = sloResponse({ evaluations, composite });
    const [line] = formulaOf(slo, evaluations[0]);
    expect(`${line.key}: ${line.numbers}`).toBe(expected);
  });

  it.each<[string, Partial<SloResponse>, Partial<BudgetItem>]>([
    ['is not known', {}, { sli: null, consumed: null, remaining: null }],
    ['was reported', { mode: 'reported' }, {}],
  ])('is not shown where the result %s', (_, slo, patch) => {
    expect(linesOf(slo, patch)).toEqual([]);
  });
});
