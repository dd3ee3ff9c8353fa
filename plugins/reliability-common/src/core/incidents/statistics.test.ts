import { DAY, HOUR, MINUTE, NOW, timesOf } from '../../testUtils';
import { IncidentStatus, StampName } from './incident';
import { quantile } from './quantile';
import { StatIncident } from './figures';
import { statistics } from './statistics';

describe('a quantile', () => {
  it.each([
    ['of nothing', [], 0.5, null],
    ['of one value', [7], 0.9, 7],
    ['in the middle of an odd number', [1, 2, 10], 0.5, 2],
    ['in the middle of an even number', [1, 2, 4, 10], 0.5, 3],
    ['between two values', [0, 10], 0.9, 9],
    [
      'of ten values',
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      0.9,
      expect.closeTo(9.1, 9),
    ],
    ['at the end', [1, 2], 1, 2],
  ])('%s', (_, values, p, expected) => {
    expect(quantile(values, p)).toEqual(expected);
  });
});

const options = { now: NOW, from: NOW - 90 * DAY, to: NOW };

const some = (changed: Partial<StatIncident> = {}): StatIncident => ({
  status: 'resolved',
  isTest: false,
  severity: 1,
  customerImpact: null,
  startedAt: NOW - DAY,
  stamps: {},
  key: null,
  isRepeat: false,
  pages: {
    total: 0,
    afterHours: 0,
    sleepHours: 0,
    zoneUnknown: 0,
    unacknowledged: 0,
    withoutHuman: 0,
  },
  postmortem: {
    state: 'not-required',
    required: false,
    publishDueAt: null,
    publishedAt: null,
  },
  followUps: { total: 0, done: 0, inTime: 0, overdue: 0 },
  ...changed,
});

/** With stamps as minutes after noon of the day before. */
const at = (
  minutes: Partial<Record<StampName, number>>,
  changed: Partial<StatIncident> = {},
) =>
  some({
    stamps: timesOf(
      Object.fromEntries(
        Object.entries(minutes).map(([name, minute]) => [
          name,
          NOW - DAY + minute * MINUTE,
        ]),
      ),
    ),
    ...changed,
  });

const figures = (...incidents: StatIncident[]) =>
  statistics(incidents, options);

describe('figures leave out', () => {
  it.each<[string, Partial<StatIncident>]>([
    ['exercises', { isTest: true }],
    ['merged ones', { status: 'merged' }],
    ['declined ones', { status: 'declined' }],
    ['those that began before', { startedAt: options.from - 1 }],
    ['those that began after', { startedAt: options.to }],
  ])('%s', (_, changed) => {
    const left = at({ impactStart: 0, declared: 0, resolved: 60 }, changed);
    expect(figures(left)).toEqual(figures());
  });

  it('nothing of the first moment', () => {
    expect(figures(some({ startedAt: options.from })).incidents).toBe(1);
  });
});

it('there are none of nothing', () => {
  expect(figures()).toMatchObject({
    incidents: 0,
    restore: { n: 0, of: 0, median: null, p90: null },
    impactMinutes: 0,
  });
});

describe('durations are over those that have both stamps', () => {
  const open = (status: IncidentStatus, acknowledged = false) =>
    at({ declared: 0, ...(acknowledged && { acknowledged: 1 }) }, { status });

  it('of those that could have them', () => {
    const found = figures(
      at({ impactStart: 0, detected: 5, declared: 6, resolved: 36 }),
      at({ declared: 0, acknowledged: 2, mitigated: 10, resolved: 20 }),
      at({ declared: 10, resolved: 5 }),
      open('open'),
      open('mitigated', true),
    );
    const minutes = (value: number) => value * MINUTE;
    expect(found).toMatchObject({
      detect: { n: 1, of: 5, median: minutes(5), p90: minutes(5) },
      acknowledge: { n: 2, of: 5, median: minutes(1.5) },
      neverAcknowledged: 0,
      mitigate: { n: 0, of: 4, median: null, p90: null },
      restore: { n: 2, of: 3, median: minutes(25), p90: minutes(29) },
      open: 2,
    });
  });
});

describe('nobody ever acknowledged', () => {
  const paged = { pages: { ...some().pages, total: 1 } };

  it.each<[string, StatIncident, number]>([
    ['one that paged somebody', at({ declared: 0 }, paged), 1],
    ['none that was acknowledged', at({ acknowledged: 1 }, paged), 0],
    ['none that goes on', at({}, { ...paged, status: 'open' }), 0],
    ['none of which nobody was told', at({ declared: 0 }), 0],
  ])('%s', (_, incident, count) => {
    expect(figures(incident).neverAcknowledged).toBe(count);
  });
});

describe('impact minutes', () => {
  const impact = (from: number, to: number, changed = {}) =>
    at({ impactStart: from, resolved: to }, changed);

  it.each<[string, StatIncident[], number, number]>([
    ['of one', [impact(0, 30)], 30, 0],
    ['of two apart', [impact(0, 30), impact(60, 90)], 60, 0],
    ['of two that overlap, once', [impact(0, 30), impact(20, 50)], 50, 0],
    ['of one within another', [impact(0, 60), impact(10, 20)], 60, 0],
    ['of two that touch', [impact(30, 60), impact(0, 30)], 60, 0],
    ['of the same twice', [impact(0, 30), impact(0, 30)], 30, 0],
    [
      'of one that goes on',
      [at({ impactStart: 0 }, { status: 'open' })],
      1440,
      0,
    ],
    [
      'of one that nobody felt',
      [impact(0, 30, { customerImpact: false })],
      0,
      0,
    ],
    [
      'are not guessed',
      [at({ declared: 0, resolved: 30 }, { customerImpact: true })],
      0,
      1,
    ],
    ['are unknown where it ended before it began', [impact(30, 0)], 0, 1],
    [
      'are none where nobody said anything',
      [at({ declared: 0, resolved: 30 })],
      0,
      0,
    ],
    [
      'are whole beyond the period',
      [impact(-90 * 1440, -90 * 1440 + 10, { startedAt: options.from })],
      10,
      0,
    ],
    ['may be parts of minutes', [impact(0, 0.5)], 0.5, 0],
  ])('%s', (_, incidents, impactMinutes, impactUnknown) => {
    expect(figures(...incidents)).toMatchObject({
      impactMinutes,
      impactUnknown,
    });
  });
});

describe('keys are noisy', () => {
  const paged = (hours: number, key: string | null = 'disk', total = 1) =>
    some({
      key,
      startedAt: NOW - 10 * DAY + hours * HOUR,
      pages: { ...some().pages, total },
    });

  it.each<[string, StatIncident[], number]>([
    ['that page three times within a day', [paged(0), paged(24), paged(9)], 1],
    ['not over a longer time', [paged(0), paged(12), paged(24.01)], 0],
    ['not twice', [paged(0), paged(1)], 0],
    [
      'not where nobody was paged',
      [paged(0), paged(1), paged(2, 'disk', 0)],
      0,
    ],
    ['not by several people for one incident', [paged(0, 'disk', 9)], 0],
    ['each for itself', [paged(0), paged(1), paged(2, 'memory')], 0],
    ['not without a key', [0, 1, 2].map(hour => paged(hour, null)), 0],
    [
      'two of them',
      [0, 1, 2].flatMap(hour => [paged(hour), paged(hour, 'memory')]),
      2,
    ],
  ])('%s', (_, incidents, noisyKeys) => {
    expect(figures(...incidents).pages.noisyKeys).toBe(noisyKeys);
  });

  it('as the configuration says', () => {
    const incidents = [paged(0), paged(2)];
    const noisy = { ...options, noisyCount: 2, noisyWithinMs: 2 * HOUR };
    expect(statistics(incidents, noisy).pages.noisyKeys).toBe(1);
  });
});

describe('postmortems', () => {
  const due = NOW - HOUR;
  const postmortem = (
    state: StatIncident['postmortem']['state'],
    publishedAt: number | null = null,
    publishDueAt: number | null = due,
  ) =>
    some({ postmortem: { state, required: true, publishDueAt, publishedAt } });

  it.each<[string, StatIncident, object]>([
    ['in time', postmortem('published', due), { published: 1, inTime: 1 }],
    ['late', postmortem('published', due + 1), { published: 1, inTime: 0 }],
    [
      'at a time that nobody knows',
      postmortem('published'),
      { published: 1, inTime: 0 },
    ],
    [
      'without a deadline',
      postmortem('published', null, null),
      { published: 1, inTime: 1 },
    ],
    ['overdue', postmortem('overdue'), { published: 0, overdue: 1 }],
    ['in the making', postmortem('draft'), { published: 0, overdue: 0 }],
  ])('%s', (_, incident, expected) => {
    expect(figures(incident).postmortems).toMatchObject({
      required: 1,
      ...expected,
    });
  });

  it('that nobody wanted are not counted', () => {
    const { postmortem: kept } = postmortem('published', due);
    const incident = some({ postmortem: { ...kept, required: false } });
    expect(figures(incident).postmortems).toEqual(figures().postmortems);
  });
});

it('severities are in order, those that are not mapped last where there are any', () => {
  const found = statistics(
    [some({ severity: 2 }), some({ severity: null }), some({ severity: 2 })],
    { ...options, severityNames: ['Red', 'Orange'] },
  );
  expect(
    found.bySeverity.map(({ name, incidents }) => `${name} ${incidents}`),
  ).toEqual([
    'Red 0',
    'Orange 2',
    'SEV3 0',
    'SEV4 0',
    'SEV5 0',
    'Not mapped 1',
  ]);
  expect(figures(some()).bySeverity).toHaveLength(5);
});
