import {
  asks,
  compile,
  indicator,
  inlineCondition,
  inlinePolicy,
  pager,
  ratioSpec,
  sloWith,
  told,
} from './__testUtils__/examples';

type Members = Record<string, any>;

const objective = (changed: Members) => ({
  objectives: [{ target: 0.999, ...changed }],
});
const sliced = (changed: Members, method = 'Timeslices') => ({
  budgetingMethod: method,
  ...objective({ timeSliceTarget: 0.9, timeSliceWindow: '5m', ...changed }),
});
const over = (item: Members) => ({ timeWindow: [item] });
const calendar = (changed: Members, duration = '1M') =>
  over({
    duration,
    calendar: {
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Europe/Warsaw',
      ...changed,
    },
  });
const measures = (spec: Members) => ({ indicator: indicator(spec) });
const AT = 'spec.objectives[0]';
const WINDOW = 'spec.timeWindow[0]';
const RATIO = 'spec.indicator.spec.ratioMetric';

describe('an SLO is taken with a warning', () => {
  it.each<[string, Members, string[]]>([
    [
      'without a method',
      { budgetingMethod: undefined },
      ['method-missing at spec'],
    ],
    [
      'without a window',
      { timeWindow: undefined },
      ['window-missing at spec.timeWindow'],
    ],
    ['without a service', { service: undefined }, ['service-missing at spec']],
    [
      'with a window that does not say that it rolls',
      over({ duration: '30d' }),
      [`window-rolling-assumed at ${WINDOW}`],
    ],
    [
      'with a calendar month written 1m',
      calendar({}, '1m'),
      [`window-month-assumed at ${WINDOW}.duration`],
    ],
    [
      'without a time zone',
      calendar({ timeZone: undefined }),
      [`time-zone-missing at ${WINDOW}.calendar.timeZone`],
    ],
    [
      'with slices as a bare number',
      sliced({ timeSliceWindow: 5 }),
      [`slice-window-number at ${AT}.timeSliceWindow`],
    ],
    [
      'with a slice target that averages',
      sliced({}, 'RatioTimeslices'),
      [`slice-ignored at ${AT}.timeSliceTarget`],
    ],
    [
      'with slices of occurrences',
      sliced({}, 'Occurrences'),
      [
        `slice-ignored at ${AT}.timeSliceWindow`,
        `slice-ignored at ${AT}.timeSliceTarget`,
      ],
    ],
    [
      'with op on a ratio, as in the examples of the specification',
      objective({ op: 'gt', value: 1 }),
      [`operator-ignored at ${AT}.op`, `operator-ignored at ${AT}.value`],
    ],
    [
      'without counter, as in the examples of the specification',
      measures(ratioSpec({ counter: undefined })),
      [`counter-missing at ${RATIO}`],
    ],
    [
      'with a weight outside a composite',
      objective({ compositeWeight: 2 }),
      [`weight-ignored at ${AT}.compositeWeight`],
    ],
    [
      'with a target so low that pages never come',
      objective({ target: 0.9 }),
      [`page-unreachable at ${AT}.target`],
    ],
    [
      'with a misspelled member',
      { descripton: 'x' },
      ['member-unknown at spec.descripton'],
    ],
    [
      'with a description that is too long',
      { description: 'x'.repeat(1051) },
      ['text-too-long at spec.description'],
    ],
    [
      'with an SLI inline that has no name',
      { indicator: { spec: ratioSpec() } },
      ['inline-name-missing at spec.indicator.metadata'],
    ],
    [
      'with another type than its source',
      measures(
        ratioSpec({
          total: asks('x', { metricSourceRef: 'main', type: 'Datadog' }),
        }),
      ),
      [`source-type-differs at ${RATIO}.total.metricSource.type`],
    ],
    [
      'with an alert when all is well',
      {
        alertPolicies: [
          inlinePolicy({ conditions: [inlineCondition({ op: 'lte' })] }),
        ],
      },
      [
        'condition-op-inverted at spec.alertPolicies[0].spec.conditions[0].spec.condition.op',
      ],
    ],
    [
      'with an alert without op',
      {
        alertPolicies: [
          inlinePolicy({ conditions: [inlineCondition({ op: undefined })] }),
        ],
      },
      [
        'condition-op-missing at spec.alertPolicies[0].spec.conditions[0].spec.condition',
      ],
    ],
    [
      'with an alert that is off',
      { alertPolicies: [inlinePolicy({ alertWhenBreaching: false })] },
      ['condition-off at spec.alertPolicies[0].spec.alertWhenBreaching'],
    ],
    [
      'with an alert that tells nobody',
      { alertPolicies: [inlinePolicy({ notificationTargets: [] })] },
      ['targets-missing at spec.alertPolicies[0].spec.notificationTargets'],
    ],
  ])('%s', (_, spec, tells) => {
    const { slos, diagnostics } = compile([sloWith(spec), pager]);
    expect(diagnostics.map(told)).toEqual(tells.map(each => `warning ${each}`));
    expect(slos).toHaveLength(1);
  });

  it.each<[string, Members, string]>([
    [
      'with a label that is no text',
      { labels: { tier: 1 } },
      'label-invalid at metadata.labels.tier',
    ],
    [
      'with a label of a wrong name',
      { labels: { 'a b': 'x' } },
      'label-invalid at metadata.labels.a b',
    ],
    [
      'with a misspelled option',
      { annotations: { 'plimsoll.dev/runbok': 'https://x.example' } },
      'option-unknown at metadata.annotations.plimsoll.dev/runbok',
    ],
    [
      'with an option for slices, but no slices',
      { annotations: { 'plimsoll.dev/empty-slices': 'bad' } },
      'option-ignored at metadata.annotations.plimsoll.dev/empty-slices',
    ],
  ])('%s', (_, metadata, tell) => {
    const { slos, diagnostics } = compile([sloWith({}, metadata)]);
    expect(diagnostics.map(told)).toEqual([`warning ${tell}`]);
    expect(slos).toHaveLength(1);
  });

  it('and what is assumed is what the warning says', () => {
    const assumed = (spec: Members) => compile([sloWith(spec)]).slos[0];
    expect(assumed({ timeWindow: undefined }).window).toMatchObject({
      kind: 'rolling',
      duration: { count: 30, unit: 'd' },
    });
    expect(assumed(calendar({}, '1m')).window.duration).toEqual({
      count: 1,
      unit: 'M',
    });
    expect(
      assumed(sliced({ timeSliceWindow: 5 })).objectives[0].indicator,
    ).toMatchObject({ sliceMs: 300_000 });
    expect(assumed({ ...sliced({}), budgetingMethod: undefined }).method).toBe(
      'Timeslices',
    );
  });
});
