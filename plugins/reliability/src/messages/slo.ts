import { sloCard } from './sloCard';
import { sloTab } from './sloTab';

/** SLOs: words that every screen shares. */
export const slo = {
  status: {
    error: 'Error',
    no_data: 'No data',
    no_traffic: 'No traffic',
    breached: 'Breached',
    burning: 'Burning',
    at_risk: 'At risk',
    healthy: 'Healthy',
    pending: 'Pending',
  },
  flag: {
    provisional: 'Provisional',
    stale: 'Stale',
    low_traffic: 'Low traffic',
    partial: 'Partial',
    corrected: 'Corrected',
  },
  flagHelp: {
    provisional:
      'Too little of the window has samples yet; scores leave it out.',
    stale: 'The newest sample is old.',
    low_traffic:
      'So few events that a handful of failures moves the burn rate a lot.',
    partial: 'The source answered, and said that its answer is not complete.',
    corrected: 'Time was taken out of the budget, with a reason.',
  },
  objective: '{{target}} {{window}}',
  duration: {
    minute_one: '{{count, number}} minute',
    minute_other: '{{count, number}} minutes',
    hour_one: '{{count, number}} hour',
    hour_other: '{{count, number}} hours',
    day_one: '{{count, number}} day',
    day_other: '{{count, number}} days',
    week_one: '{{count, number}} week',
    week_other: '{{count, number}} weeks',
    month_one: '{{count, number}} month',
    month_other: '{{count, number}} months',
    quarter_one: '{{count, number}} quarter',
    quarter_other: '{{count, number}} quarters',
    year_one: '{{count, number}} year',
    year_other: '{{count, number}} years',
  },
  window: {
    rolling: 'over {{duration}}',
    calendarMany: 'per calendar period of {{duration}}',
    calendar: {
      minute: 'per minute',
      hour: 'per hour of the clock',
      day: 'per calendar day',
      week: 'per calendar week',
      month: 'per calendar month',
      quarter: 'per calendar quarter',
      year: 'per calendar year',
    },
  },
  budget: {
    unknown: 'Budget not known',
    left: '{{share}} left',
    spent: '{{share}} spent',
    time: '{{time}} left',
    timeOver: '{{time}} too much',
  },
  burn: {
    none: '–',
    unknown: 'The burn rate over the last 6 hours is not known.',
    label: 'burn, 6 h',
    help: 'Over the last 6 hours. A burn rate of 1× spends the budget exactly by the end of the window.',
  },
  copy: {
    action: 'Copy',
    done: 'Copied',
    failed: 'Not copied: the browser refused. Mark the text and copy it.',
  },
  diagnostics: {
    place: '{{line}}:{{column}}',
    error_one: '{{count, number}} error',
    error_other: '{{count, number}} errors',
    warning_one: '{{count, number}} warning',
    warning_other: '{{count, number}} warnings',
  },
  ...sloTab,
  ...sloCard,
} as const;
