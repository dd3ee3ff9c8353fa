import { kpisOf } from './definition';

const PAGES = 'Pages that incidents of the period sent.';

/** What keeping services up costs people. */
export const oncallDefinitions = kpisOf('oncall', {
  'page-load': {
    title: 'Pages a week for each rotation',
    noun: 'oncall',
    unit: 'per-week',
    direction: 'lower',
    formula:
      'Pages in the period ÷ weeks of the period ÷ rotations linked with the services.',
    source: `${PAGES} Rotations as annotations name them now.`,
    hides:
      'Which rotation is loaded: a mean over quiet and loud ones. Pages of a shared rotation for other services are not in it.',
    detail: 'oncall',
    defaultTarget: null,
  },
  'after-hours-share': {
    title: 'Pages outside of working hours',
    noun: 'oncall',
    unit: 'percent',
    direction: 'lower',
    formula: '100 × pages off or in sleeping hours ÷ pages.',
    source: `${PAGES} Hours by the zone of whoever was paged; else by that of the company, which lowers coverage.`,
    hides: 'Whom it hit, and how many of them needed anybody.',
    detail: 'oncall',
    defaultTarget: null,
  },
  'noise-share': {
    title: 'Pages that needed nobody',
    noun: 'oncall',
    unit: 'percent',
    direction: 'lower',
    formula: '100 × pages that went away without anybody ÷ pages.',
    source: PAGES,
    hides: 'Pages that somebody acknowledged only to silence them.',
    detail: 'incidents',
    defaultTarget: 20,
  },
});

/** How well prepared services are. */
export const readinessDefinitions = kpisOf('readiness', {
  'readiness-rate': {
    title: 'Services that meet all required items',
    noun: 'readiness',
    unit: 'percent',
    direction: 'higher',
    formula:
      '100 × services without a missing required item ÷ services for which the first checklist is.',
    source: 'Answers on the first configured checklist, as they are now.',
    hides: 'How much is missing at the others, and whether anybody signed off.',
    detail: 'readiness',
    defaultTarget: 90,
  },
  'restore-test-rate': {
    title: 'Critical services with a tested restore',
    noun: 'readiness',
    unit: 'percent',
    direction: 'higher',
    formula:
      '100 × services of the two most critical tiers whose item restore-tested is met ÷ those to which it applies. Unanswered, expired and contested is not met.',
    source: 'The item restore-tested of the first configured checklist.',
    hides: 'How long the restore took. Not applicable services are left out.',
    detail: 'readiness',
    defaultTarget: 100,
  },
  'scorecard-coverage': {
    title: 'Scorecard coverage',
    noun: 'maturity',
    unit: 'percent',
    direction: 'higher',
    formula:
      'Mean over services of the share of the score that rests on known, fresh facts.',
    source: 'Reports on the scorecard; for a day that is over, its snapshot.',
    hides: 'Which facts are missing. A known fact may still be wrong.',
    detail: 'ranking',
    defaultTarget: 90,
  },
  'level-share': {
    title: 'Services that attained a level',
    noun: 'maturity',
    unit: 'percent',
    direction: 'higher',
    formula:
      '100 × services at the lowest level or above ÷ services. Also the share of each level.',
    source: 'Reports on the scorecard; for a day that is over, its snapshot.',
    hides: 'How close the others are.',
    detail: 'ranking',
    defaultTarget: null,
  },
});
