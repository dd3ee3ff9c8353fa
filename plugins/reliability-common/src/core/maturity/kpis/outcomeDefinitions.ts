import { kpisOf } from './definition';

const SLO_SOURCE =
  'The last evaluation of each SLO; for a day that is over, the budget at its end.';

/** What customers get. */
export const outcomeDefinitions = kpisOf('outcomes', {
  'slo-compliance': {
    title: 'SLOs that meet their objective',
    noun: 'slo',
    unit: 'percent',
    direction: 'higher',
    formula:
      '100 × SLOs whose budget is not overspent at the end of the period ÷ SLOs whose budget is known. Each counts over its own window. Also by tier.',
    source: SLO_SOURCE,
    hides:
      'How easy the objectives are, and services without any SLO. One SLO counts as much as another.',
    detail: 'slos',
    defaultTarget: 95,
  },
  'budget-consumed': {
    title: 'Error budget consumed',
    noun: 'slo',
    unit: 'percent',
    direction: 'lower',
    formula:
      'Median over SLOs of 100 × (1 − budget left) at the end of the period.',
    source: SLO_SOURCE,
    hides:
      'The worst half. See the share of budgets that are spent beside it. Almost none consumed may mean that an objective is too easy.',
    detail: 'slos',
    defaultTarget: null,
  },
  'budgets-spent': {
    title: 'Error budgets spent',
    noun: 'slo',
    unit: 'percent',
    direction: 'lower',
    formula:
      '100 × SLOs with no budget left at the end of the period ÷ SLOs whose budget is known.',
    source: SLO_SOURCE,
    hides: 'By how far they are overspent, and for how long.',
    detail: 'slos',
    defaultTarget: 5,
  },
  'impact-minutes': {
    title: 'Minutes of customer impact',
    noun: 'incidents',
    unit: 'minutes',
    direction: 'lower',
    formula:
      'Minutes in which customers felt any incident that began in the period; overlaps count once.',
    source: 'Stamps of incidents: start and end of impact.',
    hides:
      'How many customers and how badly. Incidents whose times of impact nobody set add nothing; coverage shows them.',
    detail: 'incidents',
    defaultTarget: null,
  },
  'rto-met': {
    title: 'RTO met',
    noun: 'incidents',
    unit: 'percent',
    direction: 'higher',
    formula:
      '100 × services whose median time to restore in the period is within the RTO of their tier ÷ services with an RTO and a restored incident.',
    source: 'Stamps of incidents, and the contract of the tier.',
    hides:
      'Services without an incident, whose recovery nobody saw, and the longest outage of each service.',
    detail: 'incidents',
    defaultTarget: 90,
  },
  'rpo-met': {
    title: 'RPO met',
    noun: 'readiness',
    unit: 'percent',
    direction: 'higher',
    formula:
      '100 × services whose measured loss in minutes is within the RPO of their tier ÷ services with an RPO and such a measurement.',
    source:
      'The pushed fact that reliability.kpis.rpoFact names, such as recovery/rpo-minutes. Nothing else tells it.',
    hides: 'Services that push nothing. An answer on a checklist is no number.',
    detail: 'none',
    defaultTarget: 90,
  },
});
