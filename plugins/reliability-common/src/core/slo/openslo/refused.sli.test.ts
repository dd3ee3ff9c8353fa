import {
  asks,
  compile,
  indicator,
  inlineCondition,
  inlinePolicy,
  pager,
  ratioSpec,
  sloWith,
  thresholdSpec,
  told,
} from './__testUtils__/examples';

type Members = Record<string, any>;

const objective = (changed: Members) => ({
  objectives: [{ target: 0.999, ...changed }],
});
const measures = (spec: Members) => ({ indicator: indicator(spec) });
const AT = 'spec.objectives[0]';
const RATIO = 'spec.indicator.spec.ratioMetric';

describe('an SLO is refused', () => {
  it.each<[string, Members, string[]]>([
    [
      'with a threshold that compares with nothing',
      measures(thresholdSpec()),
      [`operator-missing at ${AT}`, `value-missing at ${AT}`],
    ],
    [
      'with an unknown operator',
      { ...measures(thresholdSpec()), ...objective({ op: '<', value: 1 }) },
      [`member-type at ${AT}.op`],
    ],
    [
      'with an SLI of both kinds',
      measures({ ...ratioSpec(), ...thresholdSpec() }),
      ['sli-kind at spec.indicator.spec'],
    ],
    [
      'with an SLI of no kind',
      measures({}),
      ['sli-kind at spec.indicator.spec'],
    ],
    [
      'with good and bad',
      measures(ratioSpec({ good: asks('x') })),
      [`ratio-parts at ${RATIO}`],
    ],
    [
      'with neither good nor bad',
      measures(ratioSpec({ bad: undefined })),
      [`ratio-parts at ${RATIO}`],
    ],
    [
      'without total',
      measures(ratioSpec({ total: undefined })),
      [`ratio-parts at ${RATIO}`],
    ],
    [
      'with raw beside total',
      measures(ratioSpec({ raw: asks('x') })),
      [`ratio-parts at ${RATIO}`],
    ],
    [
      'with raw of unknown meaning',
      measures({ ratioMetric: { raw: asks('x') } }),
      [`member-missing at ${RATIO}`],
    ],
    [
      'with an unknown rawType',
      measures({ ratioMetric: { raw: asks('x'), rawType: 'error' } }),
      [`member-type at ${RATIO}.rawType`],
    ],
    [
      'without a query',
      measures(ratioSpec({ total: { metricSource: { spec: {} } } })),
      [`query-missing at ${RATIO}.total.metricSource.spec`],
    ],
    [
      'without a metric source',
      measures(ratioSpec({ total: {} })),
      [`member-missing at ${RATIO}.total`],
    ],
    [
      'with a source that nobody configured',
      measures(ratioSpec({ total: asks('x', { metricSourceRef: 'mian' }) })),
      [`source-unknown at ${RATIO}.total.metricSource.metricSourceRef`],
    ],
    [
      'with a type that nobody configured',
      measures(ratioSpec({ total: asks('x', { type: 'Any' }) })),
      [`source-type-unknown at ${RATIO}.total.metricSource.type`],
    ],
    [
      'with queries to two sources',
      measures(ratioSpec({ total: asks('x', { metricSourceRef: 'edge' }) })),
      [`sources-differ at ${RATIO}`],
    ],
    [
      'with a threshold over pushed samples',
      {
        ...measures({
          thresholdMetric: asks('x', { metricSourceRef: 'pushed' }),
        }),
        ...objective({ op: 'lt', value: 1 }),
      },
      ['pushed-kind at spec.indicator.spec'],
    ],
    [
      'with more objectives than anybody reads',
      { objectives: Array.from({ length: 51 }, () => ({ target: 0.9 })) },
      ['objectives-many at spec.objectives'],
    ],
    [
      'with two members that are pushed, as samples name no member',
      {
        indicator: undefined,
        objectives: [0, 1].map(() => ({
          target: 0.999,
          indicator: indicator(
            ratioSpec({
              good: asks('x', { metricSourceRef: 'pushed' }),
              bad: undefined,
              total: asks('x', { metricSourceRef: 'pushed' }),
            }),
          ),
        })),
      },
      ['pushed-members at spec.objectives[1]'],
    ],
    [
      'with a policy of two conditions',
      {
        alertPolicies: [
          inlinePolicy({ conditions: [inlineCondition(), inlineCondition()] }),
        ],
      },
      ['condition-count at spec.alertPolicies[0].spec.conditions'],
    ],
    [
      'with a policy of no condition',
      { alertPolicies: [inlinePolicy({ conditions: undefined })] },
      ['condition-count at spec.alertPolicies[0].spec'],
    ],
    [
      'with a condition of another kind',
      {
        alertPolicies: [
          inlinePolicy({ conditions: [inlineCondition({ kind: 'budget' })] }),
        ],
      },
      [
        'condition-kind at spec.alertPolicies[0].spec.conditions[0].spec.condition.kind',
      ],
    ],
    [
      'with a condition without a lookback',
      {
        alertPolicies: [
          inlinePolicy({
            conditions: [inlineCondition({ lookbackWindow: undefined })],
          }),
        ],
      },
      [
        'member-missing at spec.alertPolicies[0].spec.conditions[0].spec.condition.lookbackWindow',
      ],
    ],
    [
      'with a condition that looks back over nothing',
      {
        alertPolicies: [
          inlinePolicy({
            conditions: [inlineCondition({ lookbackWindow: '0m' })],
          }),
        ],
      },
      [
        'duration-invalid at spec.alertPolicies[0].spec.conditions[0].spec.condition.lookbackWindow',
      ],
    ],
    [
      'with a policy that is nowhere',
      { alertPolicies: ['burns-fast'] },
      ['ref-unknown at spec.alertPolicies[0]'],
    ],
  ])('%s', (_, spec, tells) => {
    const { slos, diagnostics } = compile([sloWith(spec), pager]);
    expect(diagnostics.map(told)).toEqual(tells.map(each => `error ${each}`));
    expect(slos).toEqual([]);
  });
});
