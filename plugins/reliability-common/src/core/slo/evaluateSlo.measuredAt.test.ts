import {
  calendarMonth,
  evaluated,
  HOUR,
  MINUTE,
  NOW,
  objectiveOf,
  rolling,
  slices,
  sloOf,
} from '../../testUtils';

const DAY = 24 * HOUR;
const EARLIER = NOW - 4 * MINUTE;

describe('windows that were measured before', () => {
  it('have bounds of their own', () => {
    const { budget, companion } = evaluated(
      sloOf({ window: rolling(30) }),
      { rest: [1, 1000] },
      { measuredAt: { period: EARLIER, companion: EARLIER - MINUTE } },
    );
    expect(budget.window).toMatchObject({
      from: EARLIER - 30 * DAY,
      to: EARLIER,
    });
    const whole = evaluated(sloOf({ window: rolling(30) }), {
      rest: [1, 1000],
    });
    expect(whole.budget.window.to).toBe(NOW);
    expect(budget.remaining).toBe(whole.budget.remaining);
    // A month that is half over is spent by what had passed when it was measured.
    const begun = Date.parse('2026-11-01T00:00:00Z');
    const passed = (EARLIER - MINUTE - begun) / (NOW - begun);
    expect(companion!.consumed).toBeCloseTo(
      whole.companion!.consumed! * passed,
      12,
    );
  });

  it('spend of a calendar budget what had passed then', () => {
    const slo = sloOf({ window: calendarMonth() });
    const counts = { rest: [1, 1000] as [number, number] };
    const begun = Date.parse('2026-11-01T00:00:00Z');
    const before = evaluated(slo, counts, { measuredAt: { period: EARLIER } });
    const now = evaluated(slo, counts);
    expect(before.budget.consumed! / now.budget.consumed!).toBeCloseTo(
      (EARLIER - begun) / (NOW - begun),
      12,
    );
  });

  it('expect the slices that had passed then', () => {
    const slo = sloOf({
      window: calendarMonth(),
      method: slices.method,
      objectives: [objectiveOf({ indicator: slices })],
    });
    const counts = { rest: [0, 1] as [number, number] };
    const expected = (at: number) =>
      evaluated(slo, counts, { measuredAt: { period: at } }).slices!.expected;
    expect(expected(NOW) - expected(NOW - HOUR)).toBe(12);
  });

  it('leave burn rates and their time as they are', () => {
    const slo = sloOf({ window: rolling(30) });
    const counts = { rest: [1, 1000] as [number, number] };
    const { burns, alerts, exhaustion } = evaluated(slo, counts);
    expect(
      evaluated(slo, counts, { measuredAt: { period: EARLIER } }),
    ).toMatchObject({ burns, alerts, exhaustion });
  });
});
