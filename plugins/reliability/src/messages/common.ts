export const common = {
  title: 'Reliability',
  loading: 'Loading',
  refreshing: 'Loading newer data',
  justNow: 'just now',
  retry: 'Try again',
  failed: {
    title: 'This could not be loaded',
    network:
      'The reliability backend did not answer. Check your connection, or try again in a minute.',
    server: 'The reliability backend failed: {{message}}',
  },
  forbidden: {
    title: 'You may not see this',
    text: 'Your account lacks the permission. Ask the owners of your portal if you need it.',
  },
  notFound: {
    title: 'Not found',
    text: 'It does not exist, or it is not shown to you.',
  },
  level: {
    none: 'No level',
    label: 'Level: {{name}}',
    place: 'level {{place}} of {{total}}',
    nonePlace: 'below the first level',
  },
  tier: {
    untiered: 'Untiered',
    untieredHelp: 'No tier is declared, or one that does not exist',
    help: '{{name}} ({{id}})',
  },
  score: {
    label: 'Score {{score}} of 100, coverage {{coverage}} %',
    coverage: '{{coverage}} % known',
    coverageHelp:
      'Coverage {{coverage}} %: the share of the score that rests on known, fresh facts',
    nothing: 'Nothing known',
    nothingLabel: 'No score: nothing that counts is known yet',
  },
  outcome: {
    pass: 'Pass',
    fail: 'Fail',
    unknown: 'Unknown',
    'not-applicable': 'Not applicable',
    exempt: 'Exempt',
  },
  enforcement: {
    planned: 'Planned',
    plannedHelp: 'Shown, not counted yet',
    scheduled: 'Counts from {{date}}',
    scheduledHelp: 'Shown now; from this date on it counts',
  },
  cause: {
    service: 'Service changed',
    rule: 'Rule changed',
    data: 'Data changed',
    first: 'First assessment',
    serviceHelp: 'Something about the service itself changed',
    ruleHelp: 'The scorecard or a tier contract changed, not the service',
    dataHelp: 'A fact went stale or came back; the service did not change',
    firstHelp: 'The service was assessed for the first time',
  },
  export: 'Export CSV',
  exporting: 'Exporting…',
  exportFailed: 'Not exported: {{message}}',
} as const;
