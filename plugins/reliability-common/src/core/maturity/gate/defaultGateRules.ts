import { GateRule } from './policy';

const POSTMORTEM =
  'A postmortem for every incident that took more than 20 % of the budget';

/** The rules that ship; a policy takes those that fit its tier, and says how strict each is. */
export const gateRules = {
  budgetSpent: {
    id: 'budget-spent',
    title: 'The error budget is spent',
    noun: 'slo',
    when: 'slo.count > 0 && gate.budgetLeft <= 0.0',
    reason:
      'The error budget of {gate.worstSlo} is spent: {gate.budgetSpent} % of it, with {gate.givenBack} % given back for exempt causes',
    demands: [
      'Reliability work first, until there is budget again',
      POSTMORTEM,
    ],
  },
  budgetLow: {
    id: 'budget-low',
    title: 'Little error budget is left',
    noun: 'slo',
    when: 'slo.count > 0 && gate.budgetLeft > 0.0 && gate.budgetLeft < 25.0',
    reason:
      '{gate.budgetLeft} % of the error budget of {gate.worstSlo} is left',
    demands: ['Smaller changes, and one at a time'],
  },
  fastBurn: {
    id: 'fast-burn',
    title: 'An SLO burns fast enough to page',
    noun: 'slo',
    when: 'slo.count > 0 && slo.burning > 0',
    reason: 'SLOs that burn fast enough to page: {slo.burning}',
    demands: ['Stop what burns before anything else changes'],
  },
  unlearned: {
    id: 'unlearned-spend',
    title: 'A costly incident has no postmortem',
    noun: 'incidents',
    when: 'slo.count > 0 && gate.unlearnedSpends > 0',
    reason:
      'Incidents that took more than 20 % of a budget and have no published postmortem: {gate.unlearnedSpends}; the largest took {gate.largestSpend} %',
    demands: [POSTMORTEM],
  },
  noSlo: {
    id: 'no-slo',
    title: 'Nothing measures it',
    noun: 'slo',
    when: 'slo.count == 0',
    reason: 'It has no SLO, so nothing tells how much it may fail',
    demands: ['An SLO for what its users need most'],
  },
  openSev1: {
    id: 'open-sev-1',
    title: 'An incident of severity 1 goes on',
    noun: 'incidents',
    when: 'incidents.known && gate.openSev1 > 0',
    reason: 'Open incidents of severity 1: {gate.openSev1}',
    demands: ['Only changes that end the incident'],
  },
  openSev2: {
    id: 'open-sev-2',
    title: 'An incident of severity 2 goes on',
    noun: 'incidents',
    when: 'incidents.known && gate.openSev2 > 0',
    reason: 'Open incidents of severity 2: {gate.openSev2}',
    demands: ['Whoever leads the incident agrees to the change'],
  },
  openUnrated: {
    id: 'open-unrated',
    title: 'An incident without a severity goes on',
    noun: 'incidents',
    when: 'incidents.known && gate.openUnrated > 0',
    reason:
      'Open incidents whose severity is not known: {gate.openUnrated}; each may be the worst',
    demands: ['A severity for each open incident'],
  },
  noIncidentSource: {
    id: 'no-incident-source',
    title: 'Nobody would know of an incident',
    noun: 'incidents',
    when: '!incidents.known',
    reason: 'No source of incidents is linked with it, and none was recorded',
    demands: ['Its incidents are linked or recorded'],
  },
  postmortemsOverdue: {
    id: 'postmortems-overdue',
    title: 'Postmortems are overdue',
    noun: 'incidents',
    when: 'incidents.known && incidents.postmortemsOverdue > 0',
    reason: 'Overdue postmortems: {incidents.postmortemsOverdue}',
    demands: ['Overdue postmortems are written'],
  },
  nobodyOnCall: {
    id: 'nobody-on-call',
    title: 'Nobody is on call',
    noun: 'oncall',
    when: 'has(tier.contract.oncall.coverage) && tier.contract.oncall.coverage == "24x7" && oncall.rotations > 0 && oncall.now == 0',
    reason:
      'Nobody is on call now, and tier {tier.name} wants somebody around the clock',
    demands: ['Somebody takes the pager before anything changes'],
  },
  noRotation: {
    id: 'no-rotation',
    title: 'No rotation is known',
    noun: 'oncall',
    when: 'has(tier.contract.oncall.coverage) && tier.contract.oncall.coverage == "24x7" && oncall.rotations == 0',
    reason:
      'No rotation is known, and tier {tier.name} wants somebody around the clock',
    demands: ['A rotation is named on the service, its owner or its system'],
  },
  pagerLoad: {
    id: 'pager-load',
    title: 'The pager rings too often',
    noun: 'oncall',
    when: 'incidents.known && gate.pages7d > 28',
    reason:
      '{gate.pages7d} pages in 7 days: more than two in each shift of 12 hours',
    demands: ['The noisiest alerts are mended or removed'],
  },
  readinessMissing: {
    id: 'readiness-missing',
    title: 'Required readiness items are open',
    noun: 'readiness',
    when: 'gate.checklists > 0 && gate.requiredMissing > 0',
    reason:
      '{gate.requiredMissing} of {gate.requiredTotal} required readiness items are not met',
    demands: ['Required items come before new features'],
  },
  readinessContested: {
    id: 'readiness-contested',
    title: 'Readiness items are in doubt',
    noun: 'readiness',
    when: 'gate.checklists > 0 && gate.contested > 0',
    reason: 'Readiness items in doubt: {gate.contested}',
    demands: ['Contested items are settled'],
  },
  noLevel: {
    id: 'below-first-level',
    title: 'It is below the first level',
    noun: 'maturity',
    when: 'gate.assessed && gate.level < 0',
    reason: 'It has not attained the first level of its scorecard',
    demands: ['What blocks the first level comes first'],
  },
  blind: {
    id: 'blind',
    title: 'Nothing tells how it is',
    noun: 'slo',
    when: 'slo.count == 0 && !incidents.known',
    reason: 'It has no SLO, and nobody would know of an incident',
    demands: ['An SLO, or a source of incidents'],
  },
} as const satisfies Record<string, Omit<GateRule, 'decision'>>;
