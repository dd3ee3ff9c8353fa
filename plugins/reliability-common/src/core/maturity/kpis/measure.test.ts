import { judgeKpi, kpiCoverage, KpiMeasure, kpiTrend } from './measure';

const measure = (value: number | null, n = 10): KpiMeasure => ({
  value,
  n,
  of: 20,
});

describe('judgeKpi', () => {
  it.each([
    ['as high as wanted is met', 90, 90, 'higher', 'yes'],
    ['lower than wanted is not', 89.9, 90, 'higher', 'no'],
    ['as low as wanted is met', 5, 5, 'lower', 'yes'],
    ['higher than wanted is not', 5.1, 5, 'lower', 'no'],
    ['not known is not met', null, 5, 'lower', 'unknown'],
    ['not known without a target is not known', null, null, 'lower', 'unknown'],
    ['nothing wanted is said so', 3, null, 'lower', 'no-target'],
  ] as const)('%s', (_, value, target, direction, met) => {
    expect(judgeKpi(value, target, direction)).toBe(met);
  });
});

describe('kpiTrend', () => {
  it.each([
    ['more of what should be more', 60, 50, 'higher', [10, 'better']],
    ['more of what should be less', 60, 50, 'lower', [10, 'worse']],
    ['less of what should be less', 40, 50, 'lower', [-10, 'better']],
    ['a difference that nobody sees', 50.04, 50, 'lower', [0, 'same']],
  ] as const)('tells %s', (_, now, before, direction, [change, verdict]) => {
    expect(kpiTrend(measure(now), measure(before), direction)).toEqual({
      previous: before,
      n: 10,
      change,
      verdict,
    });
  });

  it.each([
    ['nine now', measure(60, 9), measure(50)],
    ['nine before', measure(60), measure(50, 9)],
    ['nothing now', measure(null), measure(50)],
    ['nothing before', measure(60), measure(null)],
    ['no period before', measure(60), undefined],
  ])('is none with %s', (_, now, before) => {
    expect(kpiTrend(now, before, 'higher')).toBeNull();
  });
});

describe('kpiCoverage', () => {
  it.each([
    ['is the share that is known', measure(1, 5), 0.25],
    ['is as it is told', { ...measure(1), coverage: 0.4 }, 0.4],
    ['of nothing is none', { value: null, n: 0, of: 0 }, null],
  ])('%s', (_, of, coverage) => {
    expect(kpiCoverage(of)).toBe(coverage);
  });
});
