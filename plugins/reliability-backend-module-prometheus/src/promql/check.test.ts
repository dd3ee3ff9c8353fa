import { Indicator } from '@plimsoll/backstage-plugin-reliability-common';
import { checkQuery, SliQueryRole } from './check';

const query = { source: 'main', spec: {} };
const ratio: Indicator = {
  sli: { kind: 'ratio', counter: true, bad: query, total: query },
  method: 'Occurrences',
};
const gauges: Indicator = {
  ...ratio,
  sli: { kind: 'ratio', counter: false, bad: query, total: query },
};
const threshold: Indicator = {
  sli: { kind: 'threshold', query, op: 'lte', value: 1 },
  method: 'Occurrences',
};

function problems(text: string, role: SliQueryRole, indicator: Indicator) {
  return checkQuery(text, role, indicator).map(
    ({ severity, code, offset }) => `${severity} ${code} ${offset}`,
  );
}

describe('queries in which nothing is wrong', () => {
  it.each<[string, SliQueryRole, Indicator]>([
    ['sum(http_requests_total{code=~"5.."})', 'bad', ratio],
    ['sum(rate(x[{{.window}}]))', 'total', ratio],
    ['sum(x) or vector(0)', 'bad', ratio],
    ['count(up == 1)', 'total', gauges],
    ['rate(cpu_seconds_total[5m])', 'threshold', threshold],
    ['max_over_time(rate(x_total[5m])[1h:1m])', 'threshold', threshold],
    ['sum(rate(e[{{.window}}])) / sum(rate(t[$__range]))', 'raw', threshold],
  ])('%s', (text, role, indicator) => {
    expect(problems(text, role, indicator)).toEqual([]);
  });
});

describe('errors, with the place where they are', () => {
  it.each<[string, SliQueryRole, Indicator, string]>([
    ['', 'bad', ratio, 'promql-empty 0'],
    ['sum(x', 'bad', ratio, 'promql-syntax 5'],
    ['sum(nope(x))', 'bad', ratio, 'promql-syntax 4'],
    ['x[', 'threshold', threshold, 'promql-syntax 2'],
    ['rate(x[$other])', 'bad', ratio, 'promql-placeholder 7'],
    ['rate({{.Name}}[5m])', 'bad', ratio, 'promql-placeholder 5'],
    ['sum(x) * $__range', 'bad', ratio, 'promql-placeholder 9'],
    ['x / {{.window}}', 'raw', threshold, 'promql-placeholder 4'],
    ['sum(x offset 1d)', 'bad', ratio, 'promql-time 4'],
    ['x @ 12', 'threshold', threshold, 'promql-time 0'],
    ['1 + 1', 'total', ratio, 'promql-no-metric 0'],
    ['sum({__name__=~".+"})', 'total', ratio, 'promql-everything 4'],
    ['sum({a!="b"})', 'total', ratio, 'promql-everything 4'],
    ['sum(a) / sum(b)', 'bad', ratio, 'promql-window 0'],
    ['x[5m]', 'threshold', threshold, 'promql-range-alone 0'],
    ['rate(x[5m * 2])', 'bad', ratio, 'promql-duration 7'],
    [`${'('.repeat(80)}x${')'.repeat(80)}`, 'bad', ratio, 'promql-size 60'],
    ['x'.repeat(10_001), 'bad', ratio, 'promql-size 0'],
  ])('%s', (text, role, indicator, expected) => {
    expect(problems(text, role, indicator)).toEqual([`error ${expected}`]);
  });

  it('a syntax error says where the query breaks off', () => {
    const [{ message, member }] = checkQuery('sum(x) by', 'bad', ratio, 'expr');
    expect(message).toContain('This is not PromQL: it breaks off at the end');
    expect(member).toBe('expr');
  });
});

describe('warnings', () => {
  it.each<[string, SliQueryRole, Indicator, string[]]>([
    ['sum(x) or vector(0)', 'total', ratio, ['promql-or-zero 0']],
    ['sum(x or vector(0))', 'good', ratio, ['promql-or-zero 4']],
    ['sum(rate(x[5m]))', 'total', ratio, ['promql-range 9']],
    ['sum(irate(x[$__range]))', 'total', ratio, ['promql-irate 4']],
    ['topk(3, x)', 'bad', ratio, ['promql-topk 0']],
    ['avg(x)', 'bad', ratio, ['promql-not-sum 0']],
    [
      'sum(sum_over_time(x[5m]))',
      'bad',
      ratio,
      ['promql-not-counter 4', 'promql-range 18'],
    ],
    [
      'histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))',
      'threshold',
      threshold,
      ['promql-quantile 0'],
    ],
    ['quantile(0.9, x)', 'threshold', threshold, ['promql-quantile 0']],
    ['avg_over_time(x[5m])', 'threshold', threshold, ['promql-average 0']],
    ['http_requests_total', 'threshold', threshold, ['promql-bare-counter 0']],
    ['job:errors:ratio_rate5m', 'raw', threshold, ['promql-mean-of-ratios 0']],
  ])('%s', (text, role, indicator, expected) => {
    expect(problems(text, role, indicator)).toEqual(
      expected.map(each => `warning ${each}`),
    );
  });

  it.each([
    ['too short for the samples', 60_000, 1],
    ['long enough', 15_000, 0],
    ['of unknown samples', 0, 0],
  ])('a slice %s', (_, stepMs, count) => {
    const sliced: Indicator = {
      ...ratio,
      method: 'Timeslices',
      sliceMs: 60_000,
    };
    expect(checkQuery('sum(x)', 'total', sliced, 'query', stepMs)).toHaveLength(
      count,
    );
  });
});
