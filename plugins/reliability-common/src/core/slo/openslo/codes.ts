const error = (meaning: string) => ({ severity: 'error' as const, meaning });
const warning = (meaning: string) => ({
  severity: 'warning' as const,
  meaning,
});

/**
 * Every code that a document can be answered with, its severity and what it means. A source adds its own
 * for what it finds in queries.
 *
 * @public
 */
export const SLO_DIAGNOSTICS = {
  'file-empty': warning('The file holds no document.'),
  'file-too-large': error(
    'The file is longer than 512,000 characters, or has more members than anybody writes.',
  ),
  'file-html': error('The file is a web page, not YAML or JSON.'),
  'yaml-syntax': error('The text is not YAML. Other documents still count.'),
  'yaml-duplicate-key': error('A member is written twice.'),
  'yaml-aliases': error('Anchors and aliases unfold to more than is allowed.'),
  'document-not-a-mapping': error('A document is not made of members.'),
  'api-version-missing': error('`apiVersion` is missing.'),
  'api-version-unsupported': error('`apiVersion` is not one that is read.'),
  'kind-unknown': error('`kind` is missing or not one of OpenSLO v1.'),
  'member-missing': error('A member that is needed is not there.'),
  'member-type': error('A member has a value of the wrong type.'),
  'member-unknown': warning('A member is not known and has no effect.'),
  'name-invalid': error('The name of an SLO is not a DNS label.'),
  'name-unusual': warning('The name of another document is not a DNS label.'),
  'name-duplicate': error('Two documents of a kind have the same name.'),
  'inline-name-missing': warning('Something written inline has no name.'),
  'text-too-long': warning('A text is longer than OpenSLO allows.'),
  'label-invalid': warning('A label cannot be read; it is left out.'),
  'option-invalid': error(
    'A `plimsoll.dev/` annotation has a value that is not allowed.',
  ),
  'option-unknown': warning('A `plimsoll.dev/` annotation is not known.'),
  'option-ignored': warning('An annotation has no effect on this SLO.'),
  'service-missing': warning('`spec.service` is missing.'),
  'method-missing': warning(
    '`budgetingMethod` is missing; the message says which one is assumed.',
  ),
  'method-unknown': error('`budgetingMethod` is not one of the three.'),
  'window-missing': warning(
    '`timeWindow` is missing; a rolling one of 30 days is assumed.',
  ),
  'window-count': error('`timeWindow` must have exactly one item.'),
  'window-kind': error('A window is both rolling and calendar, or neither.'),
  'window-rolling-assumed': warning(
    'A window says neither `isRolling` nor `calendar`; rolling is assumed.',
  ),
  'window-length': error('A window is shorter than an hour or longer than 1Y.'),
  'window-month-assumed': warning(
    'A calendar window is in minutes (`1m`); months (`1M`) are assumed.',
  ),
  'duration-invalid': error('A duration is not a whole number and a unit.'),
  'start-time-invalid': error('`startTime` is not a local date and time.'),
  'time-zone-missing': warning('`timeZone` is missing; UTC is assumed.'),
  'time-zone-unknown': error('`timeZone` is not an IANA name.'),
  'objectives-many': error('An SLO has more than 50 objectives.'),
  'objectives-missing': error('An SLO has no objective.'),
  'target-missing': error('An objective has no target.'),
  'target-twice': error('An objective has `target` and `targetPercent`.'),
  'target-range': error('A target is below 0, or 100 % or above.'),
  'target-too-fine': error('A target is finer than 0.0001 %.'),
  'page-unreachable': warning(
    'The target is so low that an alert can never fire.',
  ),
  'indicator-missing': error('There is no SLI.'),
  'indicator-twice': error('`indicator` and `indicatorRef` are both there.'),
  'indicator-on-both-levels': error(
    'An SLI is on `spec` and on objectives; a composite has them on objectives only.',
  ),
  'ref-unknown': error('A name refers to nothing in the files of the service.'),
  'ref-broken': error('A name refers to a document that has errors.'),
  'weight-range': error('`compositeWeight` must be above 0.'),
  'weight-ignored': warning('`compositeWeight` outside a composite.'),
  'slice-window-missing': error('`timeSliceWindow` is missing.'),
  'slice-window-number': warning(
    '`timeSliceWindow` is a bare number; minutes are assumed.',
  ),
  'slice-window-length': error(
    'A slice is not between 1 minute and 1 day, or does not fit the window.',
  ),
  'slice-window-differs': error(
    'Members of a composite have slices of different length.',
  ),
  'slice-target-missing': error('`timeSliceTarget` is missing.'),
  'slice-target-range': error(
    '`timeSliceTarget` is not above 0 and at most 1.',
  ),
  'slice-ignored': warning(
    'A slice member has no effect with the budgeting method.',
  ),
  'operator-missing': error('A threshold SLI needs `op` on each objective.'),
  'value-missing': error('A threshold SLI needs `value` on each objective.'),
  'operator-ignored': warning('`op` or `value` with a ratio has no effect.'),
  'sli-kind': error(
    'An SLI has neither or both of `ratioMetric` and `thresholdMetric`.',
  ),
  'ratio-parts': error(
    'A ratio needs `total` with one of `good` and `bad`, or `raw` alone.',
  ),
  'counter-missing': warning(
    'A ratio does not say `counter`; counters that only grow are assumed.',
  ),
  'query-missing': error('`metricSource.spec` is missing or empty.'),
  'source-unknown': error('`metricSourceRef` names no configured source.'),
  'source-type-unknown': error('`type` is that of no configured source.'),
  'source-type-differs': warning(
    '`type` is not that of the source; the source decides.',
  ),
  'source-unclear': error('Several sources would do, and none is the default.'),
  'sources-differ': error('The queries of one SLI have different sources.'),
  'pushed-kind': error('Pushed samples only serve a ratio of events.'),
  'pushed-members': error(
    'More than one member of a composite rests on pushed samples.',
  ),
  'connection-details-ignored': warning(
    'Connection details of a document are never used.',
  ),
  'condition-count': error('An alert policy must have exactly one condition.'),
  'condition-kind': error('The kind of a condition is not `burnrate`.'),
  'condition-op-missing': warning('`op` is missing; `gt` is assumed.'),
  'condition-op-inverted': warning(
    'A burn-rate condition fires when all is well.',
  ),
  'condition-off': warning(
    '`alertWhenBreaching` is false, so the condition makes no alert.',
  ),
  'targets-missing': warning('An alert policy tells nobody.'),
  'short-form-sli': error(
    'A short document has no SLI, or more than one kind of it.',
  ),
} satisfies Record<
  string,
  { readonly severity: 'error' | 'warning'; readonly meaning: string }
>;

/** @public */
export type SloDiagnosticCode = keyof typeof SLO_DIAGNOSTICS;
