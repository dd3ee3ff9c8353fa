import { CYCLE_DAYS, Incident, Shape, Stream } from './traffic';

type Changes = Partial<Omit<Stream, 'service' | 'slo' | 'shape'>>;

const stream = (
  service: string,
  slo: string,
  shape: Shape,
  changes: Changes,
): Stream => ({
  service,
  slo,
  shape,
  labels: {},
  perMinute: 120,
  usualBad: 0.0001,
  incidents: [],
  daysOld: CYCLE_DAYS,
  pushed: false,
  scrapedOnly: false,
  slices: false,
  ...changes,
});

const http: Shape = {
  kind: 'counter',
  metric: 'http_requests_total',
  good: { code: '200' },
  bad: { code: '503' },
};
const counted = (metric: string, good: string, bad: string): Shape => ({
  kind: 'counter',
  metric,
  good: { result: good },
  bad: { result: bad },
});
const within = (under: number): Shape => ({
  kind: 'latency',
  metric: 'http_request_duration_seconds',
  under,
});
const gauge = (metric: string, good: number, bad: number): Shape => ({
  kind: 'gauge',
  metric,
  good,
  bad,
});
const incident = (
  daysAgo: number,
  hour: number,
  minutes: number,
  bad: number,
): readonly Incident[] => [{ daysAgo, hour, minutes, bad }];

/** One that still goes on when the story begins. */
const ongoing = (
  hoursAgo: number,
  minutes: number,
  bad: number,
): readonly Incident[] => [{ daysAgo: hoursAgo / 24, minutes, bad }];

/**
 * What happens at the invented company: the truth behind its SLOs. What each SLO makes of it is told in
 * examples/README.md.
 */
export const streams: readonly Stream[] = [
  stream('booking-api', 'availability', http, {
    perMinute: 420,
    incidents: incident(12, 9, 20, 0.08),
  }),
  stream('booking-api', 'bookings-fast', within(0.4), {
    perMinute: 420,
    usualBad: 0.0018,
  }),
  stream('inventory', 'availability', http, {
    perMinute: 900,
    usualBad: 0.00008,
  }),
  stream('inventory', 'holds-fast', within(0.05), {
    perMinute: 900,
    usualBad: 0.0003,
  }),
  stream('payment-gateway', 'availability', http, {
    perMinute: 150,
    usualBad: 0.00006,
    incidents: incident(20, 18, 12, 0.2),
  }),
  stream('payment-gateway', 'capture-in-time', within(2), {
    perMinute: 140,
    usualBad: 0.004,
  }),
  stream('fare-engine', 'availability', http, {
    perMinute: 600,
    usualBad: 0.00008,
    incidents: ongoing(0.7, 420, 0.03),
  }),
  stream('fare-engine', 'quotes-fast', within(0.3), {
    perMinute: 600,
    usualBad: 0.02,
    incidents: ongoing(0.7, 420, 0.14),
  }),
  stream('sailing-schedule', 'availability', http, {
    perMinute: 240,
    usualBad: 0.00006,
    incidents: incident(8, 17, 45, 0.16),
  }),
  stream('check-in', 'availability', http, {
    perMinute: 90,
    usualBad: 0.0004,
    slices: true,
    incidents: incident(6, 7, 3, 0.4),
  }),
  stream('check-in', 'boarding-lists-fast', within(1), {
    perMinute: 40,
    usualBad: 0.003,
  }),
  stream('identity', 'sign-ins', http, {
    perMinute: 300,
    usualBad: 0.00007,
  }),
  stream('identity', 'tokens-fast', within(0.1), {
    perMinute: 700,
    usualBad: 0.002,
  }),
  stream(
    'feature-flags',
    'reads-succeed',
    {
      kind: 'ratio',
      metric: 'job:flag_reads:success_ratio5m',
    },
    { usualBad: 0.0002 },
  ),
  stream('sailing-search', 'availability', http, {
    perMinute: 500,
    usualBad: 0.0002,
    incidents: [
      { daysAgo: 5, hour: 12, minutes: 95, bad: 0.5 },
      { daysAgo: 2, hour: 19, minutes: 25, bad: 0.08 },
    ],
  }),
  stream('sailing-search', 'search-fast', within(0.8), {
    perMinute: 500,
    usualBad: 0.028,
  }),
  stream('kittiwake-web', 'pages-succeed', http, {
    perMinute: 1200,
    usualBad: 0.0003,
    incidents: incident(16, 20, 15, 0.3),
  }),
  stream('kittiwake-web', 'pages-fast', within(2.5), {
    perMinute: 1200,
    usualBad: 0.028,
  }),
  stream('kittiwake-web', 'book-a-trip', http, {
    labels: { step: 'search' },
    perMinute: 180,
    usualBad: 0.0015,
    scrapedOnly: true,
  }),
  stream('kittiwake-web', 'book-a-trip', http, {
    labels: { step: 'pay' },
    perMinute: 20,
    usualBad: 0.001,
    scrapedOnly: true,
  }),
  stream('app-backend', 'availability', http, {
    perMinute: 260,
    usualBad: 0.0015,
  }),
  stream('freight-booking', 'availability', http, {
    perMinute: 60,
    usualBad: 0.0002,
    incidents: incident(11, 22, 180, 0.9),
  }),
  stream(
    'customs-declarations',
    'declarations-answered',
    counted('declarations_total', 'answered', 'late'),
    { perMinute: 3, usualBad: 0.0045, pushed: true },
  ),
  stream('refunds', 'availability', http, {
    perMinute: 25,
    usualBad: 0.0003,
  }),
  stream(
    'fraud-screening',
    'screenings',
    counted('screenings_total', 'answered', 'failed'),
    {
      perMinute: 70,
      usualBad: 0.00015,
      incidents: ongoing(5.5, 780, 0.0085),
    },
  ),
  stream('departures', 'availability', http, {
    perMinute: 350,
    usualBad: 0.0002,
  }),
  stream(
    'departures',
    'feed-fresh',
    gauge('departures_feed_age_seconds', 8, 95),
    { usualBad: 0.003, incidents: ongoing(20, 1800, 0.045) },
  ),
  stream('lane-control', 'gates-answer', http, {
    perMinute: 35,
    usualBad: 0.0004,
  }),
  stream('loyalty', 'availability', http, {
    perMinute: 80,
    usualBad: 0.0008,
    daysOld: 6,
  }),
  stream(
    'customer-notifications',
    'messages-delivered',
    counted('messages_total', 'delivered', 'failed'),
    { perMinute: 45, usualBad: 0.0022 },
  ),
  stream(
    'vessel-telemetry',
    'vessels-report',
    gauge('vessels_reporting', 9, 6),
    { usualBad: 0.006, incidents: incident(6, 3, 200, 0.7) },
  ),
  stream(
    'onboard-retail',
    'settlements',
    counted('settlements_total', 'settled', 'failed'),
    { perMinute: 0.3, usualBad: 0.001 },
  ),
  stream('freight-tracking', 'answers-fast', within(0.5), {
    perMinute: 30,
    usualBad: 0.01,
    scrapedOnly: true,
  }),
  stream('travel-assistant', 'answers-given', http, { perMinute: 0 }),
  stream('currency-rates', 'rates-fresh', gauge('rates_age_hours', 9, 31), {
    usualBad: 0.001,
    incidents: incident(4, 5, 640, 1),
  }),
];
