import {
  asks,
  burnRate,
  compile,
  documentOf,
  examples,
  indicator,
  inlinePolicy,
  pager,
  policySpec,
  ratioSpec,
  sloWith,
  thresholdSpec,
  told,
} from './__testUtils__/examples';

const only = (documents: readonly unknown[]) => {
  const { slos, diagnostics } = compile(documents);
  expect(diagnostics.map(told)).toEqual([]);
  expect(slos).toHaveLength(1);
  return slos[0];
};

describe('documents that are right', () => {
  it.each(examples)('%s: no complaints', (_, documents) => {
    const { slos, diagnostics } = compile(documents);
    expect(diagnostics).toEqual([]);
    expect(slos).toHaveLength(1);
  });

  it('become an SLO with every member', () => {
    expect(only([sloWith()])).toEqual({
      name: 'availability',
      title: 'availability',
      description: '',
      labels: {},
      window: {
        kind: 'rolling',
        duration: { count: 30, unit: 'd' },
        ms: 2592e6,
      },
      method: 'Occurrences',
      objectives: [
        {
          id: '1',
          title: '99.9 %',
          target: 999_000,
          indicator: {
            method: 'Occurrences',
            sli: {
              kind: 'ratio',
              counter: true,
              bad: {
                source: 'main',
                spec: { query: 'sum(http_requests_total{code=~"5.."})' },
              },
              total: {
                source: 'main',
                spec: { query: 'sum(http_requests_total)' },
              },
            },
          },
        },
      ],
      conditions: [],
      routes: [],
      options: { emptySlices: 'good', minFailures: 1, mode: 'raw' },
    });
  });

  it.each([
    ['target: 0.9995', { target: 0.9995 }, 999_500],
    ['targetPercent: 99.95', { targetPercent: 99.95 }, 999_500],
    ['target: 0.57, which is not exact in binary', { target: 0.57 }, 570_000],
    ['targetPercent: 99.9999', { targetPercent: 99.9999 }, 999_999],
    ['target: 0', { target: 0 }, 0],
  ])('%s is a number of parts per million', (_, objective, ppm) => {
    const { slos } = compile([sloWith({ objectives: [objective] })]);
    expect(slos[0].objectives[0].target).toBe(ppm);
  });

  it.each([
    ['1h', 3_600_000],
    ['7d', 604_800_000],
    ['2w', 1_209_600_000],
    ['1M', 30 * 86_400_000],
    ['1Q', 90 * 86_400_000],
    ['1Y', 365 * 86_400_000],
  ])('a rolling window of %s has a length', (duration, ms) => {
    const slo = only([
      sloWith({ timeWindow: [{ duration, isRolling: true }] }),
    ]);
    expect(slo.window).toMatchObject({ kind: 'rolling', ms });
  });

  it('a calendar window keeps its anchor as local time', () => {
    const startTime = '2026-01-31 06:30:00';
    const calendar = { startTime, timeZone: 'America/New_York' };
    const slo = only([sloWith({ timeWindow: [{ duration: '1M', calendar }] })]);
    expect(slo.window).toEqual({
      kind: 'calendar',
      duration: { count: 1, unit: 'M' },
      startTime,
      timeZone: 'America/New_York',
    });
  });

  it('the spec of a metric source goes through untouched', () => {
    const spec = { query: 'x', nested: { list: [1, { a: null }] } };
    const slo = only([
      sloWith({
        indicator: indicator(
          ratioSpec({
            bad: { metricSource: { spec } },
            total: { metricSource: { type: 'Prometheus', spec } },
          }),
        ),
      }),
    ]);
    expect(slo.objectives[0].indicator.sli).toMatchObject({ bad: { spec } });
  });

  it('objectives of a threshold have indicators of their own', () => {
    const slo = only([
      sloWith({
        indicator: indicator(thresholdSpec()),
        objectives: [
          { op: 'lt', value: 1, target: 0.95 },
          { op: 'lte', value: 10, target: 0.999 },
        ],
      }),
    ]);
    expect(slo.objectives.map(({ indicator: { sli } }) => sli)).toMatchObject([
      { kind: 'threshold', op: 'lt', value: 1 },
      { kind: 'threshold', op: 'lte', value: 10 },
    ]);
  });

  it('a policy by name brings its condition and whom it tells, once', () => {
    const slo = only([
      sloWith({ alertPolicies: ['burns', inlinePolicy()] }),
      documentOf('AlertPolicy', 'burns', policySpec({ conditions: ['slow'] })),
      documentOf('AlertCondition', 'slow', burnRate({ alertAfter: undefined })),
      pager,
    ]);
    expect(slo.conditions).toEqual([
      {
        policy: 'burns',
        severity: 'page',
        op: 'gt',
        threshold: 2,
        lookbackMs: 3_600_000,
        alertAfterMs: 0,
      },
      expect.objectContaining({ policy: 'burns', alertAfterMs: 300_000 }),
    ]);
    expect(slo.routes).toEqual([{ name: 'pager', target: 'pagerduty' }]);
  });

  it('a composite without a target of its own has the weighted mean', () => {
    const member = { indicator: indicator() };
    const slo = only([
      sloWith({
        indicator: undefined,
        objectives: [
          { ...member, target: 0.99, compositeWeight: 3 },
          { ...member, target: 0.95 },
        ],
      }),
    ]);
    expect(slo.composite).toEqual({
      aggregation: 'weightedSum',
      target: 980_000,
    });
    expect(slo.objectives.map(({ weight }) => weight)).toEqual([3, 1]);
  });
});

describe('a file', () => {
  it('keeps its good SLOs beside wrong ones', () => {
    const wrong = sloWith({ objectives: [{}] }, { name: 'wrong' });
    const { slos, diagnostics } = compile([
      'just words',
      wrong,
      sloWith(),
      { apiVersion: 'openslo/v1' },
    ]);
    expect(slos.map(({ name }) => name)).toEqual(['availability']);
    expect(diagnostics.map(told)).toEqual([
      'error document-not-a-mapping at ',
      'error target-missing at 1:spec.objectives[0]',
      'error kind-unknown at 3:',
    ]);
  });

  it('skips empty documents and is no worse for them', () => {
    const { slos, diagnostics } = compile([null, sloWith(), undefined]);
    expect([slos.length, diagnostics]).toEqual([1, []]);
  });

  it('may refer to what the other files of the service define', () => {
    const refers = sloWith({ indicator: undefined, indicatorRef: 'errors' });
    const others = [documentOf('SLI', 'errors', ratioSpec())];
    const { slos, diagnostics, queries } = compile([refers], { others });
    expect([slos.length, diagnostics]).toEqual([1, []]);
    // What is wrong with the query is told where it is used: the other file has places of its own.
    expect(queries[0]).toMatchObject({
      document: 0,
      path: ['spec', 'indicatorRef'],
    });
  });

  it('is not blamed for what is wrong in other files', () => {
    const others = [documentOf('SLI', 'errors', { ratioMetric: {} })];
    expect(compile([sloWith()], { others }).diagnostics).toEqual([]);
    const refers = sloWith({ indicator: undefined, indicatorRef: 'errors' });
    const { slos, diagnostics } = compile([refers], { others });
    expect(slos).toEqual([]);
    expect(diagnostics.map(told)).toEqual([
      'error ref-broken at spec.indicatorRef',
    ]);
  });

  it.each<[string, unknown]>([
    ['no document', null],
    ['a list', [1]],
    ['a kind that every object has', documentOf('constructor', 'x')],
    [
      'an SLI of another version',
      { ...documentOf('SLI', 'errors', ratioSpec()), apiVersion: 'openslo/v2' },
    ],
  ])('finds nothing in another file that holds %s', (_, other) => {
    const refers = sloWith({ indicator: undefined, indicatorRef: 'errors' });
    expect(
      compile([refers], { others: [other] }).diagnostics.map(told),
    ).toEqual(['error ref-unknown at spec.indicatorRef']);
  });

  it('says where each query is written', () => {
    const { queries } = compile([
      sloWith({ indicator: undefined, indicatorRef: 'errors' }),
      documentOf('SLI', 'errors', ratioSpec({ total: asks('all') })),
    ]);
    const to = ['spec', 'ratioMetric'];
    expect(
      queries.map(({ slo, role, document, path }) => [
        slo,
        role,
        document,
        path,
      ]),
    ).toEqual([
      ['availability', 'bad', 1, [...to, 'bad', 'metricSource', 'spec']],
      ['availability', 'total', 1, [...to, 'total', 'metricSource', 'spec']],
    ]);
  });
});
