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
    minute_one: '{{count}} minute',
    minute_other: '{{count}} minutes',
    hour_one: '{{count}} hour',
    hour_other: '{{count}} hours',
    day_one: '{{count}} day',
    day_other: '{{count}} days',
    week_one: '{{count}} week',
    week_other: '{{count}} weeks',
    month_one: '{{count}} month',
    month_other: '{{count}} months',
    quarter_one: '{{count}} quarter',
    quarter_other: '{{count}} quarters',
    year_one: '{{count}} year',
    year_other: '{{count}} years',
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
    error_one: '{{count}} error',
    error_other: '{{count}} errors',
    warning_one: '{{count}} warning',
    warning_other: '{{count}} warnings',
  },
  ...sloTab,
  ...sloCard,
} as const;
