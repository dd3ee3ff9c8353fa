import { manual, quarterly, steps, UP_TO_RANK_1, UP_TO_RANK_2 } from './item';

const asked = manual('objectives');

/** What was promised, and what is done when the promise is in danger. */
export const objectivesItems = [
  asked({
    id: 'objectives-agreed',
    title: 'Objectives are agreed with those who rely on the service',
    phase: 'design',
    required: UP_TO_RANK_2,
    weight: 3,
    evidence: 'required',
    expires: 'P1Y',
    why: 'Without an objective, "reliable enough" is decided by whoever complains loudest. One that its users never saw protects neither them nor the team.',
    how: steps(
      [
        'Take the one to three journeys that users would miss most, and an SLI for each: good events by all valid events.',
        'Set a target and a window; not below the objective of your tier, and not above what the dependencies can carry.',
        'Agree on them with the product owner and with the teams that call the service.',
      ],
      'the SLO definitions, and where they were agreed.',
    ),
  }),
  asked({
    id: 'budget-policy-written',
    title: 'It is written what happens when the error budget is spent',
    phase: 'design',
    required: UP_TO_RANK_1,
    evidence: 'required',
    expires: 'P1Y',
    why: 'In the week when the budget is gone, everybody has a feature that cannot wait. The decision holds only if it was made before.',
    how: steps(
      [
        'Write which changes still go out when the budget is spent, and which wait.',
        'Write who may decide otherwise, and how that is recorded.',
        'Have it signed by the person who decides on features, not by engineers alone.',
      ],
      'the policy with the names of those who agreed.',
    ),
  }),
  asked({
    id: 'slis-measured',
    title: 'Every SLI is measured where users feel it',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    weight: 2,
    evidence: 'required',
    expires: 'P1Y',
    why: 'A service that cannot be reached reports no errors of its own. The nearer to the user it is measured, the less goes missing.',
    how: steps(
      [
        'Measure at the load balancer, the gateway or the client rather than inside the process.',
        'Count timeouts and refused requests as bad; leave out health checks and load tests.',
        'Cause a failure in a test environment, and watch the SLI fall.',
      ],
      'the query of each SLI, and a graph with real or test traffic.',
    ),
  }),
  asked({
    id: 'alerts-on-symptoms',
    title: 'Pages are raised by what users feel',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    weight: 2,
    evidence: 'required',
    expires: 'P1Y',
    why: 'A page for a busy processor wakes people for nothing; a slow loss of the error budget that pages nobody costs the month. Burn rate tells the two apart.',
    how: steps(
      [
        'Page on the burn rate of the error budget, over a long and a short window; let slow burns open a ticket.',
        'Keep pages about causes only where they give time to act, such as a disk that fills or a certificate that ends.',
        'Alert when the data of an SLI is missing: silence is no success.',
        'Link the runbook and the dashboard in every page.',
      ],
      'the alert rules under version control.',
    ),
  }),
  asked({
    id: 'objectives-reviewed',
    title:
      'Objectives and alerts were reviewed against what users lived through',
    phase: 'live',
    required: UP_TO_RANK_1,
    evidence: 'required',
    expires: quarterly,
    why: 'A target that is always met by far, or never, steers nothing. Alerts pile up for every past incident, and nobody removes one unasked.',
    how: steps(
      [
        'Lay incidents and support requests beside the error budget of the same weeks: did the SLI see them?',
        'List every page since the last review with what was done about it; remove or mend those that needed no action.',
        'Tighten, loosen or keep each target, and say why.',
      ],
      'the notes of the review with its decisions.',
    ),
  }),
];
