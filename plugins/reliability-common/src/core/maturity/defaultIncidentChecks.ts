import { CheckDefinition } from './scorecard';

const check = (
  definition: Omit<CheckDefinition, 'dimension'>,
): CheckDefinition => ({ ...definition, dimension: 'incidents' });

/** Supporting services may have a history of incidents, but nobody is asked for one. */
const ASKED = 'tier.rank <= 2';

/** No news is good news only from somebody who would tell. */
const KNOWN = `${ASKED} && incidents.known`;

/** What the shipped scorecard asks of the incidents of a service. */
export const incidentChecks: readonly CheckDefinition[] = [
  check({
    id: 'incidents-connected',
    title: 'Its incidents are known',
    level: 'bronze',
    weight: 1,
    when: ASKED,
    pass: 'incidents.known',
    why: 'Without a history of incidents a service looks calm because nobody writes down when it is not.',
    fix: 'Name it at your incident tool in an annotation (for instance `pagerduty.com/service-id`, or `plimsoll.dev/incidents: <account>:<kind>:<id>`), map it under *Incidents*, or declare its incidents here.',
  }),
  check({
    id: 'postmortems-in-time',
    title: 'Postmortems are written in time',
    level: 'silver',
    weight: 3,
    when: `${KNOWN} && has(tier.contract.postmortem.severities)`,
    pass: 'incidents.postmortemsOverdue == 0',
    why: 'After two weeks people remember what they think they saw. What nobody wrote down happens again.',
    fix: 'Open *Incidents* on this page, begin the draft of each incident that is overdue (the timeline is filled in already), have somebody else read it, and publish it.',
  }),
  check({
    id: 'follow-ups-in-time',
    title: 'Follow-ups of incidents are done in time',
    level: 'silver',
    weight: 2,
    when: KNOWN,
    pass: 'incidents.followUpsOverdue == 0',
    why: 'A postmortem without its follow-ups is a story. The next incident takes the same way.',
    fix: 'Do what is overdue, or agree on another date with a reason. Where it will not be done, close it as such, so that the risk is a decision.',
  }),
  check({
    id: 'no-repeat-incidents',
    title: 'The same incident does not come back',
    level: 'gold',
    weight: 1,
    when: KNOWN,
    pass: 'incidents.repeats90d == 0',
    why: 'The same trouble soon after it was resolved means that it was stopped, not repaired.',
    fix: 'Open the repeats on *Incidents*, look which follow-up of the first one would have prevented them, and do that one first.',
  }),
  check({
    id: 'restore-within-rto',
    title: 'Half of its incidents are resolved within the RTO',
    level: 'gold',
    weight: 2,
    // Counted first: without it stale facts would look like no incident at all.
    when: `${KNOWN} && has(tier.contract.rtoMinutes) && incidents.resolved90d > 0`,
    pass: 'incidents.medianTtrMinutes90d <= tier.contract.rtoMinutes',
    why: 'The tier promises how soon the service is back. Others plan with that time.',
    fix: 'Look on *Incidents* where the time goes: until it is detected, acknowledged or mitigated. Then repair that part (an alert, the rotation, a runbook, a fast way back), or change the tier.',
  }),
];
