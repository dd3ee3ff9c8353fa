import { incidentChecks } from './defaultIncidentChecks';
import { oncallChecks } from './defaultOncallChecks';
import { READ_CHECKLIST, readinessChecks } from './defaultReadinessChecks';
import { sloChecks } from './defaultSloChecks';
import { CheckDefinition, ScorecardDefinition } from './scorecard';

const check = (
  definition: Omit<CheckDefinition, 'weight'> & { weight?: number },
): CheckDefinition => ({ weight: 1, ...definition });

const bronze: CheckDefinition[] = [
  check({
    id: 'tier-declared',
    title: 'Tier is declared',
    level: 'bronze',
    dimension: 'ownership',
    weight: 2,
    pass: 'tier.id != "untiered"',
    why: 'The tier decides which objectives, on-call cover and reviews a service owes. Without it nobody can say what is good enough.',
    fix: 'Add the annotation `plimsoll.dev/tier` to the entity, for instance `plimsoll.dev/tier: tier-2`. The tiers and what they demand are on the *Standards* page.',
  }),
  check({
    id: 'owner-exists',
    title: 'A team in the catalog owns it',
    level: 'bronze',
    dimension: 'ownership',
    weight: 3,
    pass: 'entity.ownerKind == "group" && entity.ownerExists',
    why: 'A page must reach a team. An owner that left the catalog, or one person alone, is no owner at three in the morning.',
    fix: 'Set `spec.owner` to a Group that exists in the catalog.',
  }),
  check({
    id: 'described',
    title: 'Description says what it does',
    level: 'bronze',
    dimension: 'documentation',
    pass: 'size(entity.description) >= 20',
    why: 'Somebody from another team must understand within a minute what breaks when this breaks.',
    fix: 'Write one or two sentences in `metadata.description`: what it does, and for whom.',
  }),
  check({
    id: 'lifecycle-set',
    title: 'Lifecycle is set',
    level: 'bronze',
    dimension: 'ownership',
    pass: 'entity.lifecycle != ""',
    why: 'Experiments and retired services are run by other rules than production.',
    fix: 'Set `spec.lifecycle` to `experimental`, `production` or `deprecated`.',
  }),
  check({
    id: 'source-linked',
    title: 'Source code can be found',
    level: 'bronze',
    dimension: 'documentation',
    pass: 'entity.sourceUrl != "" || entity.links.repository > 0',
    why: 'Whoever has to roll back or patch must find the code without asking.',
    fix: 'Register the entity from its repository, or set `backstage.io/source-location`.',
  }),
];

const silver: CheckDefinition[] = [
  check({
    id: 'part-of-system',
    title: 'Belongs to a system',
    level: 'silver',
    dimension: 'architecture',
    pass: 'entity.system != ""',
    why: 'Incidents are felt by systems, not by single services.',
    fix: 'Set `spec.system` to the system that it is part of.',
  }),
  check({
    id: 'runbook',
    title: 'Runbook is linked',
    level: 'silver',
    dimension: 'response',
    weight: 3,
    pass: 'entity.links.runbook > 0',
    why: 'A responder who never saw this service needs the first five steps in writing.',
    fix: 'Add a link of type `runbook` to `metadata.links`.',
  }),
  check({
    id: 'dashboard',
    title: 'Dashboard is linked',
    level: 'silver',
    dimension: 'observability',
    weight: 2,
    pass: 'entity.links.dashboard > 0',
    why: 'Is it broken, and since when? The answer must be one click away.',
    fix: 'Add a link of type `dashboard` to `metadata.links`.',
  }),
  check({
    id: 'docs',
    title: 'Documentation is linked',
    level: 'silver',
    dimension: 'documentation',
    pass: 'entity.links.docs > 0',
    why: 'New people and other teams learn from it; so does the next owner.',
    fix: 'Add TechDocs (`backstage.io/techdocs-ref`) or a link of type `docs`.',
  }),
  check({
    id: 'pageable',
    title: 'Somebody can be paged',
    level: 'silver',
    dimension: 'response',
    weight: 3,
    when: 'tier.rank <= 2',
    pass: [
      'entity.links.alerts > 0',
      '"plimsoll.dev/oncall" in entity.annotations',
      '"pagerduty.com/service-id" in entity.annotations',
      '"pagerduty.com/integration-key" in entity.annotations',
      '"opsgenie.com/team" in entity.annotations',
      '"opsgenie.com/component-selector" in entity.annotations',
      '"rootly.com/service-slug" in entity.annotations',
      '"incident.io/component-selector" in entity.annotations',
      '"grafana/alert-label-selector" in entity.annotations',
      // The owner or the system may name the rotation instead.
      '(oncall.rotations > 0 && !oncall.membersOnly)',
    ].join(' || '),
    why: 'The tier promises a recovery time. Nobody recovers what nobody is told about.',
    fix: 'Add the annotation of your paging tool (for instance `pagerduty.com/service-id`), name a rotation in `plimsoll.dev/oncall`, or add a link of type `alerts`.',
  }),
];

const gold: CheckDefinition[] = [
  check({
    id: 'support-channel',
    title: 'Support channel is linked',
    level: 'gold',
    dimension: 'response',
    pass: 'entity.links.chat > 0',
    why: 'In an incident the teams around this service need one place to talk to its people.',
    fix: 'Add a link of type `chat` or `support` to `metadata.links`.',
  }),
  check({
    id: 'dependencies-declared',
    title: 'Dependencies are declared',
    level: 'gold',
    dimension: 'architecture',
    weight: 2,
    pass: 'entity.dependencies + entity.consumedApis > 0 || "no-dependencies" in entity.tags',
    why: 'The blast radius of a failure, and the best availability that can be promised, follow from the dependencies.',
    fix: 'List them in `spec.dependsOn` and `spec.consumesApis`; tag the entity `no-dependencies` where there really are none.',
  }),
  check({
    id: 'domain-known',
    title: 'Its system belongs to a domain',
    level: 'gold',
    dimension: 'architecture',
    pass: 'entity.domain != ""',
    why: 'Reliability is planned and paid for by domain.',
    fix: 'Set `spec.domain` on the system.',
  }),
  check({
    id: 'logs',
    title: 'Logs are linked',
    level: 'gold',
    dimension: 'observability',
    when: 'tier.rank <= 1',
    pass: 'entity.links.logs > 0',
    why: 'For the most critical services the way from an alert to the failing request must be short.',
    fix: 'Add a link of type `logs` to `metadata.links`.',
  }),
  check({
    id: 'not-experimental',
    title: 'Critical services are in production',
    level: 'gold',
    dimension: 'ownership',
    when: 'tier.rank <= 1',
    pass: 'entity.lifecycle == "production"',
    why: 'An experiment, or something on its way out, should not carry the company.',
    fix: 'Correct the lifecycle, lower the tier, or finish the migration.',
  }),
];

/**
 * The scorecard that ships: what the catalog, the SLOs, the on-call rotations, the incidents and the readiness
 * checklist tell about a service.
 *
 * @public
 */
export const defaultScorecard: ScorecardDefinition = {
  id: 'reliability',
  title: 'Reliability maturity',
  description:
    'Can this service be found, understood and repaired by people who did not write it?',
  levels: [
    {
      id: 'bronze',
      name: 'Bronze',
      description: 'Known: somebody owns it and says what it is.',
    },
    {
      id: 'silver',
      name: 'Silver',
      description: 'Operable: a responder finds what they need.',
    },
    {
      id: 'gold',
      name: 'Gold',
      description: 'Understood: its place among other services is known.',
    },
  ],
  checks: [
    ...bronze,
    ...silver,
    ...gold,
    ...sloChecks,
    ...oncallChecks,
    ...incidentChecks,
    ...readinessChecks,
  ],
};

/**
 * The same without the checks that read a checklist which is not in force.
 *
 * @public
 */
export function defaultScorecardFor(
  checklistIds: readonly string[],
): ScorecardDefinition {
  return checklistIds.includes(READ_CHECKLIST)
    ? defaultScorecard
    : {
        ...defaultScorecard,
        checks: defaultScorecard.checks.filter(
          candidate => !readinessChecks.includes(candidate),
        ),
      };
}
