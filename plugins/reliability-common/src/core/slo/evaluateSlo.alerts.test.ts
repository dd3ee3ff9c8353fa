import {
  calendarMonth,
  Counts,
  evaluated,
  objectiveOf,
  policy,
  rolling,
  sloOf,
} from '../../testUtils';
import { Slo } from './slo';

const burning = (rate: number): readonly [number, number] => [
  rate * 10,
  10_000,
];

const alertsOf = (counts: Counts, slo: Slo = sloOf(), changed = policy) =>
  evaluated(slo, { period: [0, 1000], ...counts }, { policy: changed }).alerts;

const states = (...parameters: Parameters<typeof alertsOf>) =>
  alertsOf(...parameters).map(
    ({ severity, long, state }) => `${severity} ${long} ${state}`,
  );

const reason = (counts: Counts, slo?: Slo, index = 0) =>
  alertsOf(counts, slo)[index].reason;

describe('an alert pair', () => {
  it.each<[string, Counts, string]>([
    ['is off in calm', { rest: burning(0.5) }, 'off off off off'],
    [
      'is on where both windows burn',
      { '1h': burning(20), '5m': burning(15), rest: burning(0) },
      'firing off off off',
    ],
    [
      'is off where only the long window burns',
      { '1h': burning(20), rest: burning(0) },
      'off off off off',
    ],
    [
      'is off where only the short window burns',
      { '5m': burning(20), rest: burning(0) },
      'off off off off',
    ],
    [
      'is off at exactly its factor',
      { '1h': burning(14.4), '5m': burning(20), rest: burning(0) },
      'off off off off',
    ],
    [
      'is off where the short window is without data',
      { '5m': 'no data', '1h': burning(20), rest: burning(0) },
      'off off off off',
    ],
    [
      'is off where the long window is without traffic',
      { '5m': burning(20), '1h': 'no traffic', rest: burning(0) },
      'off off off off',
    ],
    [
      'is on by each pair in a total outage',
      { rest: [1, 1] },
      'firing firing firing firing',
    ],
    [
      'is on by tickets alone at a slow burn',
      { rest: burning(3.5) },
      'off off firing firing',
    ],
  ])('%s', (_, counts, expected) => {
    expect(
      alertsOf(counts)
        .map(({ state }) => state)
        .join(' '),
    ).toBe(expected);
  });

  it.each<[string, object, string[]]>([
    [
      'pages are not wanted',
      { severities: ['ticket'] },
      ['ticket 1d firing', 'ticket 3d firing'],
    ],
    ['no alerts are wanted', { severities: [] }, []],
  ])('is left out where %s', (_, changed, expected) => {
    expect(
      states({ rest: [1, 1] }, sloOf(), { ...policy, ...changed }),
    ).toEqual(expected);
  });

  it('never fires where its threshold is out of reach', () => {
    const slo = sloOf({ objectives: [objectiveOf({ target: 900_000 })] });
    expect(states({ rest: [1, 1] }, slo)).toEqual([
      'page 1h never',
      'page 6h firing',
      'ticket 1d firing',
      'ticket 3d firing',
    ]);
    expect(reason({ rest: [1, 1] }, slo)).toBe(
      'Never: 14.4× of this budget is 144 % of all events, which not even a total outage exceeds.',
    );
  });

  it.each([
    ['too few failures', 4, 'muted'],
    ['just enough failures', 5, 'firing'],
  ])('with %s in its long window is told', (_, bad, state) => {
    const slo = sloOf({ options: { minFailures: 5 } });
    const counts: Counts = { '5m': [2, 10], '1h': [bad, 100], rest: [0, 9] };
    const found = evaluated(slo, { period: [0, 100_000], ...counts });
    expect(found.alerts[0].state).toBe(state);
    expect(found.flags).toEqual(state === 'muted' ? ['low_traffic'] : []);
    expect(found.status).toBe(state === 'muted' ? 'healthy' : 'burning');
  });

  it('tells its burn rates and its threshold', () => {
    expect(alertsOf({ '5m': 'no data', rest: burning(2) })[0]).toMatchObject({
      threshold: 0.0144,
      factor: 14.4,
      budgetPercent: 2,
      longBurn: 2,
      shortBurn: null,
    });
  });

  it('of a calendar month has the factors of 30 days', () => {
    const [first] = alertsOf(
      { rest: [0, 1] },
      sloOf({ window: calendarMonth() }),
    );
    expect(first.factor).toBe(14.4);
  });
});

describe('the reason', () => {
  it.each<[string, Counts, string]>([
    [
      'names both burns and the factor',
      { '1h': burning(20), '5m': burning(15.25), rest: burning(1) },
      'On: the last 1h burn at 20× and the last 5m at 15.25×, both above 14.4×.',
    ],
    [
      'names what is too low',
      { '1h': burning(20), rest: burning(1) },
      'Off: the last 1h burn at 20× and the last 5m at 1×; both must be above 14.4×.',
    ],
    [
      'says that there is no traffic',
      { '5m': 'no traffic', rest: burning(20) },
      'Off: there is no traffic in the last 5m, and an alert needs both.',
    ],
    [
      'says that there are no data',
      { '1h': 'no data', rest: burning(20) },
      'Off: there is no data in the last 1h, and an alert needs both.',
    ],
  ])('%s', (_, counts, expected) => {
    expect(reason(counts)).toBe(expected);
  });

  it('says why it is still on although errors are over', () => {
    const over: Counts = {
      '5m': [0, 100],
      '30m': [0, 600],
      '1h': [0, 1200],
      '2h': burning(5),
      '1d': burning(4),
      rest: burning(1.5),
    };
    expect(reason(over, sloOf(), 2)).toBe(
      'On: the last 1d burn at 4× and the last 2h at 5×, both above 3×. There were no errors in the last 1h; it stays on until the last 2h burn at 3× or less, at most 2h after the last error.',
    );
  });

  it('counts the failures that are missing', () => {
    const slo = sloOf({ options: { minFailures: 10 } });
    expect(reason({ '5m': [1, 10], '1h': [1, 10], rest: [0, 1] }, slo)).toBe(
      'Muted: both windows burn above 14.4×, but with 1 failure in the last 1h, and it takes 10.',
    );
  });

  it('of a week has the factors of a week', () => {
    const slo = sloOf({ window: rolling(7) });
    expect(reason({ rest: [1, 1] }, slo)).toContain('both above 13.44×');
  });
});
