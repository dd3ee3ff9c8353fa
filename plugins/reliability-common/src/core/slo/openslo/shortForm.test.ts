import { compile, shortWith, told } from './__testUtils__/examples';

type Members = Record<string, any>;

const shortOf = (changed: Members) =>
  shortWith({ bad: undefined, total: undefined, ...changed });

const sloOf = (document: Members) => {
  const { slos, diagnostics } = compile([document]);
  expect(diagnostics.map(told)).toEqual([]);
  return slos[0];
};

const query = (text: string, source = 'main') => ({
  source,
  spec: { query: text },
});

describe('the short form', () => {
  it('needs four lines beside its head', () => {
    expect(sloOf(shortWith())).toMatchObject({
      name: 'availability',
      method: 'Occurrences',
      window: { kind: 'rolling', duration: { count: 30, unit: 'd' } },
      objectives: [
        {
          target: 999_000,
          indicator: {
            sli: {
              kind: 'ratio',
              counter: true,
              bad: query('sum(errors_total)'),
              total: query('sum(requests_total)'),
            },
          },
        },
      ],
    });
  });

  it.each<[string, Members, Members]>([
    [
      'good of total that do not grow',
      { good: 'ok', total: 'all', counter: false, source: 'edge' },
      { kind: 'ratio', counter: false, good: query('ok', 'edge') },
    ],
    [
      'a bucket of a histogram',
      {
        latency: { histogram: 'http_seconds', under: 0.3, where: 'job="pay"' },
      },
      {
        kind: 'ratio',
        counter: true,
        good: query('sum(http_seconds_bucket{job="pay",le="0.3"})'),
        total: query('sum(http_seconds_count{job="pay"})'),
      },
    ],
    [
      'a bucket of a whole histogram, named as Prometheus lists it',
      { latency: { histogram: 'http_seconds_bucket', under: 1 } },
      {
        good: query('sum(http_seconds_bucket{le="1"})'),
        total: query('sum(http_seconds_count{})'),
      },
    ],
    [
      'samples below a number',
      { threshold: { query: 'lag_seconds', op: 'lt', value: 30 } },
      { kind: 'threshold', query: query('lag_seconds'), op: 'lt', value: 30 },
    ],
    [
      'a stored ratio of good events',
      { successRatio: 'job:ok:ratio' },
      { kind: 'raw', rawType: 'success', query: query('job:ok:ratio') },
    ],
    [
      'a stored ratio of bad events',
      { failureRatio: 'job:errors:ratio' },
      { kind: 'raw', rawType: 'failure', query: query('job:errors:ratio') },
    ],
    [
      'pushed samples',
      { pushed: true },
      {
        kind: 'ratio',
        bad: { source: 'pushed', spec: {} },
        total: { source: 'pushed', spec: {} },
      },
    ],
  ])('measures %s', (_, members, sli) => {
    const { objectives } = sloOf(shortOf(members));
    expect(objectives[0].indicator.sli).toMatchObject(sli);
  });

  it('has options, routes, labels and words as members', () => {
    const slo = sloOf(
      shortWith({
        title: 'Requests succeed',
        description: 'For customers.',
        labels: { team: 'money' },
        window: {
          duration: '1M',
          startTime: '2026-01-01 00:00:00',
          timeZone: 'UTC',
        },
        slices: { length: '10m', target: 95 },
        emptySlices: 'exclude',
        minFailures: 3,
        mode: 'recorded',
        runbook: 'https://wiki.example.com/pay',
        reviewedOn: '2026-10-01',
        routes: ['pager', { name: 'chat', target: '#pay' }],
      }),
    );
    expect(slo).toMatchObject({
      title: 'Requests succeed',
      description: 'For customers.',
      labels: { team: ['money'] },
      method: 'Timeslices',
      window: { kind: 'calendar', timeZone: 'UTC' },
      options: {
        emptySlices: 'exclude',
        minFailures: 3,
        mode: 'recorded',
        runbook: 'https://wiki.example.com/pay',
        reviewedOn: '2026-10-01',
      },
      routes: [
        { name: 'pager', target: 'pager' },
        { name: 'chat', target: '#pay' },
      ],
    });
    expect(slo.objectives[0].indicator).toMatchObject({
      sliceMs: 600_000,
      sliceTarget: 0.95,
    });
  });

  it('averages slices that have no target', () => {
    const { method } = sloOf(shortWith({ slices: { length: '5m' } }));
    expect(method).toBe('RatioTimeslices');
  });

  it.each<[string, Members, string[]]>([
    [
      'a target that is missing',
      shortWith({ target: undefined }),
      ['error target-missing at '],
    ],
    [
      'a target as share',
      shortWith({ target: 0.999 }),
      ['error target-range at target'],
    ],
    [
      'a target of 100',
      shortWith({ target: 100 }),
      ['error target-range at target'],
    ],
    [
      'a name in capitals',
      shortWith({ name: 'Up' }),
      ['error name-invalid at name'],
    ],
    [
      'a wrong window',
      shortWith({ window: '30 days' }),
      ['error duration-invalid at window'],
    ],
    [
      'a wrong start',
      shortWith({
        window: { duration: '1M', startTime: 'now', timeZone: 'UTC' },
      }),
      ['error start-time-invalid at window.startTime'],
    ],
    [
      'a source that is not configured',
      shortWith({ source: 'x' }),
      ['error source-unknown at source'],
    ],
    ['no SLI', shortOf({}), ['error short-form-sli at ']],
    ['two SLIs', shortWith({ pushed: true }), ['error short-form-sli at ']],
    ['good without total', shortOf({ good: 'x' }), ['error ratio-parts at ']],
    [
      'a query that is a number',
      shortWith({ bad: 5 }),
      ['error member-type at bad'],
    ],
    [
      'a bound that is missing',
      shortOf({ latency: { histogram: 'x' } }),
      ['error member-missing at latency'],
    ],
    [
      'a histogram with a selector',
      shortOf({ latency: { histogram: 'x{a="b"}', under: 1 } }),
      ['error member-type at latency.histogram'],
    ],
    [
      'a wrong slice',
      shortWith({ slices: { length: '7m', target: 95 } }),
      ['error slice-window-length at slices.length'],
    ],
    [
      'a wrong option',
      shortWith({ mode: 'fast' }),
      ['error option-invalid at mode'],
    ],
    [
      'a wrong label',
      shortWith({ labels: { a: 1 } }),
      ['warning label-invalid at labels.a'],
    ],
    [
      'a misspelled member',
      shortWith({ runbok: 'x' }),
      ['warning member-unknown at runbok'],
    ],
    [
      'members of OpenSLO',
      shortWith({ metadata: {} }),
      ['warning member-unknown at metadata'],
    ],
    [
      'another kind',
      shortWith({ kind: 'SLI' }),
      ['error kind-unknown at kind'],
    ],
  ])('complains of %s where it is written', (_, document, tells) => {
    const { slos, diagnostics } = compile([document]);
    expect(diagnostics.map(told)).toEqual(tells);
    const wrong = tells.some(each => each.startsWith('error'));
    expect(slos).toHaveLength(wrong ? 0 : 1);
  });

  it('says where its queries are written', () => {
    const { queries } = compile([shortWith()]);
    expect(queries.map(({ role, path }) => [role, path])).toEqual([
      ['bad', ['bad']],
      ['total', ['total']],
    ]);
  });
});
