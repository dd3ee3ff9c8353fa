import { SloBudget } from '../../maturity/SloBudgets';
import { measuredSpend } from './spendOutcome';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const spend = {
  sloId: 'slo',
  objectiveId: '1',
  incidentId: 'pager:1',
  entityRef: 'component:default/pay',
  from: 0,
  to: 0,
  bad: null,
  total: null,
  share: null,
  final: false,
};

/** Of an incident that ended so long ago. */
function outcome(
  age: number,
  bad: number | null,
  allowed: number | null,
  open = false,
) {
  const to = NOW - age;
  const budget = {
    objectives: [{ id: '1', allowed }],
  } as unknown as SloBudget;
  const counts = new Map([
    ['1', new Map([['pager:1', { bad, total: bad === null ? null : 100 }]])],
  ]);
  const due = { spend, from: to - HOUR, to, open };
  return measuredSpend(due, budget, counts, NOW);
}

describe('a spend that was measured', () => {
  it.each<[string, Parameters<typeof outcome>, boolean]>([
    ['is final with all it needs', [DAY, 5, 50], true],
    ['is not while the incident goes on', [0, 5, 50, true], false],
    ['is not while its last samples come', [60_000, 5, 50], false],
    ['waits a week for a budget', [6 * DAY, 5, null], false],
    ['is final without one then', [8 * DAY, 5, null], true],
    ['waits two days for samples', [DAY, null, 50], false],
    ['had no events if none came', [3 * DAY, null, 50], true],
    ['waits for the past of an SLO that is new', [30 * DAY, null, null], false],
    ['but not for ever', [91 * DAY, null, null], true],
  ])('%s', (_, given, final) => {
    const measured = outcome(...given);
    expect(measured.final).toBe(final);
    expect(measured.nextTryAt === undefined).toBe(final);
  });

  it('is a share of what is allowed', () => {
    expect(outcome(DAY, 5, 50)).toMatchObject({ bad: 5, share: 0.1 });
  });

  it.each<[string, number, number]>([
    ['a quarter of an hour, soon after it was over', HOUR, HOUR / 4],
    ['a tenth of the time since then', 5 * DAY, DAY / 2],
    ['a day at the most', 80 * DAY, DAY],
  ])('is asked for again after %s', (_, age, wait) => {
    expect(outcome(age, null, null).nextTryAt).toBe(NOW + wait);
  });
});
