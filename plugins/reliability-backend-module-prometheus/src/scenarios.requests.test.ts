import { describePrometheus } from './__testUtils__/binaries';
import { never } from './__testUtils__/client';
import {
  burnOf,
  evaluateOn,
  firing,
  sourceFor,
} from './__testUtils__/evaluate';
import { openMetricsText } from './__testUtils__/openMetrics';
import {
  RealPrometheus,
  startRealPrometheus,
} from './__testUtils__/realPrometheus';
import {
  AT,
  DAY,
  HOUR,
  requestFamily,
  SCRAPES,
} from './__testUtils__/services';
import { events, failures, sloOf, successes } from './__testUtils__/slos';
import { PrometheusSource } from './PrometheusSource';

jest.setTimeout(120_000);

const ALL = ['page 1h/5m', 'page 6h/30m', 'ticket 1d/2h', 'ticket 3d/6h'];

/** In 30 days there are 43,200 scrapes, and 43,199 steps between them. */
const STEPS = 43_199;
const NIGHTS = 30 * 360 * 10 - 10;
const NIGHT_AND_DAY = 30 * (360 * 10 + 1080 * 1000) - 10;

interface Truth {
  /** Share of bad events over 30 days; null: not known. */
  er: number | null;
  status: string;
  burn?: Record<string, number | null>;
  alerts?: string[];
  flags?: string[];
  target?: number;
  /** Where the answer is an estimate: which share of the bad events it may be off. */
  within?: number;
}

describePrometheus('services on a real Prometheus', () => {
  let prometheus: RealPrometheus;
  let source: PrometheusSource;

  beforeAll(async () => {
    prometheus = await startRealPrometheus({
      samples: openMetricsText([requestFamily], SCRAPES),
    });
    source = sourceFor(prometheus.url);
  });
  afterAll(() => prometheus?.stop());

  const evaluate = (svc: string, target = 999_000) =>
    evaluateOn(source, sloOf(events(failures(svc)), target));

  it.each<[string, string, Truth]>([
    [
      'one request in 2000 fails: half of the budget goes',
      'steady',
      {
        er: 1 / 2000,
        status: 'healthy',
        burn: { '5m': 0.5, '1h': 0.5, '3d': 0.5 },
      },
    ],
    [
      'down for 20 minutes and still down: every pair fires',
      'outage',
      {
        er: 20 / STEPS,
        status: 'burning',
        // An hour has 60 scrapes with 59 steps between them.
        burn: { '5m': 1000, '1h': 20 / 59 / 0.001, '6h': 20 / 359 / 0.001 },
        alerts: ALL,
      },
    ],
    [
      'up again for 40 minutes: the pages are over, the tickets are not',
      'recovered',
      {
        er: 20 / STEPS,
        status: 'at_risk',
        burn: { '5m': 0, '30m': 0, '1h': 19 / 59 / 0.001 },
        alerts: ['ticket 1d/2h', 'ticket 3d/6h'],
      },
    ],
    [
      'two bad days, long ago: spent more than three times over',
      'spent',
      { er: (2880 * 5) / (STEPS * 100), status: 'breached', burn: { '3d': 0 } },
    ],
    [
      'a counter that starts anew every six hours',
      'resets',
      { er: 1 / 2000, status: 'healthy' },
    ],
    [
      'two pods that restart in turn',
      'pods',
      { er: 1 / 2000, status: 'healthy' },
    ],
    [
      'a day without scrapes: what happened then is in the jump of the counter',
      'gap',
      {
        er: (1440 * 20) / (STEPS * 1000),
        status: 'healthy',
        burn: { '3d': 0 },
      },
    ],
    [
      'three days old: what there is, provisional',
      'young',
      { er: 1 / 2000, status: 'healthy', flags: ['provisional'] },
    ],
    ['nobody asks it anything', 'idle', { er: null, status: 'no_traffic' }],
    ['no series at all', 'absent', { er: null, status: 'no_data' }],
    [
      'errors for five days, their series is younger than the service',
      'late',
      { er: 7200 / (43_200 * 2000), status: 'healthy', within: 5e-4 },
    ],
    [
      'never an error, so no series of errors',
      'flawless',
      { er: 0, status: 'healthy', burn: { '1h': 0 } },
    ],
    [
      'nothing but errors',
      'hopeless',
      { er: 1, status: 'breached', burn: { '1h': 1000 }, alerts: ALL },
    ],
    [
      'errors only at night, in 1 % of the traffic',
      'night',
      { er: NIGHTS / NIGHT_AND_DAY, status: 'breached', burn: { '6h': 0 } },
    ],
    [
      'five nines, half of the budget gone',
      'nines',
      { er: 216 / (STEPS * 1000), status: 'healthy', target: 999_990 },
    ],
    [
      'no scrape for two hours',
      'stopped',
      {
        er: 1 / 2000,
        status: 'healthy',
        burn: { '1h': null },
        flags: ['stale'],
      },
    ],
  ])('%s', async (_, svc, truth) => {
    const { target = 999_000, er, within = 1e-9 } = truth;
    const objective = await evaluate(svc, target);
    const { budget, status, flags } = objective;
    const allowed = (1_000_000 - target) / 1e6;
    // A half of the last digit is what closeTo bears.
    const near = (value: number, error: number) =>
      expect.closeTo(value, -Math.log10(2 * Math.max(error, 1e-12)));
    expect({
      status,
      flags: [...flags].sort(),
      alerts: firing(objective),
      sli: budget.sli,
      remaining: budget.remaining,
    }).toEqual({
      status: truth.status,
      flags: truth.flags ?? [],
      alerts: truth.alerts ?? [],
      sli: er === null ? null : near(1 - er, er * within),
      remaining:
        er === null ? null : near(1 - er / allowed, (er / allowed) * within),
    });
    const burns = truth.burn ?? {};
    expect(
      Object.fromEntries(
        Object.keys(burns).map(key => [key, burnOf(objective, key)]),
      ),
    ).toEqual(
      Object.fromEntries(
        Object.entries(burns).map(([key, rate]) => [
          key,
          rate === null ? null : near(rate, rate * within),
        ]),
      ),
    );
  });

  it.each(['steady', 'outage', 'hopeless', 'flawless', 'night'])(
    'good and bad queries tell the same of %s',
    async svc => {
      const [good, bad] = await Promise.all(
        [successes(svc), failures(svc)].map(sli =>
          evaluateOn(source, sloOf(events(sli), 999_000)),
        ),
      );
      expect(good.budget.sli).toBeCloseTo(bad.budget.sli!, 9);
      expect(good.status).toBe(bad.status);
    },
  );

  it.each([
    'steady',
    'outage',
    'spent',
    'resets',
    'pods',
    'gap',
    'young',
    'late',
    'night',
    'nines',
  ])(
    'the 30 days of %s are those of the query that anybody would write',
    async svc => {
      const form = new URLSearchParams({
        query: `sum(increase(requests_total{svc="${svc}",code="500"}[30d])) / sum(increase(requests_total{svc="${svc}"}[30d]))`,
        time: `${AT / 1000}`,
      });
      const reply = await fetch(`${prometheus.url}/api/v1/query?${form}`);
      const { data } = await reply.json();
      const raw = Number(data.result[0].value[1]);
      const { budget } = await evaluate(svc);
      expect(raw).toBeGreaterThan(0);
      expect(Math.abs((1 - budget.sli!) / raw - 1)).toBeLessThan(1e-6);
    },
  );

  it.each([
    ['steady', 1],
    ['idle', 1],
    ['gap', 29 / 30],
    ['young', 3 / 30],
    ['stopped', 1 - 2 / 720],
    ['absent', 0],
  ])('the share of 30 days with samples of %s', async (svc, share) => {
    const windows = [{ key: 'period', from: AT - 30 * DAY, to: AT }];
    const coverage = await source.coverage(
      { indicator: events(failures(svc)), windows },
      { signal: never() },
    );
    expect(Math.abs(coverage.period! - share)).toBeLessThan(0.001);
  });

  it.each([
    ['steady', AT - 53_000],
    ['stopped', null],
    ['absent', null],
  ])('the newest sample of %s', async (svc, newestAt) => {
    const windows = [{ key: '1h', from: AT - HOUR, to: AT }];
    const measured = await source.measure(
      { indicator: events(failures(svc)), windows },
      { signal: never() },
    );
    expect(measured.newestAt).toBe(newestAt);
  });
});
