import type { ObjectiveEvaluationItem } from '@plimsoll/backstage-plugin-reliability-common';
import { objectiveEvaluation } from '../src/testUtils/slos';

/** A healthy objective. */
export const base = objectiveEvaluation();
/** A time so many minutes ago. */
export const ago = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const nothing = {
  bad: null,
  total: null,
  sli: null,
  consumed: null,
  remaining: null,
  remainingMs: null,
};

/** An objective of which `remaining` of the budget is left. */
export function objective(
  remaining: number,
  rest: Partial<ObjectiveEvaluationItem> = {},
): ObjectiveEvaluationItem {
  const consumed = 1 - remaining;
  return objectiveEvaluation({
    budget: {
      ...base.budget,
      consumed,
      remaining,
      remainingMs: remaining * 2_592_000,
      sli: 1 - consumed / 1000,
      bad: (consumed / 1000) * 2_160_392,
    },
    ...rest,
  });
}

/** An objective of which nothing is known. */
export const empty = (status: ObjectiveEvaluationItem['status']) =>
  objectiveEvaluation({
    status,
    budget: { ...base.budget, ...nothing },
    companion: null,
    burns: base.burns.map(burn => ({
      ...burn,
      rate: null,
      bad: null,
      total: null,
    })),
    alerts: base.alerts.map(alert => ({
      ...alert,
      longBurn: null,
      shortBurn: null,
      reason: 'Off: there are no data in its windows.',
    })),
    exhaustion: [{ window: '6h', inMs: null, at: null }],
  });

const firing = base.alerts.map((alert, index) =>
  index === 0
    ? {
        ...alert,
        longBurn: 21.3,
        shortBurn: 18.2,
        state: 'firing' as const,
        reason:
          'On: the last 1h burn at 21.3× and the last 5m at 18.2×, both above 14.4×.',
      }
    : {
        ...alert,
        state: 'muted' as const,
        reason:
          'Muted: both windows burn above 1×, but with 3 failures in the last 3d, and it takes 10.',
      },
);

/** An objective that pages. */
export const burning = objective(0.18, {
  status: 'burning',
  flags: ['corrected'],
  alerts: firing,
  burns: base.burns.map((burn, index) => ({
    ...burn,
    rate: [18.2, 22, 21.3, 11.2, 4.1, 1.6, 1.1][index],
    bad: [5, 33, 64, 67, 74, 115, 240][index],
  })),
  exhaustion: [
    { window: '6h', inMs: 113_400_000, at: ago(-1890) },
    { window: '1h', inMs: 21_900_000, at: ago(-365) },
    { window: '3d', inMs: null, at: null },
    ...base.exhaustion.filter(({ window }) =>
      ['5m', '30m', '2h', '1d'].includes(window),
    ),
  ],
  uncorrected: { ...base.budget, remaining: -0.12, consumed: 1.12 },
});

/** A composite and its members. */
export const members = [
  objective(0.31, { id: 'composite', target: 995_000, status: 'at_risk' }),
  objective(0.82, { id: '1', title: 'The basket answers', weight: 0.6 }),
  objective(-0.4, {
    id: '2',
    title: 'Payments are booked within 2 seconds',
    weight: 0.4,
    status: 'breached',
  }),
];
