import { never, faultOf } from './__testUtils__/client';
import { sourceFor } from './__testUtils__/evaluate';
import {
  FakeServer,
  json,
  startFakeServer,
  vector,
} from './__testUtils__/fakeServer';
import { events, failures, ratio, successes } from './__testUtils__/slos';
import { PrometheusSource } from './PrometheusSource';
import { splitRange } from './windows';

const HOUR = 3_600_000;
const AT = Date.UTC(2026, 2, 1);

let server: FakeServer;
let source: PrometheusSource;
beforeEach(async () => {
  server = await startFakeServer();
  source = sourceFor(server.url);
});
afterEach(() => server.stop());

const windows = [
  { key: '1h', from: AT - HOUR, to: AT },
  { key: '6h', from: AT - 6 * HOUR, to: AT },
];
const part = (w: string, name: string, value: string) => ({
  labels: { w, part: name },
  value,
});
const measure = (sli = failures('pay'), asked = windows) =>
  source.measure(
    { indicator: events(sli), windows: asked },
    { signal: never() },
  );

it('one question for all windows, at the end of the last', async () => {
  server.answer = json(
    vector([
      part('1h', 'total', '60'),
      part('6h', 'total', '360'),
      part('6h', 'bad', '6'),
      { labels: { part: 'newest' }, value: `${AT / 1000 - 20}` },
    ]),
  );
  const measured = await measure();
  expect(measured).toEqual({
    mode: 'raw',
    counts: { '1h': { total: 60, bad: 0 }, '6h': { total: 360, bad: 6 } },
    newestAt: AT - 20_000,
    queries: [server.received[0].parameters.get('query')],
    warnings: [],
    notes: [],
  });
  expect(server.received).toHaveLength(1);
  expect(server.received[0].parameters.get('time')).toBe(`${AT / 1000}`);
});

it('an empty answer is no data, and no fault', async () => {
  server.answer = json(vector([]));
  expect(await measure()).toMatchObject({
    counts: {
      '1h': { total: null, bad: null },
      '6h': { total: null, bad: null },
    },
    newestAt: null,
  });
});

it('NaN never becomes a number, and is told', async () => {
  server.answer = json(
    vector([part('1h', 'total', 'NaN'), part('6h', 'total', '+Inf')]),
  );
  const { counts, warnings, notes } = await measure();
  expect(Object.values(counts)).toEqual([
    { total: null, bad: null },
    { total: null, bad: null },
  ]);
  expect(notes).toEqual([expect.stringMatching(/division by zero/)]);
  expect(warnings).toEqual([]);
});

it('a warning about the query does not make the answer one in part', async () => {
  const about = 'PromQL warning: the metric might not be a counter';
  server.answer = json(vector([], { warnings: [about, 'store x is down'] }));
  expect(await measure()).toMatchObject({
    warnings: ['store x is down'],
    notes: [about],
  });
});

it('a warning of the source is told once', async () => {
  server.answer = json(vector([], { warnings: ['store x is down'] }));
  expect((await measure()).warnings).toEqual(['store x is down']);
});

it('a very long query goes in several questions, whose answers are joined', async () => {
  const codes = Array.from({ length: 900 }, (_, n) => `code${n}`).join('|');
  const sli = ratio({
    bad: `sum(requests_total{code=~"${codes}"})`,
    total: 'sum(requests_total)',
  });
  const asked = ['5m', '30m', '1h', '6h', '1d'].map((key, index) => ({
    key,
    from: AT - (index + 1) * HOUR,
    to: AT,
  }));
  server.answer = (received, response) => {
    const text = received.parameters.get('query') ?? '';
    const found = asked
      .map(({ key }) => key)
      .filter(key => text.includes(`"w", "${key}"`))
      .map(key => part(key, 'total', '7'));
    json(vector(found))(received, response);
  };
  const { counts, queries } = await measure(sli, asked);
  expect(queries.length).toBeGreaterThan(1);
  expect(server.received).toHaveLength(queries.length);
  expect(Object.entries(counts)).toEqual(
    asked.map(({ key }) => [key, { total: 7, bad: 0 }]),
  );
});

it('a window without length is not asked for', async () => {
  const { counts } = await measure(failures('pay'), [
    { key: 'period', from: AT, to: AT },
  ]);
  expect(counts).toEqual({ period: { total: null, bad: null } });
  expect(server.received).toEqual([]);
});

it('buckets are looked up only where nothing is good', async () => {
  server.answer = json(
    vector([part('1h', 'total', '60'), part('1h', 'good', '0')]),
  );
  await measure(successes('pay'));
  expect(server.received).toHaveLength(1);
});

it('a query that cannot be used is not sent', async () => {
  const fault = await faultOf(
    measure(ratio({ bad: 'sum(', total: 'requests_total' })),
  );
  expect(fault).toEqual({
    failure: 'bad-query',
    message: expect.stringMatching(/"main"/),
  });
  expect(server.received).toEqual([]);
});

it('a coverage that has no sample is 0, one that no point tells is not known', async () => {
  server.answer = json(vector([{ labels: { w: '6h' }, value: '1.01' }]));
  const asked = [...windows, { key: 'now', from: AT, to: AT }];
  const coverage = await source.coverage(
    { indicator: events(failures('pay')), windows: asked },
    { signal: never() },
  );
  expect(coverage).toEqual({ '1h': 0, '6h': 1, now: null });
});

it('what is wrong with a query is told without a question', () => {
  const query = { source: 'main', spec: { query: 'sum(' } };
  expect(source.check(query, 'total', events(failures('pay')))).toEqual([
    expect.objectContaining({ severity: 'error', member: 'query' }),
  ]);
  expect(server.received).toEqual([]);
});

it('a slice is too short by how often the targets are scraped', () => {
  const codes = (sliceMs: number) =>
    source
      .check({ source: 'main', spec: { query: 'sum(x)' } }, 'total', {
        ...events(failures('pay')),
        method: 'Timeslices',
        sliceMs,
        sliceTarget: 0.9,
      })
      .map(({ code }) => code);
  expect(codes(60_000)).toEqual(['promql-short-slice']);
  expect(codes(300_000)).toEqual([]);
});

it.each([
  [0, 0, []],
  [0, 3, [[1, 3]]],
  [5, 11_005, [[6, 11_005]]],
  [
    0,
    11_001,
    [
      [1, 11_000],
      [11_001, 11_001],
    ],
  ],
])('from %d to %d', (from, to, parts) => {
  expect(
    splitRange({ from, to, stepMs: 1 }).map(each => [each.from, each.to]),
  ).toEqual(parts);
});
