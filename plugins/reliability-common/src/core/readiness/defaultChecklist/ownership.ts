import {
  automatic,
  manual,
  quarterly,
  steps,
  UP_TO_RANK_1,
  UP_TO_RANK_2,
} from './item';

const asked = manual('ownership');
const seen = automatic('ownership');

const pagingAnnotations = [
  'plimsoll.dev/oncall',
  'pagerduty.com/service-id',
  'pagerduty.com/integration-key',
  'opsgenie.com/team',
  'opsgenie.com/component-selector',
  'rootly.com/service-slug',
  'incident.io/component-selector',
  'grafana/alert-label-selector',
];

/** Who owns the service, and who is woken. */
export const ownershipItems = [
  seen({
    id: 'tier-declared',
    title: 'The tier is declared',
    phase: 'design',
    weight: 2,
    verify: 'tier.id != "untiered"',
    why: 'The tier decides what this checklist requires, which objective the service owes and how fast it must be back. While it is missing, every item that depends on the tier counts as required.',
    how: 'Add the annotation `plimsoll.dev/tier` to the entity. Ask what the company loses in the first hour without this service; the tiers and what they demand are on the *Standards* page.',
  }),
  seen({
    id: 'owned-by-team',
    title: 'A team in the catalog owns the service',
    phase: 'design',
    weight: 3,
    verify: 'entity.ownerKind == "group" && entity.ownerExists',
    why: 'Somebody must decide, pay and answer the page. One person takes holidays, and a team that left the catalog does not pick up.',
    how: 'Set `spec.owner` to a Group that exists in the catalog.',
  }),
  seen({
    id: 'described',
    title: 'The catalog says what the service does and where it belongs',
    phase: 'design',
    verify: 'size(entity.description) >= 20 && entity.system != ""',
    why: 'A responder from another team has a minute to understand what breaks when this breaks.',
    how: 'Write one or two sentences in `metadata.description`: what it does, and for whom. Set `spec.system`.',
  }),
  seen({
    id: 'pageable',
    title: 'The catalog says how the service is paged',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    weight: 3,
    verify: [
      'entity.links.alerts > 0',
      ...pagingAnnotations.map(name => `"${name}" in entity.annotations`),
    ].join(' || '),
    why: 'Other teams find out that it is broken before its owner does. They must not have to guess whom to wake.',
    how: 'Add the annotation of your paging tool, or a link of type `alerts` to its schedule.',
  }),
  asked({
    id: 'rotation-covers-tier',
    title:
      'The rotation has the cover, the people and the levels that the tier demands',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    weight: 2,
    evidence: 'required',
    expires: 'P90D',
    why: 'Three people cannot share a pager round the clock for long, and a single escalation level is one dead battery away from silence. Rotations shrink unnoticed when people move.',
    how: steps(
      [
        'Compare the rotation with the on-call part of your tier: hours covered, people who share it, escalation levels.',
        'Look for coverage gaps in the next four weeks, holidays included.',
        'Check that the last level ends with somebody who always answers.',
      ],
      'the rotation and its escalation policy in the paging tool.',
    ),
  }),
  asked({
    id: 'test-page-answered',
    title: 'A test page was acknowledged in the time that the tier allows',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    weight: 2,
    evidence: 'required',
    expires: quarterly,
    why: 'Between an alert rule and a person lie routing keys, phone settings and silent modes. Each of them has swallowed a page, and only a real one shows it.',
    how: steps(
      [
        'Raise an alert by the rule that would fire in earnest, at an hour the rotation covers; do not page by hand from the paging tool.',
        'Let the first level stay silent once, so that the escalation is tested too.',
        'Compare the time to acknowledge with that of your tier.',
      ],
      'the record of the test page with its times.',
    ),
  }),
  asked({
    id: 'oncall-load-bearable',
    title: 'The on-call load leaves time to rest and to mend causes',
    phase: 'live',
    required: UP_TO_RANK_1,
    evidence: 'required',
    expires: 'P90D',
    why: 'People who are woken every night answer slowly, mute alerts and leave. The load is an early sign of a service that carries more change than it can.',
    how: steps(
      [
        'Count pages per shift, and those outside working hours, over the last three months.',
        'Agree on a limit; two incidents per shift and one broken night a week are a common one.',
        'Where it is exceeded, name the three noisiest causes and who removes them by when.',
      ],
      'the count, and the follow-ups where the limit was exceeded.',
    ),
  }),
];
