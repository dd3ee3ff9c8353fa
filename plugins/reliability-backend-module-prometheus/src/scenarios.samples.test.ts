import { Sli, SliCount } from '@plimsoll/backstage-plugin-reliability-common';
import { SliSource } from '@plimsoll/backstage-plugin-reliability-node';
import { describePrometheus } from './__testUtils__/binaries';
import { faultOf, never } from './__testUtils__/client';
import { evaluateOn, sourceFor } from './__testUtils__/evaluate';
import { openMetricsText } from './__testUtils__/openMetrics';
import {
  RealPrometheus,
  startRealPrometheus,
} from './__testUtils__/realPrometheus';
import {
  AT,
  bucketFamily,
  DAY,
  gaugeFamily,
  HOUR,
  MINUTE,
  SCRAPES,
  sliceFamily,
} from './__testUtils__/services';
import {
  events,
  failures,
  ratio,
  raw,
  sloOf,
  threshold,
} from './__testUtils__/slos';

jest.setTimeout(120_000);

const MINUTES = 30 * 24 * 60;
const probe = (kind: string) => `probe{kind="${kind}"}`;

describePrometheus('samples and slices on a real Prometheus', () => {
  let prometheus: RealPrometheus;
  let source: SliSource & ReturnType<typeof sourceFor>;

  beforeAll(async () => {
    prometheus = await startRealPrometheus({
      samples: openMetricsText(
        [sliceFamily, gaugeFamily, bucketFamily],
        SCRAPES,
      ),
    });
    source = sourceFor(prometheus.url);
  });
  afterAll(() => prometheus?.stop());

  const month = [{ key: 'period', from: AT - 30 * DAY, to: AT }];
  const measure = async (sli: Sli): Promise<SliCount> => {
    const { counts } = await source.measure(
      { indicator: events(sli), windows: month },
      { signal: never() },
    );
    return counts.period;
  };

  it.each<[string, Sli, SliCount]>([
    [
      'each sample is compared by itself: one in 20 is slow',
      threshold(probe('seconds'), 'lte', 30),
      { total: MINUTES, bad: MINUTES / 20 },
    ],
    [
      'the border is good with lte',
      threshold(probe('seconds'), 'lte', 50),
      { total: MINUTES, bad: 0 },
    ],
    [
      'and bad with lt',
      threshold(probe('seconds'), 'lt', 50),
      { total: MINUTES, bad: MINUTES / 20 },
    ],
    [
      'a probe that is 0 or 1',
      threshold(probe('up'), 'gte', 1),
      { total: MINUTES, bad: MINUTES / 50 },
    ],
    [
      'a share of good events',
      raw(probe('share')),
      { total: MINUTES, bad: MINUTES * 5e-4 },
    ],
    [
      'a share of bad events',
      raw(probe('share'), 'failure'),
      { total: MINUTES, bad: MINUTES * 0.9995 },
    ],
    [
      'a share that is NaN for six hours: those are left out',
      raw(probe('broken')),
      { total: MINUTES - 360, bad: (MINUTES - 360) * 5e-4 },
    ],
    [
      'numbers that are no counters',
      ratio({ bad: probe('errors'), total: probe('calls') }, false),
      { total: MINUTES * 1000, bad: MINUTES * 3 },
    ],
    [
      'fast requests, in the bucket that the server calls 1.0',
      ratio({
        good: 'latency_bucket_total{le="1"}',
        total: 'latency_bucket_total{le="+Inf"}',
      }),
      { total: MINUTES * 1000, bad: MINUTES * 10 },
    ],
  ])('%s', async (_, sli, count) => {
    const { total, bad } = await measure(sli);
    expect(total! / count.total!).toBeCloseTo(1, 9);
    expect(bad! / total!).toBeCloseTo(count.bad! / count.total!, 9);
  });

  it('a bucket that does not exist is an error that lists those that do', async () => {
    const good = 'sum(latency_bucket_total{le="0.25"})';
    const question = measure(
      ratio({ good, total: 'latency_bucket_total{le="+Inf"}' }),
    );
    expect(await faultOf(question)).toEqual({
      failure: 'bad-query',
      message: expect.stringMatching(/le="0\.25".*buckets are 0\.1, 1\.0\. /),
    });
  });

  const SLICE = { method: 'Timeslices', sliceMs: 5 * MINUTE } as const;

  // 8,064 slices in 28 days, 40.32 of which may be bad.
  it.each([
    ['good', 1 - 21 / 40.32],
    ['exclude', 1 - 21 / (0.005 * 7980)],
    ['bad', 1 - 105 / 40.32],
  ] as const)(
    '21 bad slices, 84 empty ones that count as %s',
    async (emptySlices, remaining) => {
      const indicator = { ...SLICE, sli: failures('slices'), sliceTarget: 0.9 };
      const slo = sloOf(indicator, 995_000, 28, { emptySlices });
      const { budget, slices } = await evaluateOn(source, slo);
      expect(slices).toEqual({
        measured: 7980,
        expected: 8064,
        lengthMs: 5 * MINUTE,
      });
      expect(budget.remaining).toBeCloseTo(remaining, 9);
    },
  );

  it.each([
    ['reaches its target is good', 0.5, 1],
    ['is just below is bad', 0.51, 1 - 21 / 40.32],
  ])('a slice that %s', async (_, sliceTarget, remaining) => {
    const indicator = { ...SLICE, sli: failures('halves'), sliceTarget };
    const { budget } = await evaluateOn(source, sloOf(indicator, 995_000, 28));
    expect(budget.remaining).toBeCloseTo(remaining, 9);
  });

  it('ratios of slices are averaged', async () => {
    const indicator = {
      ...SLICE,
      method: 'RatioTimeslices' as const,
      sli: failures('halves'),
    };
    const { budget } = await evaluateOn(source, sloOf(indicator, 995_000, 28));
    expect(budget.sli).toBeCloseTo(1 - 10.5 / 8064, 9);
  });

  it('an hourly series has a step for each hour, also where nothing was scraped', async () => {
    const range = { from: AT - 6 * DAY, to: AT, stepMs: HOUR };
    const { steps } = await source.series(events(failures('slices')), range, {
      signal: never(),
    });
    expect(steps).toHaveLength(144);
    expect(steps[0].at).toBe(range.from + HOUR);
    expect(steps.at(-1)).toMatchObject({ at: AT, bad: 0 });
    expect(steps.filter(({ total }) => total === null)).toHaveLength(7);
    expect(steps.filter(({ bad }) => (bad ?? 0) > 0)).toHaveLength(2);
  });

  it('a series of more points than Prometheus gives comes in parts', async () => {
    const range = { from: AT - 10 * DAY, to: AT, stepMs: MINUTE };
    const sli = threshold(probe('seconds'), 'lte', 30);
    const { steps } = await source.series(events(sli), range, {
      signal: never(),
    });
    expect(steps).toHaveLength(14_400);
    const sum = (key: 'bad' | 'total') =>
      steps.reduce((all, step) => all + (step[key] ?? 0), 0);
    expect([sum('total'), sum('bad')]).toEqual([14_400, 720]);
  });
});
