import {
  calendarMonth,
  DAY,
  MINUTE,
  NOW,
  objectiveOf,
  policy,
  sloOf,
} from '../../testUtils';
import { BurnWindow } from './alertPairs';
import { evaluateReported, ReportedStatus } from './evaluateReported';
import { Slo } from './slo';

const burn = (window: BurnWindow, rate: number) => ({
  window,
  rate,
  bad: null,
  total: null,
});

const evaluate = (changed: Partial<ReportedStatus>, slo: Slo = sloOf()) =>
  evaluateReported({
    slo,
    at: NOW,
    policy,
    reported: {
      sli: 0.9998,
      remaining: 0.8,
      burns: [],
      at: NOW,
      warnings: [],
      ...changed,
    },
  });

it('what a source reports is the budget, and nothing is counted', () => {
  const { status, objectives } = evaluate({
    burns: [burn('6h', 2), burn('1h', 1)],
  });
  expect(status).toBe('healthy');
  expect(objectives[0]).toMatchObject({
    budget: { bad: null, total: null, sli: 0.9998, remaining: 0.8 },
    uncorrected: null,
    companion: null,
    slices: null,
    flags: [],
    alerts: [],
  });
  expect(objectives[0].budget.remainingMs).toBeCloseTo(0.8 * 43.2 * MINUTE, 6);
  expect(objectives[0].burns.map(({ window }) => window)).toEqual(['1h', '6h']);
  expect(objectives[0].exhaustion[0]).toMatchObject({
    window: '6h',
    inMs: 12 * DAY,
  });
});

it.each<[string, Partial<ReportedStatus>, string]>([
  ['no data', { sli: null, remaining: null }, 'no_data'],
  ['an overspent budget', { remaining: -0.1 }, 'breached'],
  [
    'a fast burn in both windows',
    { burns: [burn('1h', 20), burn('5m', 20)] },
    'burning',
  ],
  ['a fast burn in one window', { burns: [burn('1h', 20)] }, 'healthy'],
  ['a slow burn', { burns: [burn('3d', 2), burn('6h', 2)] }, 'at_risk'],
  ['little left', { remaining: 0.4 }, 'at_risk'],
])('%s is told', (_, changed, status) => {
  expect(evaluate(changed).status).toBe(status);
});

it('an alert says that the source said so', () => {
  const [alert] = evaluate({ burns: [burn('1h', 20), burn('5m', 15)] })
    .objectives[0].alerts;
  expect(alert).toMatchObject({
    state: 'firing',
    reason:
      'On, as the source reports: 1h at 20×, 5m at 15×; both must be above 14.4×.',
  });
});

it.each<[string, Partial<ReportedStatus>, string[]]>([
  ['an old report', { at: NOW - 16 * MINUTE }, ['stale']],
  ['warnings', { warnings: ['slow'] }, ['partial']],
])('%s is flagged', (_, changed, flags) => {
  expect(evaluate(changed).flags).toEqual(flags);
});

const two = [objectiveOf(), objectiveOf({ id: '2', target: 999_900 })];

it('further objectives follow from the SLI', () => {
  const found = evaluate({}, sloOf({ objectives: two }));
  expect(found.objectives[1].budget.remaining).toBeCloseTo(-1, 6);
  expect([found.worst, found.status]).toEqual(['2', 'breached']);
});

it('further objectives of a calendar window are not known', () => {
  const found = evaluate(
    {},
    sloOf({ objectives: two, window: calendarMonth() }),
  );
  expect(found.objectives[1].status).toBe('no_data');
});

it('of a composite the whole is reported', () => {
  const slo = sloOf({
    objectives: two,
    composite: { aggregation: 'worst', target: 990_000 },
  });
  expect(evaluate({}, slo).objectives).toMatchObject([
    { id: 'composite', target: 990_000, budget: { remaining: 0.8 } },
  ]);
});
