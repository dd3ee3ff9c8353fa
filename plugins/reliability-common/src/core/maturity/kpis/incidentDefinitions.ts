import { KpiDefinition, kpisOf } from './definition';

const STAMPS = 'Stamps of incidents as reported or corrected.';
const BEGUN =
  'Exercises, merged and declined incidents are left out; those that began in the period count.';

type Parts = Omit<KpiDefinition, 'id' | 'group'>;

const count = (level: 1 | 2): Parts => ({
  title: `Incidents of severity ${level}`,
  noun: 'incidents',
  unit: 'count',
  direction: 'lower',
  formula: `Incidents of severity ${level}. ${BEGUN}`,
  source: 'Incidents of all accounts, and those recorded in the portal.',
  hides:
    'Incidents without a severity, and services that no account is linked to; n counts the services that are.',
  detail: 'incidents',
  defaultTarget: null,
});

const time = (title: string, from: string, to: string): Parts => ({
  title,
  noun: 'incidents',
  unit: 'minutes',
  direction: 'lower',
  formula: `Median minutes from ${from} to ${to}, and the 90th percentile. ${BEGUN}`,
  source: STAMPS,
  hides:
    'Incidents that lack one of the two stamps; coverage shows them. With few incidents it says more about chance than about people.',
  detail: 'incidents',
  defaultTarget: null,
});

/** How often it breaks, and how fast it is well again. */
export const incidentDefinitions = kpisOf('incidents', {
  'sev1-incidents': count(1),
  'sev2-incidents': count(2),
  'repeat-rate': {
    title: 'Incidents that repeat an earlier one',
    noun: 'incidents',
    unit: 'percent',
    direction: 'lower',
    formula:
      '100 × incidents that repeat one of the same key within reliability.incidents.repeatWithin ÷ incidents.',
    source: 'Keys of incidents.',
    hides: 'The same cause under another key.',
    detail: 'incidents',
    defaultTarget: 10,
  },
  'time-to-detect': time('Time to detect', 'start of impact', 'detection'),
  'time-to-acknowledge': time(
    'Time to acknowledge',
    'declaration',
    'acknowledgement',
  ),
  'time-to-restore': time(
    'Time to restore',
    'declaration',
    'the last resolution',
  ),
  'change-failure-rate': {
    title: 'Change failure rate',
    noun: 'incidents',
    unit: 'percent',
    direction: 'lower',
    formula:
      '100 × deployments after which an incident of the same service began within 24 hours ÷ deployments whose 24 hours are over.',
    source: 'Changes of kind deploy that machines push, and incidents.',
    hides:
      'Causes: an incident may follow a deployment by chance, and one that a deployment caused may come later or at another service. It is an upper guess where you deploy often.',
    detail: 'incidents',
    defaultTarget: 15,
  },
});

/** What is made of incidents. */
export const learningDefinitions = kpisOf('learning', {
  'postmortem-timeliness': {
    title: 'Postmortems published in time',
    noun: 'incidents',
    unit: 'percent',
    direction: 'higher',
    formula:
      '100 × required postmortems published by their deadline ÷ required postmortems that are published or overdue.',
    source: 'Postmortems, and deadlines by the contract of the tier.',
    hides: 'Whether anybody learned something from them.',
    detail: 'postmortems',
    defaultTarget: 90,
  },
  'follow-up-timeliness': {
    title: 'Follow-ups done in time',
    noun: 'incidents',
    unit: 'percent',
    direction: 'higher',
    formula:
      '100 × follow-ups done by their day ÷ follow-ups that are done or overdue, of incidents that began in the period. One without a day is in time when it is done.',
    source: 'Follow-ups of incidents.',
    hides: 'Follow-ups that nobody wrote down, and those without a day.',
    detail: 'follow-ups',
    defaultTarget: 90,
  },
});
