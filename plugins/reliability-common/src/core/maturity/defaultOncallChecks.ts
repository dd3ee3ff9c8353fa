import { CheckDefinition } from './scorecard';

const check = (
  definition: Omit<CheckDefinition, 'dimension'>,
): CheckDefinition => ({ ...definition, dimension: 'on-call' });

/** Supporting services may have a rotation, but nobody is asked for one. */
const ASKED = 'tier.rank <= 2';

/** Without a rotation the answer is no, not unknown; members of a team are people to ask, not a rotation. */
const PLANNED = 'oncall.rotations > 0 && !oncall.membersOnly';

/** What the shipped scorecard asks of the on-call rotations of a service. */
export const oncallChecks: readonly CheckDefinition[] = [
  check({
    id: 'oncall-rotation',
    title: 'Has an on-call rotation',
    level: 'bronze',
    weight: 3,
    when: ASKED,
    pass: PLANNED,
    why: 'Whoever finds it broken must not first find out whom to call. The members of a team are many people of whom each may think that another looks.',
    fix: 'Name its schedule or escalation policy in an annotation on the service, its owning Group or its System: the one of your paging tool (for instance `pagerduty.com/service-id`), or `plimsoll.dev/oncall: <account>:<kind>:<id>`. *On-call* on this page says which references cannot be followed.',
  }),
  check({
    id: 'oncall-no-gaps',
    title: 'Somebody is on call whenever the tier wants it',
    level: 'silver',
    weight: 3,
    when: `${ASKED} && has(tier.contract.oncall.coverage) && tier.contract.oncall.coverage != "best-effort"`,
    pass: `${PLANNED} && oncall.requiredGapHours == 0.0`,
    why: 'A page in a gap reaches nobody, and the outage lasts until somebody happens to look.',
    fix: 'Open *On-call* on this page: the timeline shows each gap of the next 14 days. Add an override for it at your provider, then look why the schedule leaves it open: an empty layer, a handover that does not meet the next, or a person who left.',
  }),
  check({
    id: 'oncall-enough-people',
    title: 'Enough people share the pager',
    level: 'silver',
    weight: 2,
    when: `${ASKED} && has(tier.contract.oncall.minResponders)`,
    pass: 'oncall.rotations > 0 && oncall.responders >= tier.contract.oncall.minResponders',
    why: 'A pager shared by two is every other week of broken nights; one illness, and it is every week.',
    fix: 'Train more people of the team for the rotation (shadowing is a start), share one rotation with a team nearby, or lower the tier.',
  }),
  check({
    id: 'oncall-levels',
    title: 'A page that nobody takes goes to the next level',
    level: 'silver',
    weight: 2,
    when: `${ASKED} && has(tier.contract.oncall.minLevels) && tier.contract.oncall.minLevels > 1`,
    pass: 'oncall.rotations > 0 && oncall.levels >= tier.contract.oncall.minLevels',
    why: 'Phones are silent, batteries empty and people asleep. With one level that is enough for an outage that nobody works on.',
    fix: 'Add a second level to the escalation policy, with other people than the first, and name the policy in the annotation instead of a single schedule.',
  }),
  check({
    id: 'oncall-owner',
    title: 'The owner is who gets paged',
    level: 'gold',
    weight: 1,
    when: ASKED,
    pass: 'oncall.rotations > 0 && oncall.ownerMatches',
    why: 'Whoever is woken by it must be able to change it. Where others carry the pager, the owner does not feel what breaks.',
    fix: 'Correct `spec.owner`, or move the rotation to the owning team. If another team runs the service by agreement, ask for an exemption that says so.',
  }),
  check({
    id: 'oncall-people-known',
    title: 'Everybody on call is in the catalog',
    level: 'gold',
    weight: 1,
    when: ASKED,
    pass: 'oncall.rotations > 0 && oncall.responders > 0 && oncall.unknownPeople == 0 && oncall.leftPeople == 0',
    why: 'Somebody who left does not answer the phone. Somebody whom the catalog does not know cannot be matched with a team, a calendar or a chat.',
    fix: 'Take those who left off the rotation. For the others compare the e-mail address at the provider with `spec.profile.email` of the User in the catalog.',
  }),
];
