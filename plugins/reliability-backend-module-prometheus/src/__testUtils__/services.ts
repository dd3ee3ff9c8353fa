import { counterOf, FakeFamily, FakeSeries } from './openMetrics';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When the services are evaluated. */
export const AT = Date.UTC(2026, 2, 31);

/** Scrapes are off every boundary, which servers treat differently. */
export const SCRAPES = {
  from: AT - 31 * DAY + 7_000,
  to: AT,
  stepMs: MINUTE,
};

/** Requests and failures of the minute that ends at a time. */
type Traffic = (ms: number) => { all: number; bad: number };

type Sight = Pick<Parameters<typeof counterOf>[0], 'seen' | 'resets' | 'start'>;

const minuteOf = (ms: number) => Math.floor((ms - SCRAPES.from) / MINUTE);

/** Whether a scrape is in the stretch (from, to] before the evaluation. */
export const between = (ms: number, from: number, to: number) =>
  ms > AT - from && ms <= AT - to;

function requests(
  svc: string,
  traffic: Traffic,
  sight: Sight = {},
  badSight: Sight = sight,
): FakeSeries[] {
  const good = counterOf({
    events: ms => traffic(ms).all - traffic(ms).bad,
    ...sight,
  });
  const bad = counterOf({ events: ms => traffic(ms).bad, ...badSight });
  return [
    { labels: { svc, code: '200' }, at: good },
    { labels: { svc, code: '500' }, at: bad },
  ];
}

const steady: Traffic = () => ({ all: 2000, bad: 1 });
const onlyGood: Traffic = () => ({ all: 1000, bad: 0 });
const since = (age: number): Sight => ({
  seen: ms => ms > AT - age,
  start: 0,
});
const young =
  (age: number, traffic: Traffic): Traffic =>
  ms =>
    ms > AT - age ? traffic(ms) : { all: 0, bad: 0 };

/** Two pods that restart every six hours, one after the other. */
function pods(svc: string): FakeSeries[] {
  return ['a', 'b'].flatMap((pod, index) =>
    requests(svc, steady, {
      resets: ms => (minuteOf(ms) + index * 90) % 360 === 0,
    }).map(({ labels, at }) => ({ labels: { ...labels, pod }, at })),
  );
}

/** What can happen to a service that counts its requests, by the value of its label `svc`. */
export const requestFamily: FakeFamily = {
  name: 'requests',
  type: 'counter',
  series: [
    ...requests('steady', steady),
    ...requests('outage', ms => ({
      all: 60,
      bad: between(ms, 20 * MINUTE, 0) ? 60 : 0,
    })),
    ...requests('recovered', ms => ({
      all: 60,
      bad: between(ms, 60 * MINUTE, 40 * MINUTE) ? 60 : 0,
    })),
    ...requests('spent', ms => ({
      all: 100,
      bad: between(ms, 20 * DAY, 18 * DAY) ? 5 : 0,
    })),
    ...requests('resets', steady, { resets: ms => minuteOf(ms) % 360 === 0 }),
    ...pods('pods'),
    ...requests(
      'gap',
      ms => ({ all: 1000, bad: between(ms, 10 * DAY, 9 * DAY) ? 20 : 0 }),
      { seen: ms => !between(ms, 10 * DAY, 9 * DAY) },
    ),
    ...requests('young', young(3 * DAY, steady), since(3 * DAY)),
    ...requests('idle', () => ({ all: 0, bad: 0 })),
    ...requests(
      'late',
      ms => ({
        all: 2000,
        bad: ms > AT - 5 * DAY ? 1 : 0,
      }),
      {},
      since(5 * DAY),
    ),
    ...requests('flawless', onlyGood).slice(0, 1),
    ...requests('hopeless', () => ({ all: 1000, bad: 1000 })).slice(1),
    ...requests('night', ms =>
      ms % DAY < 6 * HOUR ? { all: 10, bad: 10 } : { all: 1000, bad: 0 },
    ),
    ...requests('nines', ms => ({
      all: 1000,
      bad: minuteOf(ms) % 200 === 100 ? 1 : 0,
    })),
    ...requests('stopped', steady, { seen: ms => ms <= AT - 2 * HOUR }),
  ],
};

/** The same in slices: 21 of five minutes are bad, 84 have no samples. */
export const sliceFamily: FakeFamily = {
  name: 'requests',
  type: 'counter',
  series: [
    ...requests(
      'slices',
      ms => ({
        all: 100,
        bad: between(ms, 2 * DAY, 2 * DAY - 105 * MINUTE) ? 100 : 0,
      }),
      { seen: ms => !between(ms, 5 * DAY, 5 * DAY - 7 * HOUR) },
    ),
    ...requests('halves', ms => ({
      all: 100,
      bad: between(ms, 2 * DAY, 2 * DAY - 105 * MINUTE) ? 50 : 0,
    })),
  ],
};

/** Values that are compared, shares, and pairs of samples. */
export const gaugeFamily: FakeFamily = {
  name: 'probe',
  type: 'gauge',
  series: [
    {
      labels: { kind: 'seconds' },
      at: ms => (minuteOf(ms) % 20 === 10 ? 50 : 20),
    },
    { labels: { kind: 'up' }, at: ms => (minuteOf(ms) % 50 === 10 ? 0 : 1) },
    { labels: { kind: 'share' }, at: () => 0.9995 },
    {
      labels: { kind: 'broken' },
      at: ms => (between(ms, 12 * HOUR, 6 * HOUR) ? NaN : 0.9995),
    },
    { labels: { kind: 'errors' }, at: () => 3 },
    { labels: { kind: 'calls' }, at: () => 1000 },
  ],
};

/** A classic histogram, as a server with OpenMetrics writes its bounds. */
export const bucketFamily: FakeFamily = {
  name: 'latency_bucket',
  type: 'counter',
  series: ['0.1', '1.0', '+Inf'].map((le, index) => ({
    labels: { le },
    at: counterOf({ events: () => [900, 990, 1000][index] }),
  })),
};
