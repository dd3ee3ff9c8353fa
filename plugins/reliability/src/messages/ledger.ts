/** Where an error budget went. */
export const ledger = {
  title: 'Where the budget went',
  caption: 'Where the budget went, {{from}} to {{to}}',
  sum: '{{spent}} of the budget is spent: {{explained}} in incidents, {{unexplained}} outside of all.',
  sumBare: '{{spent}} of the budget is spent.',
  unknown: 'It is not known how much of the budget is spent.',
  bar: 'Share of the budget: {{explained}} in incidents, {{unexplained}} outside of all, {{left}} left',
  barOver:
    'Share of the budget: {{explained}} in incidents, {{unexplained}} outside of all; nothing is left',
  legend: {
    explained: 'In incidents',
    unexplained: 'Outside of all',
    left: 'Left',
  },
  unmeasured_one:
    '{{count, number}} incident of this window was not measured yet, so part of what is unexplained may be its.',
  unmeasured_other:
    '{{count, number}} incidents of this window were not measured yet, so part of what is unexplained may be theirs.',
  none: 'Nothing was spent, and nothing was taken out.',
  kind: {
    incident: 'Incident',
    correction: 'Taken out',
    unexplained: 'Unexplained',
  },
  column: {
    kind: 'Kind',
    when: 'When',
    what: 'What',
    bad: 'Bad events',
    share: 'Share of the budget',
  },
  noData: 'no data',
  noIncident: 'No incident was declared',
  review: 'To be reviewed',
  back: '{{share}} back',
  all_one: 'Show {{count, number}} line',
  all_other: 'Show all {{count, number}} lines',
  help: 'An incident’s share is what went wrong from the start to the end of its impact. Where two overlap, both show it, and it counts once as explained.',
} as const;
