import {
  calendarMonth,
  DAY,
  HOUR,
  MINUTE,
  objectiveOf,
  requests,
  rolling,
  slices,
  sloOf,
} from '../../testUtils';
import { SliStep } from './measurement';
import { replay, ReplayInput } from './replay';

const FROM = Date.parse('2026-10-01T00:00Z');
const STEP = 5 * MINUTE;

/** Thirty days, 100 events a step; `bad` says how many fail in the step that ends at a time. */
function run(
  bad: (at: number) => number,
  {
    days = 30,
    stepMs = STEP,
    total = 100,
    ...changed
  }: Partial<ReplayInput> & { days?: number; total?: number } = {},
) {
  const to = FROM + days * DAY;
  const steps: SliStep[] = [];
  for (let at = FROM + stepMs; at <= to; at += stepMs) {
    steps.push({ at, bad: bad(at), total });
  }
  return replay({
    slo: sloOf(),
    objective: objectiveOf(),
    steps,
    stepMs,
    from: FROM,
    to,
    ...changed,
  });
}

/** A total outage of some length, so many hours after the start. */
const outage = (start: number, length: number) => (at: number) =>
  at > FROM + start * HOUR && at <= FROM + (start + length) * HOUR ? 100 : 0;

const last = <T>(list: readonly T[]) => list[list.length - 1];

describe('the curve', () => {
  it('begins whole and ends where the window ends', () => {
    const { points } = run(outage(240, 0.5));
    expect(points[0].remaining).toBe(1);
    expect(last(points).at).toBe(FROM + 30 * DAY);
    // Half an hour of 43.2 minutes.
    expect(last(points).remaining).toBeCloseTo(1 - 30 / 43.2, 9);
  });

  it('counts nothing twice before a whole window has passed', () => {
    const { points } = run(outage(0, 0.5));
    expect(
      points.every(
        ({ remaining }) => Math.abs(remaining! - (1 - 30 / 43.2)) < 1e-9,
      ),
    ).toBe(true);
  });

  it('recovers when the outage leaves the window', () => {
    const { points } = run(outage(24, 1), {
      days: 20,
      slo: sloOf({ window: rolling(7) }),
    });
    const at = (day: number) =>
      points.find(point => point.at >= FROM + day * DAY)!;
    expect(at(3).remaining).toBeCloseTo(1 - 60 / 10.08, 6);
    expect(at(10).remaining).toBe(1);
  });

  it('of a calendar window is whole again in every period', () => {
    const { points } = run(outage(24, 0.5), {
      days: 45,
      slo: sloOf({ window: calendarMonth() }),
    });
    const on = (day: string) =>
      points.find(point => point.at > Date.parse(day))!.remaining;
    expect(on('2026-10-30')).toBeCloseTo(1 - 30 / 44.64, 6);
    expect(on('2026-11-05')).toBe(1);
  });

  it.each([
    [undefined, 393],
    [100, 100],
    [1, 1],
  ])('with at most %p points has %p', (maxPoints, count) => {
    expect(run(() => 0, { maxPoints }).points).toHaveLength(count);
  });

  it('tells the SLI since the point before, so that no outage is lost', () => {
    const { points } = run(outage(240, 2), { maxPoints: 30 });
    expect(points.filter(({ sli }) => sli! < 1).map(({ sli }) => sli)).toEqual([
      22 / 24,
    ]);
  });

  it('is not known where nothing was measured', () => {
    const { points, suggestedTarget } = run(() => 0, { steps: [] });
    expect(
      points.every(({ remaining, sli }) => remaining === null && sli === null),
    ).toBe(true);
    expect(suggestedTarget).toBeNull();
  });

  it('of slices follows the policy for empty ones', () => {
    const changed = {
      objective: objectiveOf({ indicator: slices, target: 990_000 }),
      slo: sloOf({ options: { emptySlices: 'bad' } }),
      total: 1,
      days: 10,
    };
    const { points } = run(() => 0, changed);
    expect(last(points).remaining).toBe(1);
    const half = run(() => 0, {
      ...changed,
      steps: [{ at: FROM + STEP, bad: 0, total: 1 }],
    });
    // Ten days are 2880 slices, of which 2879 are empty; the budget of thirty days is 86.4.
    expect(last(half.points).remaining).toBeCloseTo(1 - 2879 / 86.4, 6);
  });
});

describe('the alerts', () => {
  /** In minutes after hour 240. */
  const minutes = (at: number | null) =>
    at === null ? '…' : Math.round((at - FROM) / MINUTE) - 240 * 60;
  const shown = (...parameters: Parameters<typeof run>) =>
    run(...parameters).alerts.map(
      ({ severity, long, from, to }) =>
        `${severity} ${long} ${minutes(from)}–${minutes(to)}`,
    );

  it('come with an outage of an hour and go when their short windows are over', () => {
    expect(shown(outage(240, 1))).toEqual([
      'page 1h 5–65',
      // 6 × 0.1 % of six hours are 130 seconds, 3 × 0.1 % of a day 260, and 0.1 % of three days 260.
      'page 6h 5–90',
      'ticket 1d 5–180',
      'ticket 3d 5–420',
    ]);
  });

  it('are none in calm', () => {
    expect(shown(() => 0)).toEqual([]);
  });

  it('are still on at the end', () => {
    const { alerts } = run(outage(719, 1));
    expect(alerts.map(({ to }) => to)).toEqual([null, null, null, null]);
  });

  it('need the least number of failures', () => {
    const one = (at: number) => (at === FROM + 240 * HOUR ? 60 : 0);
    const guarded = sloOf({ options: { minFailures: 61 } });
    expect(shown(one)).not.toEqual([]);
    expect(shown(one, { slo: guarded })).toEqual([]);
  });

  it('of coarse steps see no window shorter than a step', () => {
    const found = run(outage(240, 2), { stepMs: HOUR, total: 100 }).alerts[0];
    expect([
      found.long,
      (found.from - FROM) / HOUR,
      (found.to! - FROM) / HOUR,
    ]).toEqual(['1h', 241, 243]);
  });
});

describe('the suggested target', () => {
  const dayOf = (at: number) => Math.ceil((at - FROM) / DAY);
  it.each<[string, number, (at: number) => number, number | null]>([
    [
      'is what all but the worst of thirty days reached',
      30,
      at => (dayOf(at) === 3 ? 50 : 0.2),
      998_000,
    ],
    [
      'is what the worst of ten days reached',
      10,
      at => (dayOf(at) === 3 ? 1 : 0),
      990_000,
    ],
    ['is at most five nines', 30, () => 0, 999_990],
    ['is not told from six days', 6, () => 0, null],
  ])('%s', (_, days, bad, expected) => {
    expect(run(bad, { days, stepMs: HOUR }).suggestedTarget).toBe(expected);
  });

  it('counts whole days of the zone of the SLO', () => {
    const slo = sloOf({ window: calendarMonth('Europe/Warsaw') });
    expect(run(() => 1, { days: 8, slo, stepMs: HOUR }).suggestedTarget).toBe(
      990_000,
    );
    expect(
      run(() => 1, { days: 7, slo, stepMs: HOUR }).suggestedTarget,
    ).toBeNull();
  });
});

it('is quick for a month of five minutes and 11,000 steps', () => {
  const begin = performance.now();
  run(outage(100, 1), {
    days: 38,
    objective: objectiveOf({ indicator: requests }),
  });
  expect(performance.now() - begin).toBeLessThan(2000);
});
