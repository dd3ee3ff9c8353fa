/** The SLOs on the page of a service: the whole view. */
export const sloTab = {
  tab: {
    title_one: '{{count, number}} SLO',
    title_other: '{{count, number}} SLOs',
    counts: 'SLOs by status',
    tier: 'The tier of this service, {{tier}}, demands an objective of at least {{target}}.',
    tierNone:
      'The tier of this service, {{tier}}, demands no particular objective.',
    try: 'Try a change',
    allRules: 'Rules of all SLOs',
    reload: 'Reload',
    reloading: 'Reloading…',
  },
  empty: {
    title: 'No SLO yet',
    what: 'A service level objective (SLO) is a promise in numbers, for instance “99.9 % of requests succeed over 30 days”. What it leaves over, 0.1 %, is the error budget: as long as some of it is left you can take risks, and when it goes fast somebody should be told.',
    document: '1. A file slo.yaml beside your code',
    annotation: '2. The annotation in catalog-info.yaml',
    then: 'The first values come a few minutes after the catalog has read the change. OpenSLO v1 documents are read as they are.',
    try: 'Try it before you commit',
  },
  documents: {
    title: 'Documents',
    clean: 'nothing to complain about',
    state: {
      read: 'read',
      failed: 'could not be read; tried',
      pending: 'not read yet',
    },
  },
  promise: {
    Occurrences: 'At least {{target}} of all events must be good, {{window}}.',
    Timeslices:
      'At least {{target}} of all slices of {{slice}} must be good, {{window}}.',
    RatioTimeslices:
      'The mean of all slices of {{slice}} must reach {{target}}, {{window}}.',
    budget: 'That leaves a budget of {{share}}: {{time}} of total outage.',
    tierMet: 'Meets its tier: {{tier}} demands at least {{target}}.',
    tierMissed:
      'Promises less than its tier: {{tier}} demands at least {{target}}.',
  },
  objectives: {
    label: 'Objectives',
    numbered: 'Objective {{number}}',
    weighted: '{{name}}, weight {{weight}}',
    composite: 'Together ({{how}})',
    aggregation: {
      weightedSum: 'weighted sum',
      weightedAverage: 'weighted average',
      worst: 'the worst counts',
    },
  },
  notice: {
    label: 'What to know about these values',
    error: 'The last evaluation failed: {{cause}}.',
    noCause: 'no cause was given',
    lastGood: 'What is shown are the last good values, of',
    neverGood: 'There are no earlier values.',
    no_data:
      'The query of the total found nothing in this window. Nothing is known, so nothing is shown as good. Look at the query below: does the metric exist under this name?',
    no_traffic:
      'There are samples, but no event happened in this window: there is nothing to be good or bad.',
    pending: 'Not evaluated yet. The first values come within a few minutes.',
    provisional:
      'Only {{coverage}} of the window has samples, because the service is young or the source keeps less. The numbers are those of that part, and scores leave them out.',
    stale: 'No new sample has come for a while.',
    newest: 'The newest is of',
    low_traffic:
      'There are so few events that a handful of failures moves the burn rate a lot. Alerts with too few failures are muted.',
    partial:
      'The source answered, and said that its answer is not complete. Nothing of it is written to the history.',
    corrected: 'Time was taken out of this budget; see the corrections below.',
    warning: 'The source says: {{warning}}',
  },
  files: {
    title: 'Rules and files',
    label: 'Which file',
    kind: {
      prometheus: 'Prometheus rules',
      prometheusrule: 'PrometheusRule (Kubernetes)',
      tests: 'Tests for promtool',
      openslo: 'OpenSLO',
    },
    download: 'Download',
    file: 'Written in',
    runbook: 'Runbook',
    noRunbook: 'None named',
    routes: 'Alerts go to',
    noRoutes: 'Nobody: no alert policy names a target',
    reviewed: 'Last reviewed',
    neverReviewed: 'Not said',
  },
  drift: {
    short: {
      same: 'The rules that are loaded match',
      differs: 'The rules that are loaded differ',
      missing: 'The rules are not loaded',
      unknown: 'Not known whether the rules are loaded',
    },
    long: {
      same: 'The rules that Prometheus has loaded are those that follow from this SLO.',
      differs:
        'The rules that Prometheus has loaded differ from those that follow from this SLO.',
      missing:
        'Prometheus has none of the rules of this SLO: nobody is alerted by them. Download them below.',
      unknown: 'It is not known which rules Prometheus has loaded.',
    },
    checked: 'Checked',
    kind: {
      missing: '{{rule}} is missing',
      changed: '{{rule}} was changed',
      unexpected: '{{rule}} is loaded, and does not follow from this SLO',
    },
    expected: 'expected: {{text}}',
    actual: 'loaded: {{text}}',
  },
} as const;
