import { windowed } from './windowed';
import { PromqlError } from './PromqlError';

const HOUR = 3_600_000;
const steps = { stepMs: 30_000 };

function counter(text: string): string {
  return windowed(text, 'counter', { rangeMs: HOUR }, steps);
}

function gauge(text: string): string {
  return windowed(text, 'gauge', { rangeMs: HOUR }, steps);
}

describe('the window of a counter', () => {
  it.each([
    ['a bare metric', 'x', 'increase(x[1h])'],
    ['inside the sum', 'sum(x{a="b"})', 'sum(increase(x{a="b"}[1h]))'],
    ['grouping before', 'sum by (a) (x)', 'sum by (a) (increase(x[1h]))'],
    [
      'grouping after',
      'sum(x) without(a,b)',
      'sum without (a, b) (increase(x[1h]))',
    ],
    ['rate by hand', 'sum(rate(x[5m]))', 'sum(increase(x[1h]))'],
    ['irate by hand', 'irate(x[5m])', 'increase(x[1h])'],
    ['increase by hand', 'increase(x[2w])', 'increase(x[1h])'],
    ['{{.window}}', 'sum(rate(x[{{.window}}]))', 'sum(increase(x[1h]))'],
    [
      '{{ .Window }} without rate',
      'sum(x[{{ .Window }}])',
      'sum(increase(x[1h]))',
    ],
    ['$__range', 'sum(rate(x[$__range]))', 'sum(increase(x[1h]))'],
    ['${__range_s}s', 'sum(rate(x[${__range_s}s]))', 'sum(increase(x[1h]))'],
    ['$window', 'sum(increase(x[$window]))', 'sum(increase(x[1h]))'],
    ['$__rate_interval', 'rate(x[$__rate_interval])', 'increase(x[1h])'],
    [
      '$window in a string is text',
      'x{a="$window"}',
      'increase(x{a="$window"}[1h])',
    ],
    [
      'each of several',
      'sum(a) + sum(b)',
      'sum(increase(a[1h])) + sum(increase(b[1h]))',
    ],
    [
      'a difference',
      'a - on(x) group_left(y) b',
      'increase(a[1h]) - on (x) group_left (y) increase(b[1h])',
    ],
    ['a number beside it', 'sum(x) * 100', 'sum(increase(x[1h])) * 100'],
    [
      'through a function of one value',
      'clamp_min(sum(x), 0)',
      'clamp_min(sum(increase(x[1h])), 0)',
    ],
    [
      'a native histogram',
      'histogram_fraction(0, 0.3, rate(h[5m])) * histogram_count(rate(h[5m]))',
      'histogram_fraction(0, 0.3, increase(h[1h])) * histogram_count(increase(h[1h]))',
    ],
    [
      'or vector(0) is left out',
      '(sum(x) or vector(0)) + (sum(y) or on() vector(0))',
      '(sum(increase(x[1h]))) + (sum(increase(y[1h])))',
    ],
    [
      'comments and line breaks go',
      '# all\nsum(\n  x\n)',
      'sum(increase(x[1h]))',
    ],
    [
      'a name in quotes',
      '{"http.requests", a="b"}',
      'increase({"http.requests",a="b"}[1h])',
    ],
    [
      'a bucket, by number',
      'x_bucket{le="1"}',
      'increase(x_bucket{le=~"1|1\\\\.0"}[1h])',
    ],
  ])('%s', (_, text, expected) => {
    expect(counter(text)).toBe(expected);
  });

  it('ends where it is told', () => {
    const ranges = [1_700_000_000_000, 1_700_000_000_500].map(endMs =>
      windowed('sum(x)', 'counter', { rangeMs: 2_592_000_000, endMs }, steps),
    );
    expect(ranges).toEqual([
      'sum(increase(x[30d] @ 1700000000))',
      'sum(increase(x[30d] @ 1700000000.500))',
    ]);
  });

  it.each([
    ['a ratio', 'sum(a) / sum(b)', /"raw"/],
    ['a product of metrics', 'a * on(x) b', /Write the count of events alone/],
    ['a comparison', 'sum(a > 5)', /Select with labels/],
    ['a rate of a sum', 'rate(sum(x)[5m:1m])', /restart/],
    ['a count of series', 'count(x)', /Write sum/],
    ['a quantile', 'histogram_quantile(0.9, x)', /histogram_quantile\(\)/],
    ['a range alone', 'sum(x[5m])', /Leave the range out/],
  ])('cannot be pushed through %s', (_, text, message) => {
    expect(() => counter(text)).toThrow(PromqlError);
    expect(() => counter(text)).toThrow(message);
  });
});

describe('the window of a gauge', () => {
  it.each([
    ['samples are added inside', 'sum(x)', 'sum(sum_over_time(x[1h]))'],
    ['a rate is counted', 'sum(rate(x[5m]))', 'sum(increase(x[1h]))'],
    [
      'what cannot be pushed is read at each step',
      'count(x > 5)',
      'sum_over_time((count(x > 5))[3599999ms:30s])',
    ],
  ])('%s', (_, text, expected) => {
    expect(gauge(text)).toBe(expected);
  });
});
