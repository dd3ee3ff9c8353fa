import { DAY, HOUR, MINUTE, minutesOf, Stream } from './traffic';

const SINCE = Date.parse('2026-11-20T12:00:00Z');
const stream = (changes: Partial<Stream> = {}): Stream => ({
  service: 'pay',
  slo: 'availability',
  shape: { kind: 'counter', metric: 'calls_total', good: {}, bad: {} },
  labels: {},
  perMinute: 100,
  usualBad: 0.01,
  incidents: [],
  daysOld: 35,
  pushed: false,
  scrapedOnly: false,
  slices: false,
  ...changes,
});
const shareAt = (changes: Partial<Stream>, at: number) => {
  const { bad, total } = minutesOf(stream(changes), SINCE)(at)!;
  return bad / total;
};
const within = (changes: Partial<Stream>, from: number, minutes: number) => {
  const minute = minutesOf(stream(changes), SINCE);
  const counts = Array.from(
    { length: minutes },
    (_, n) => minute(from + n * MINUTE)!,
  );
  return {
    total: counts.reduce((sum, { total }) => sum + total, 0),
    bad: counts.reduce((sum, { bad }) => sum + bad, 0),
  };
};

describe('minutesOf', () => {
  it('tells the same story every time, and another one of another SLO', () => {
    const at = SINCE - 3 * DAY;
    expect(shareAt({}, at)).toBe(shareAt({}, at));
    expect(shareAt({}, at)).not.toBe(shareAt({ slo: 'latency' }, at));
  });

  it('has as many events in a week as it is told, fewer of them at night', () => {
    const week = within({}, SINCE - 7 * DAY, 7 * 1440);
    expect(week.total / 7 / 1440).toBeCloseTo(100, -1);
    expect(week.bad / week.total).toBeCloseTo(0.01, 3);
    const midnight = Date.parse('2026-11-18T00:00:00Z');
    const night = within({}, midnight + 2 * HOUR, 60);
    const day = within({}, midnight + 17 * HOUR, 60);
    expect(night.total).toBeLessThan(day.total / 3);
  });

  it.each<[string, Partial<Stream>, number]>([
    [
      'an hour of a day before',
      { incidents: [{ daysAgo: 2, hour: 6, minutes: 10, bad: 0.5 }] },
      Date.parse('2026-11-18T06:09:00Z'),
    ],
    [
      'some time before the beginning',
      { incidents: [{ daysAgo: 0.5, minutes: 10, bad: 0.5 }] },
      SINCE - 12 * HOUR,
    ],
    [
      'a time after the beginning, where it goes on',
      { incidents: [{ daysAgo: 0.5, minutes: 1000, bad: 0.5 }] },
      SINCE + 4 * HOUR,
    ],
    [
      'the next cycle',
      { incidents: [{ daysAgo: 2, hour: 6, minutes: 10, bad: 0.5 }] },
      Date.parse('2026-11-18T06:00:00Z') + 35 * DAY,
    ],
  ])('has an incident at %s', (_, changes, at) => {
    expect(shareAt(changes, at)).toBeGreaterThan(0.25);
    expect(shareAt(changes, at - 17 * HOUR)).toBeLessThan(0.02);
  });

  it('has had nothing before of what still goes on', () => {
    const incidents = [{ daysAgo: 0.5, minutes: 1000, bad: 0.5 }];
    expect(shareAt({ incidents }, SINCE - 35 * DAY)).toBeLessThan(0.02);
    expect(shareAt({ incidents }, SINCE + 35 * DAY)).toBeGreaterThan(0.25);
  });

  it('begins when the service was first measured', () => {
    const minute = minutesOf(stream({ daysOld: 2 }), SINCE);
    expect(minute(SINCE - 2 * DAY - MINUTE)).toBeUndefined();
    expect(minute(SINCE - 2 * DAY)).toBeDefined();
  });

  it('has good and bad samples of a gauge, in the share it is told', () => {
    const shape = { kind: 'gauge', metric: 'age', good: 1, bad: 9 } as const;
    const incidents = [{ daysAgo: 1, minutes: 1440, bad: 0.05 }];
    const day = within({ shape, incidents }, SINCE - DAY, 1440);
    expect(day).toEqual({ total: 1440, bad: expect.any(Number) });
    expect(day.bad).toBeGreaterThan(69);
    expect(day.bad).toBeLessThan(75);
  });
});
