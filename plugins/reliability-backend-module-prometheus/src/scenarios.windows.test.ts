import { SloWindow } from '@plimsoll/backstage-plugin-reliability-common';
import { describePrometheus } from './__testUtils__/binaries';
import { evaluateOn, sourceFor } from './__testUtils__/evaluate';
import { counterOf, openMetricsText } from './__testUtils__/openMetrics';
import {
  RealPrometheus,
  startRealPrometheus,
} from './__testUtils__/realPrometheus';
import { AT, HOUR, MINUTE, SCRAPES } from './__testUtils__/services';
import { events, failures, sloOf } from './__testUtils__/slos';
import { PrometheusSource } from './PrometheusSource';

jest.setTimeout(60_000);

const date = (text: string) => Date.parse(text);
const inside = (ms: number, from: string, to: string) =>
  ms > date(from) && ms <= date(to);

/** Ten minutes late on the last evening of February in UTC, which is March in Warsaw; two hours in March. */
const bad = (ms: number) =>
  inside(ms, '2026-02-28T23:30:00Z', '2026-02-28T23:40:00Z') ||
  inside(ms, '2026-03-10T10:00:00Z', '2026-03-10T12:00:00Z');

const series = ['200', '500'].map(code => ({
  labels: { svc: 'pay', code },
  at: counterOf({ events: ms => (bad(ms) === (code === '500') ? 60 : 0) }),
}));

const SLO = sloOf(events(failures('pay')), 999_000);
const BUDGET = 0.001;

const monthIn = (timeZone: string): SloWindow => ({
  kind: 'calendar',
  duration: { count: 1, unit: 'M' },
  startTime: '2026-01-01 00:00:00',
  timeZone,
});

describePrometheus('windows on a real Prometheus', () => {
  let prometheus: RealPrometheus;
  let source: PrometheusSource;

  beforeAll(async () => {
    prometheus = await startRealPrometheus({
      samples: openMetricsText(
        [{ name: 'requests', type: 'counter', series }],
        SCRAPES,
      ),
    });
    source = sourceFor(prometheus.url);
  });
  afterAll(() => prometheus?.stop());

  // March 2026 has 744 hours in UTC, and 743 in Warsaw, where clocks go forward.
  it.each([
    ['UTC', '2026-03-01T00:00:00Z', 744, 120],
    ['Europe/Warsaw', '2026-02-28T23:00:00Z', 743, 130],
  ])('the month in %s', async (zone, start, hours, badMinutes) => {
    const minutes = (AT - date(start)) / MINUTE;
    const { budget } = await evaluateOn(source, {
      ...SLO,
      window: monthIn(zone),
    });
    const er = badMinutes / (minutes - 1);
    expect(budget.sli).toBeCloseTo(1 - er, 9);
    expect(budget.remaining).toBeCloseTo(
      1 - (er * minutes) / (hours * 60 * BUDGET),
      6,
    );
    expect(budget.window).toMatchObject({
      from: date(start),
      to: date(start) + hours * HOUR,
    });
  });

  it('a correction takes its events out, and the budget without it stays visible', async () => {
    const correction = {
      from: date('2026-03-10T09:30:00Z'),
      to: date('2026-03-10T12:30:00Z'),
    };
    const { budget, uncorrected } = await evaluateOn(source, SLO, [correction]);
    expect(uncorrected?.sli).toBeCloseTo(1 - 120 / 43_199, 9);
    expect(budget.sli).toBeCloseTo(1, 9);
    expect(budget.total! / (43_200 * 60 - 180 * 60)).toBeCloseTo(1, 4);
  });
});
