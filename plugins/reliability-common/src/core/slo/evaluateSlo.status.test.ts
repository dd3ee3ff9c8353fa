import {
  calendarMonth,
  Count,
  Counts,
  DAY,
  evaluated,
  evaluatedAll,
  HOUR,
  MINUTE,
  NOW,
  policy,
  requests,
  sloOf,
} from '../../testUtils';
import { indicatorKey, indicatorsOf } from './indicators';
import { SliMode } from './measurement';
import { statusOf } from './verdict';
import {
  compareStatus,
  isKnownStatus,
  SLO_STATUSES,
  SloStatus,
  worstStatus,
} from './status';

describe('the status', () => {
  const page: Counts = { '1h': [1, 10], '5m': [1, 10], rest: [0, 10] };
  const ticket: Counts = { '1d': [1, 100], '2h': [1, 100], rest: [0, 10] };
  it.each<[string, Count, Counts, SloStatus]>([
    ['is no data before all else', 'no data', page, 'no_data'],
    ['is no traffic', 'no traffic', page, 'no_traffic'],
    [
      'is breached below the target, whatever burns',
      [11, 10_000],
      page,
      'breached',
    ],
    [
      'is not breached where exactly all is spent',
      [1, 1000],
      { rest: [0, 1] },
      'at_risk',
    ],
    ['is burning while a page is on', [0, 1000], page, 'burning'],
    ['is at risk while a ticket is on', [0, 1000], ticket, 'at_risk'],
    ['is at risk with little left', [6, 10_000], { rest: [0, 1] }, 'at_risk'],
    [
      'is healthy with just enough left',
      [5, 10_000],
      { rest: [0, 1] },
      'healthy',
    ],
    ['is healthy', [0, 1000], { rest: 'no traffic' }, 'healthy'],
  ])('%s', (_, period, counts, status) => {
    expect(evaluated(sloOf(), { period, ...counts }).status).toBe(status);
  });

  it.each<[number, SloStatus]>([
    [-1e-10, 'at_risk'],
    [-1e-8, 'breached'],
  ])(
    'takes %d left for %s: rounding breaks no promise',
    (remaining, status) => {
      expect(statusOf({ nothing: null }, remaining, [], policy)).toBe(status);
    },
  );

  it('is no data where nothing was measured', () => {
    expect(evaluatedAll(sloOf(), {}).status).toBe('no_data');
  });
});

describe('a flag', () => {
  const flags = (...[slo, counts, changed]: Parameters<typeof evaluated>) =>
    evaluated(slo, counts, changed).flags;
  const coverage = (share: number | null) => ({
    coverage: new Map([[indicatorKey(requests), share]]),
  });
  const fine: Counts = { rest: [0, 10] };

  it.each<[string, number | null, string[]]>([
    ['provisional below half of the window', 0.49, ['provisional']],
    ['nothing at half of the window', 0.5, []],
    ['nothing where coverage is not known', null, []],
  ])('tells %s', (_, share, expected) => {
    expect(flags(sloOf(), fine, coverage(share))).toEqual(expected);
  });

  it('does not call a calendar period provisional that has just begun', () => {
    const slo = sloOf({ window: calendarMonth() });
    const begin = Date.parse('2026-11-01T00:00Z');
    const at = (time: number) =>
      flags(slo, fine, {
        ...coverage(0.1),
        at: time,
        measurement: { newestAt: time },
      });
    expect(at(begin + HOUR)).toEqual([]);
    expect(at(begin + 2 * HOUR)).toEqual(['provisional']);
  });

  it.each<[string, number | null, SliMode, number | undefined, string[]]>([
    ['nothing for five minutes', 5 * MINUTE, 'raw', undefined, []],
    ['stale after that', 5 * MINUTE + 1, 'raw', undefined, ['stale']],
    ['stale after three scrapes', 7 * MINUTE, 'raw', 2 * MINUTE, ['stale']],
    ['nothing within three scrapes', 6 * MINUTE, 'raw', 2 * MINUTE, []],
    ['stale where no sample was found', null, 'raw', undefined, ['stale']],
    [
      'nothing for two days of pushed samples',
      2 * DAY,
      'pushed',
      undefined,
      [],
    ],
    ['stale after that', 2 * DAY + 1, 'pushed', undefined, ['stale']],
  ])('tells %s', (_, age, mode, scrapeIntervalMs, expected) => {
    const newestAt = age === null ? null : NOW - age;
    expect(
      flags(sloOf(), fine, {
        measurement: { newestAt, mode },
        scrapeIntervalMs,
      }),
    ).toEqual(expected);
  });

  it('tells of warnings', () => {
    expect(
      flags(sloOf(), fine, { measurement: { warnings: ['partial response'] } }),
    ).toEqual(['partial']);
  });

  it('says nothing about a value that is not there', () => {
    const nothing = { measurement: { newestAt: null }, ...coverage(0) };
    expect(flags(sloOf(), { rest: 'no data' }, nothing)).toEqual([]);
  });
});

it('at risk and provisional are what the policy says', () => {
  const found = evaluated(
    sloOf(),
    { period: [8, 10_000], rest: [0, 1] },
    {
      policy: { ...policy, atRiskBelow: 0.1, provisionalBelow: 0.9 },
      coverage: new Map([[indicatorKey(requests), 0.8]]),
    },
  );
  expect([found.status, found.flags]).toEqual(['healthy', ['provisional']]);
});

describe('statuses', () => {
  it('are listed known first, worst first', () => {
    const mixed: SloStatus[] = [
      'pending',
      'healthy',
      'error',
      'breached',
      'no_traffic',
      'burning',
      'no_data',
      'at_risk',
    ];
    expect(mixed.sort(compareStatus)).toEqual([...SLO_STATUSES]);
    expect(SLO_STATUSES.filter(isKnownStatus)).toEqual([
      'breached',
      'burning',
      'at_risk',
      'healthy',
    ]);
  });

  it.each<[SloStatus, SloStatus[]]>([
    ['breached', ['healthy', 'no_data', 'breached']],
    ['no_data', ['healthy', 'no_data']],
    ['error', ['no_data', 'error', 'healthy']],
    ['healthy', ['healthy', 'healthy']],
    ['pending', []],
  ])('%s stands for %j', (expected, statuses) => {
    expect(worstStatus(statuses)).toBe(expected);
  });
});

it('an indicator is measured once, by the same key wherever it is', () => {
  const again = { ...requests, sli: { ...requests.sli } };
  const slo = sloOf();
  const found = indicatorsOf({
    objectives: [
      slo.objectives[0],
      {
        ...slo.objectives[0],
        id: '2',
        indicator: { ...requests, method: 'RatioTimeslices', sliceMs: 60_000 },
      },
      { ...slo.objectives[0], id: '3', indicator: again },
    ],
  });
  expect(found.map(({ objectiveIds }) => objectiveIds)).toEqual([
    ['1', '3'],
    ['2'],
  ]);
  expect(found[0].key).toBe(indicatorKey(again));
  expect(found[0].key).not.toBe(found[1].key);
});
