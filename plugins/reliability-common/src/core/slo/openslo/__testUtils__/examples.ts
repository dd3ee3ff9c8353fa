import { SloDiagnostic } from '../../slo';
import {
  compileSlos,
  CompiledSloFile,
  SloCompileContext,
} from '../compileSlos';

type Members = Record<string, any>;

/** Two sources that are configured; `main` is the default. */
export const context: SloCompileContext = {
  sources: [
    { name: 'main', type: 'prometheus', default: true },
    { name: 'edge', type: 'prometheus' },
    { name: 'dog', type: 'datadog' },
  ],
};

export const compile = (
  documents: readonly unknown[],
  changed: Partial<SloCompileContext> = {},
): CompiledSloFile => compileSlos(documents, { ...context, ...changed });

/** `error target-missing at spec.objectives[0]`, and in which document where it is not the first. */
export const told = ({ severity, code, document, path }: SloDiagnostic) => {
  const at = path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
  const where = document === 0 ? at : `${document}:${at}`;
  return `${severity} ${code} at ${where}`;
};

/** A metric source that asks `main`. */
export const asks = (query: string, more: Members = {}): Members => ({
  metricSource: { ...more, spec: { query } },
});

export const ratioSpec = (changed: Members = {}): Members => ({
  ratioMetric: {
    counter: true,
    bad: asks('sum(http_requests_total{code=~"5.."})'),
    total: asks('sum(http_requests_total)'),
    ...changed,
  },
});

export const thresholdSpec = (): Members => ({
  thresholdMetric: asks('queue_seconds'),
});

export const indicator = (spec: Members = ratioSpec()): Members => ({
  metadata: { name: 'requests' },
  spec,
});

/** A correct SLO with what is changed in its `spec`; undefined takes a member away. */
export const sloWith = (
  spec: Members = {},
  metadata: Members = {},
): Members => ({
  apiVersion: 'openslo/v1',
  kind: 'SLO',
  metadata: { name: 'availability', ...metadata },
  spec: {
    service: 'pay',
    indicator: indicator(),
    timeWindow: [{ duration: '30d', isRolling: true }],
    budgetingMethod: 'Occurrences',
    objectives: [{ targetPercent: 99.9 }],
    ...spec,
  },
});

export const documentOf = (
  kind: string,
  name: string,
  spec: Members = {},
): Members => ({ apiVersion: 'openslo/v1', kind, metadata: { name }, spec });

export const burnRate = (changed: Members = {}): Members => ({
  severity: 'page',
  condition: {
    kind: 'burnrate',
    op: 'gt',
    threshold: 2,
    lookbackWindow: '1h',
    alertAfter: '5m',
    ...changed,
  },
});

export const inlineCondition = (changed: Members = {}): Members => ({
  kind: 'AlertCondition',
  metadata: { name: 'fast-burn' },
  spec: burnRate(changed),
});

export const policySpec = (changed: Members = {}): Members => ({
  alertWhenBreaching: true,
  conditions: [inlineCondition()],
  notificationTargets: [{ targetRef: 'pager' }],
  ...changed,
});

export const inlinePolicy = (changed: Members = {}): Members => ({
  kind: 'AlertPolicy',
  metadata: { name: 'burns' },
  spec: policySpec(changed),
});

export const pager = documentOf('AlertNotificationTarget', 'pager', {
  target: 'pagerduty',
});

const calendar = (duration: string, timeZone = 'Europe/Warsaw'): Members => ({
  duration,
  isRolling: false,
  calendar: { startTime: '2026-01-01 00:00:00', timeZone },
});

const slices = (changed: Members = {}): Members => ({
  budgetingMethod: 'Timeslices',
  objectives: [
    { target: 0.995, timeSliceTarget: 0.95, timeSliceWindow: '5m', ...changed },
  ],
});

const member = (name: string, changed: Members = {}): Members => ({
  displayName: name,
  indicator: indicator(),
  target: 0.999,
  ...changed,
});

/** Files that are right: what they show and their documents. */
export const examples: readonly (readonly [string, readonly Members[]])[] = [
  ['bad of total', [sloWith()]],
  [
    'good of total that do not grow, from a named source',
    [
      sloWith({
        indicator: indicator(
          ratioSpec({
            counter: false,
            bad: undefined,
            good: asks('ok_events', { metricSourceRef: 'edge' }),
            total: asks('events', { metricSourceRef: 'edge' }),
          }),
        ),
      }),
    ],
  ],
  [
    'a stored ratio of failures',
    [
      sloWith({
        indicator: indicator({
          ratioMetric: { rawType: 'failure', raw: asks('error_ratio') },
        }),
      }),
    ],
  ],
  [
    'a threshold with two objectives',
    [
      sloWith({
        indicator: indicator(thresholdSpec()),
        objectives: [
          { displayName: 'Fast', op: 'lt', value: 1, target: 0.95 },
          { displayName: 'Bearable', op: 'lte', value: 10, target: 0.999 },
        ],
      }),
    ],
  ],
  ['slices of time', [sloWith(slices())]],
  [
    'averaged slices in a calendar quarter',
    [
      sloWith({
        timeWindow: [calendar('1Q')],
        budgetingMethod: 'RatioTimeslices',
        objectives: [{ target: 0.99, timeSliceWindow: '1m' }],
      }),
    ],
  ],
  ['a calendar month', [sloWith({ timeWindow: [calendar('1M')] })]],
  [
    'four weeks',
    [sloWith({ timeWindow: [{ duration: '4w', isRolling: true }] })],
  ],
  [
    'a composite with weights',
    [
      sloWith({
        indicator: undefined,
        objectives: [
          member('Log in', { compositeWeight: 2 }),
          member('Pay', { target: 0.9995 }),
          member('Wait', {
            indicator: indicator(thresholdSpec()),
            op: 'lt',
            value: 3,
          }),
        ],
      }),
    ],
  ],
  [
    'a composite that is as good as its worst member',
    [
      sloWith(
        {
          indicator: undefined,
          ...slices(),
          objectives: ['a', 'b'].map(name =>
            member(name, { timeSliceTarget: 0.9, timeSliceWindow: '5m' }),
          ),
        },
        {
          annotations: {
            'plimsoll.dev/aggregation': 'worst',
            'plimsoll.dev/composite-target': '99.5',
          },
        },
      ),
    ],
  ],
  [
    'an SLI, a policy, a condition and a target by name',
    [
      documentOf('Service', 'pay', { description: 'Takes money' }),
      documentOf('SLI', 'errors', ratioSpec()),
      sloWith({
        indicator: undefined,
        indicatorRef: 'errors',
        alertPolicies: [{ alertPolicyRef: 'burns' }, inlinePolicy()],
      }),
      documentOf(
        'AlertPolicy',
        'burns',
        policySpec({ conditions: [{ conditionRef: 'fast' }] }),
      ),
      documentOf('AlertCondition', 'fast', burnRate({ lookbackWindow: '90m' })),
      pager,
    ],
  ],
  [
    'every option, labels and words',
    [
      sloWith(
        { description: 'Requests are answered.', ...slices() },
        {
          displayName: 'Availability',
          labels: { team: 'money', area: ['pay', 'bank'] },
          annotations: {
            'example.com/ours': 'left alone',
            'plimsoll.dev/empty-slices': 'exclude',
            'plimsoll.dev/min-failures': '5',
            'plimsoll.dev/mode': 'recorded',
            'plimsoll.dev/runbook': 'https://wiki.example.com/pay',
            'plimsoll.dev/reviewed-on': '2026-10-01',
            'plimsoll.dev/routes': 'pager, team-pay',
          },
        },
      ),
    ],
  ],
  [
    'pushed samples',
    [
      sloWith({
        indicator: indicator(
          ratioSpec({
            bad: { metricSource: { metricSourceRef: 'pushed' } },
            total: { metricSource: { type: 'pushed' } },
          }),
        ),
      }),
    ],
  ],
];

/** A short document with what is changed. */
export const shortWith = (changed: Members = {}): Members => ({
  apiVersion: 'plimsoll.dev/v1',
  kind: 'SLO',
  name: 'availability',
  target: 99.9,
  bad: 'sum(errors_total)',
  total: 'sum(requests_total)',
  ...changed,
});
