import {
  BurnCondition,
  Objective,
  Sli,
  Slo,
  SloQuery,
  SloWindow,
} from '../slo';
import { durationText } from '../window';
import { OPENSLO_V1 } from './apiVersion';
import { lengthText } from './durations';
import { percentText } from './unreachable';
import { OPTION_PREFIX, OptionName, routesText } from './options';

type Members = Record<string, unknown>;

/** Leaves out what is undefined, and groups that then are empty. */
const trimmed = (members: Members): Members =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  );

const filled = (members: Members): Members | undefined =>
  Object.keys(members).length > 0 ? members : undefined;

/** Parts per million as a share, without the noise of binary fractions. */
const share = (ppm: number) => Number((ppm / 1_000_000).toFixed(6));

const metric = ({ source, spec }: SloQuery): Members => ({
  metricSource: { metricSourceRef: source, spec: { ...spec } },
});

function sliSpec(sli: Sli): Members {
  switch (sli.kind) {
    case 'threshold':
      return { thresholdMetric: metric(sli.query) };
    case 'raw':
      return {
        ratioMetric: { rawType: sli.rawType, raw: metric(sli.query) },
      };
    default:
      return {
        ratioMetric: trimmed({
          counter: sli.counter,
          good: sli.good && metric(sli.good),
          bad: sli.bad && metric(sli.bad),
          total: metric(sli.total),
        }),
      };
  }
}

const indicator = (name: string, sli: Sli): Members => ({
  metadata: { name },
  spec: sliSpec(sli),
});

function timeWindow(span: SloWindow): Members {
  const duration = durationText(span.duration);
  if (span.kind === 'rolling') return { duration, isRolling: true };
  const { startTime, timeZone } = span;
  return { duration, isRolling: false, calendar: { startTime, timeZone } };
}

function objectiveOf(
  { name, composite }: Slo,
  { id, title, target, indicator: { sli, ...slices }, weight }: Objective,
): Members {
  const named = composite || title !== percentText(target);
  return trimmed({
    displayName: named ? title : undefined,
    op: sli.kind === 'threshold' ? sli.op : undefined,
    value: sli.kind === 'threshold' ? sli.value : undefined,
    target: share(target),
    timeSliceTarget: slices.sliceTarget,
    timeSliceWindow: slices.sliceMs && lengthText(slices.sliceMs),
    indicator: composite
      ? indicator(`${name.slice(0, 60)}-${id}`, sli)
      : undefined,
    compositeWeight: composite ? weight : undefined,
  });
}

function policyOf(
  slo: Slo,
  { policy, severity, ...burn }: BurnCondition,
  index: number,
): Members {
  return {
    kind: 'AlertPolicy',
    metadata: { name: policy },
    spec: {
      alertWhenBreaching: true,
      conditions: [
        {
          kind: 'AlertCondition',
          metadata: { name: `${slo.name.slice(0, 50)}-burn-${index + 1}` },
          spec: {
            severity,
            condition: {
              kind: 'burnrate',
              op: burn.op,
              threshold: burn.threshold,
              lookbackWindow: lengthText(burn.lookbackMs),
              alertAfter: lengthText(burn.alertAfterMs),
            },
          },
        },
      ],
      notificationTargets: slo.routes.map(({ name, target, description }) => ({
        kind: 'AlertNotificationTarget',
        metadata: { name },
        spec: trimmed({ target, description }),
      })),
    },
  };
}

function annotationsOf(slo: Slo): Members {
  const { options, composite, routes, conditions } = slo;
  const texts: Partial<Record<OptionName, string>> = {
    'empty-slices':
      options.emptySlices === 'good' ? undefined : options.emptySlices,
    'min-failures':
      options.minFailures === 1 ? undefined : String(options.minFailures),
    mode: options.mode === 'raw' ? undefined : options.mode,
    runbook: options.runbook,
    'reviewed-on': options.reviewedOn,
    aggregation: composite?.aggregation,
    'composite-target':
      composite && String(Number((composite.target / 10_000).toFixed(4))),
    // With a policy its targets say it.
    routes:
      routes.length > 0 && conditions.length === 0
        ? routesText(routes)
        : undefined,
  };
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [`${OPTION_PREFIX}${name}`, value]),
  );
}

const labelsOf = ({ labels }: Slo): Members =>
  Object.fromEntries(
    Object.entries(labels).map(([key, values]) => [
      key,
      values.length === 1 ? values[0] : [...values],
    ]),
  );

/**
 * One OpenSLO v1 document that says all of an SLO, with its SLI and alert policies inline. Compiled again it
 * comes to an equal SLO.
 *
 * @param service - what `spec.service` says; default: the name of the SLO
 * @public
 */
export function toOpenSlo(
  slo: Slo,
  service: string = slo.name,
): Record<string, unknown> {
  const { name, title, description, composite, objectives } = slo;
  return {
    apiVersion: OPENSLO_V1,
    kind: 'SLO',
    metadata: trimmed({
      name,
      displayName: title === name ? undefined : title,
      labels: filled(labelsOf(slo)),
      annotations: filled(annotationsOf(slo)),
    }),
    spec: trimmed({
      description: description === '' ? undefined : description,
      service,
      indicator: composite
        ? undefined
        : indicator(name, objectives[0].indicator.sli),
      timeWindow: [timeWindow(slo.window)],
      budgetingMethod: slo.method,
      objectives: objectives.map(each => objectiveOf(slo, each)),
      alertPolicies:
        slo.conditions.length > 0
          ? slo.conditions.map((each, index) => policyOf(slo, each, index))
          : undefined,
    }),
  };
}
