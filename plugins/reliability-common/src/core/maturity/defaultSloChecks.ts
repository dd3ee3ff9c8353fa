import { CheckDefinition } from './scorecard';

const check = (
  definition: Omit<CheckDefinition, 'dimension'>,
): CheckDefinition => ({ ...definition, dimension: 'objectives' });

/** Supporting services may have objectives, but nobody is asked for them. */
const ASKED = 'tier.rank <= 2';

/** What the shipped scorecard asks of the SLOs of a service. */
export const sloChecks: readonly CheckDefinition[] = [
  check({
    id: 'slo-with-data',
    title: 'Has an objective with data',
    level: 'bronze',
    weight: 3,
    when: ASKED,
    pass: 'slo.withData > 0',
    why: 'Without an objective every outage is a matter of opinion, and so is every calm month.',
    fix: 'Write an SLO beside the code, name its file in the annotation `plimsoll.dev/slo`, and look at *SLOs* on this page: it says what is missing, wrong, or measured over too little time.',
  }),
  check({
    id: 'slo-target-meets-tier',
    title: 'An objective meets the target of the tier',
    level: 'silver',
    weight: 2,
    when: `${ASKED} && has(tier.contract.sloTarget)`,
    pass: 'slo.tierTargetMet',
    why: 'Other services and customers rely on what the tier promises. A lower objective is a promise that nobody keeps.',
    fix: 'Raise the target of the SLO that stands for availability to that of the tier, or change the tier. A trial run on *SLOs* shows what the last weeks would have reached.',
  }),
  check({
    id: 'slo-budget-left',
    title: 'No error budget is overspent',
    level: 'silver',
    weight: 3,
    when: ASKED,
    pass: 'slo.withData > 0 && slo.breached == 0',
    why: 'An overspent budget means that users had more failures than the team agreed to. The next change is likelier to add to them than to help.',
    fix: 'Open *SLOs* on this page: it shows what spent the budget and when it is back. Until then put reliability before features, or agree on another target.',
  }),
  check({
    id: 'slo-alerts-routed',
    title: 'Every alert on an objective reaches somebody',
    level: 'silver',
    weight: 1,
    when: ASKED,
    pass: 'slo.count > 0 && slo.unrouted == 0',
    why: 'A budget that burns at night is noticed by whoever is told of it, or by the customers.',
    fix: 'Name an alert policy with a notification target in each SLO, or `routes` in the short form.',
  }),
  check({
    id: 'slo-reviewed',
    title: 'Objectives are reviewed as often as the tier demands',
    level: 'gold',
    weight: 1,
    when: `${ASKED} && has(tier.contract.reviewEveryDays)`,
    pass: 'slo.count > 0 && slo.unreviewed == 0 && double(slo.reviewedDaysAgo) <= tier.contract.reviewEveryDays',
    why: 'Traffic, users and dependencies change. An objective that nobody looked at for a year measures the service of last year.',
    fix: 'Look at target, window and queries with the people who use the service, then set `plimsoll.dev/reviewed-on` to the date.',
  }),
];
