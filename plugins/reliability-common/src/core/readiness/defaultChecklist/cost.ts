import { manual, NOBODY, steps, UP_TO_RANK_1, UP_TO_RANK_2 } from './item';

const asked = manual('cost');

/** What it costs, and who knows. */
export const costItems = [
  asked({
    id: 'cost-planned',
    title: 'The expected cost is written down and somebody answers for it',
    phase: 'design',
    required: UP_TO_RANK_1,
    expires: 'P1Y',
    why: 'Zones, replicas and retention are bought with money. A design whose price nobody named is cut back in a hurry, mostly where reliability was.',
    how: steps(
      [
        'Estimate the cost at launch and at the load of the forecast in a year, telemetry and traffic included.',
        'Write what the reliability of your tier adds, so that it is decided rather than found.',
        'Name who answers for the budget.',
      ],
      'the estimate and the name.',
    ),
  }),
  asked({
    id: 'cost-watched',
    title: 'Its cost can be told apart, and a jump is noticed within days',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    expires: 'P1Y',
    why: 'A loop, a forgotten test or a stolen key shows in the bill first. A month later it shows in the budget.',
    how: steps(
      [
        'Tag every resource with the service and its owner.',
        'Alert the team on the daily cost when it leaves its usual range.',
        'Bound what scales by itself at a sum that you can bear.',
      ],
      'the cost of the service by day, with the alert.',
    ),
  }),
  asked({
    id: 'cost-reviewed',
    title: 'Cost was compared with use, and what lies idle was removed',
    phase: 'live',
    required: NOBODY,
    expires: 'P180D',
    why: 'What is idle still has to be patched, watched and explained. Cost per request also shows a growing inefficiency before users feel it.',
    how: steps(
      [
        'Compare the cost per request or customer with the last review.',
        'Remove idle instances, old snapshots, unused telemetry and test environments.',
        'Keep the room that the tier needs: spare capacity for the loss of a zone is not idle.',
      ],
      'the comparison and what was removed.',
    ),
  }),
];
