import { Indicator, Sli } from '@plimsoll/backstage-plugin-reliability-common';
import { printMeasure, printSeries } from './measure';
import { PromqlError } from './PromqlError';
import { coverageResolution, printCoverage, printNewest } from './presence';

const MINUTE = 60_000;
const END = 1_700_000_123_000;
const q = (text: string) => ({ source: 'main', spec: { query: text } });
const bad: Sli = { kind: 'ratio', counter: true, bad: q('e'), total: q('t') };
const hour = [{ key: '1h', rangeMs: 60 * MINUTE, endMs: END }];

/** The parts of the first window, without the labels around them. */
function parts(sli: Sli, more: Partial<Indicator> = {}) {
  const [{ text }] = printMeasure(
    { sli, method: 'Occurrences', ...more },
    hour,
    { stepMs: 30_000 },
  );
  return Object.fromEntries(
    text.split('\nor ').map(each => {
      const [, inner, part] =
        /^label_replace\(label_replace\((.*), "w", "1h", "", ""\), "part", "(\w+)", "", ""\)$/.exec(
          each,
        )!;
      return [part, inner];
    }),
  );
}

describe('events', () => {
  it('of a counter by its bad ones, one sample each', () => {
    expect(parts(bad)).toEqual({
      bad: 'sum(increase(e[1h] @ 1700000123))',
      total: 'sum(increase(t[1h] @ 1700000123))',
    });
  });

  it('of a counter by its good ones; a sum is not summed again', () => {
    const good = q('sum(g)');
    expect(
      parts({ kind: 'ratio', counter: true, good, total: q('sum by (a) (t)') }),
    ).toEqual({
      good: 'sum(increase(g[1h] @ 1700000123))',
      total: 'sum(sum by (a) (increase(t[1h] @ 1700000123)))',
    });
  });

  it.each([
    [
      'samples, where both are metrics',
      'e',
      't',
      'sum(sum_over_time(e[1h] @ 1700000123))',
    ],
    [
      'steps, where one must be',
      'e',
      'count(t)',
      'sum(sum_over_time((e)[3599999ms:30s] @ 1700000123))',
    ],
    [
      'steps, where one is a rate',
      'e',
      'rate(t[5m])',
      'sum(sum_over_time((e)[3599999ms:30s] @ 1700000123))',
    ],
    [
      'increases, where both are rates',
      'rate(e[5m])',
      'rate(t[5m])',
      'sum(increase(e[1h] @ 1700000123))',
    ],
  ])('of what is no counter by %s', (_, e, t, expected) => {
    const sli: Sli = { kind: 'ratio', counter: false, bad: q(e), total: q(t) };
    expect(parts(sli).bad).toBe(expected);
  });

  it.each([
    ['lt', '<'],
    ['lte', '<='],
    ['gt', '>'],
    ['gte', '>='],
  ] as const)('of a threshold %s compare sample by sample', (op, sign) => {
    expect(parts({ kind: 'threshold', query: q('m'), op, value: 0.3 })).toEqual(
      {
        good: `sum(sum_over_time(((m) ${sign} bool 0.3)[3599999ms:30s] @ 1700000123))`,
        total:
          'sum(count_over_time(((m) >= -Inf)[3599999ms:30s] @ 1700000123))',
      },
    );
  });

  it.each([
    ['success', 'good'],
    ['failure', 'bad'],
  ] as const)('of a raw ratio of %s', (rawType, part) => {
    const share = '(((r) >= 0) <= 1.000001)[3599999ms:30s] @ 1700000123))';
    expect(parts({ kind: 'raw', rawType, query: q('r') })).toEqual({
      [part]: `sum(sum_over_time(${share}`,
      total: `sum(count_over_time(${share}`,
    });
  });
});

describe('a raw ratio with the placeholder of the window', () => {
  const of = (text: string) =>
    parts({ kind: 'raw', rawType: 'failure', query: q(text) });

  it('is the ratio of the whole window, weighed by its samples', () => {
    const share =
      'avg(((sum(rate(e[1h] @ 1700000123)) / sum(rate(t[1h] @ 1700000123))) >= 0) <= 1.000001)';
    expect(of('sum(rate(e[{{.window}}])) / sum(rate(t[{{.window}}]))')).toEqual(
      { bad: `${share} * 120`, total: `(${share} * 0 + 120)` },
    );
  });

  it.each([
    ['a metric without a range', 'rate(e[{{.window}}]) / t'],
    ['a subquery', 'max_over_time(rate(e[{{.window}}])[1h:5m])'],
  ])('is read step by step beside %s', (_, text) => {
    expect(of(text).bad).toContain('[3599999ms:30s] @ 1700000123');
  });
});

describe('slices', () => {
  const aligned = '[3599999ms:5m] @ 1700000100)';
  const busy = '(sum(increase(t[5m])) > 0)';

  it('are bad below their target, and end at multiples of the slice', () => {
    const more = { sliceMs: 5 * MINUTE, sliceTarget: 0.95 };
    expect(parts(bad, { method: 'Timeslices', ...more })).toEqual({
      bad: `sum_over_time((clamp((sum(increase(e[5m])) or sum(increase(t[5m])) * 0) / ${busy}, 0, 1) - 0.05 > bool 0.000000001)${aligned}`,
      total: `(count_over_time((sum(increase(t[5m])) > 0)${aligned} or sum(increase(t[1h] @ 1700000100)) * 0)`,
    });
  });

  it('add what they lack with RatioTimeslices', () => {
    const good: Sli = {
      kind: 'ratio',
      counter: true,
      good: q('g'),
      total: q('t'),
    };
    const more = { sliceMs: 5 * MINUTE };
    expect(parts(good, { method: 'RatioTimeslices', ...more }).bad).toBe(
      `sum_over_time((clamp(1 - (sum(increase(g[5m])) or sum(increase(t[5m])) * 0) / ${busy}, 0, 1))${aligned}`,
    );
  });
});

it('a long list of windows becomes several queries, each readable by itself', () => {
  const windows = Array.from({ length: 400 }, (_, index) => ({
    ...hour[0],
    key: `companion!${index}`,
  }));
  const queries = printMeasure({ sli: bad, method: 'Occurrences' }, windows);
  expect(queries.length).toBeGreaterThan(1);
  for (const { text } of queries) {
    expect(text.length).toBeLessThanOrEqual(30_000);
    expect(text).toMatch(/^label_replace.*\)$/s);
  }
  const all = queries.map(({ text }) => text).join('\n');
  expect(all.match(/"part"/g)).toHaveLength(800);
});

it.each(['1', 'sum({__name__=~".+"})', 'sum(t', ''])(
  'nothing is printed of %p, checked before or not',
  text => {
    const sli: Sli = { ...bad, total: q(text) };
    expect(() => printMeasure({ sli, method: 'Occurrences' }, hour)).toThrow(
      PromqlError,
    );
  },
);

it('a series counts what came since the step before', () => {
  expect(
    printSeries({ sli: bad, method: 'Occurrences' }, 60 * MINUTE)[0].text,
  ).toBe(
    'label_replace(sum(increase(e[1h])), "part", "bad", "", "")\nor label_replace(sum(increase(t[1h])), "part", "total", "", "")',
  );
});

describe('presence', () => {
  const indicator: Indicator = { sli: bad, method: 'Occurrences' };

  it('coverage is the share of points with samples of the total', () => {
    const [{ text }] = printCoverage(indicator, hour, { stepMs: 30_000 });
    expect(text).toBe(
      'label_replace(count_over_time((group(present_over_time(t[2m])))[3599999ms:2m] @ 1700000123) / 30, "w", "1h", "", "")',
    );
  });

  it.each([
    ['an hour', 60 * MINUTE, 30_000, 2],
    ['an hour of rare samples', 60 * MINUTE, 60_000, 4],
    ['thirty days', 30 * 1440 * MINUTE, 30_000, 22],
  ])('points of %s', (_, rangeMs, stepMs, minutes) => {
    expect(coverageResolution(rangeMs, stepMs)).toBe(minutes * MINUTE);
  });

  it('the newest sample is that of any metric of the total', () => {
    const two = { ...indicator, sli: { ...bad, total: q('sum(a) + b') } };
    expect(printNewest(indicator).text).toBe(
      'label_replace(max(timestamp(t)), "s", "0", "", "")',
    );
    expect(printNewest(two).text).toBe(
      'max(label_replace(max(timestamp(a)), "s", "0", "", "") or label_replace(max(timestamp(b)), "s", "1", "", ""))',
    );
  });
});
