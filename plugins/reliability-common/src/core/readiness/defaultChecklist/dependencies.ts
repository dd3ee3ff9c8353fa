import {
  automatic,
  halfYearly,
  manual,
  RANK_0,
  steps,
  UP_TO_RANK_1,
  UP_TO_RANK_2,
} from './item';

const asked = manual('dependencies');
const seen = automatic('dependencies');

/** What it needs, and what it does without. */
export const dependenciesItems = [
  seen({
    id: 'dependencies-declared',
    title: 'Its dependencies are declared in the catalog',
    phase: 'design',
    required: UP_TO_RANK_2,
    weight: 2,
    verify:
      'entity.dependencies + entity.consumedApis > 0 || "no-dependencies" in entity.tags',
    why: 'The blast radius of a failure, and the best availability that can be promised, follow from the dependencies.',
    how: 'List them in `spec.dependsOn` and `spec.consumesApis`. Tag the entity `no-dependencies` where there really are none.',
  }),
  asked({
    id: 'dependencies-strong-enough',
    title: 'No hard dependency promises less than this service must',
    phase: 'design',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    expires: 'P1Y',
    why: 'A service is no more available than the product of what it cannot do without. A critical service on top of a supporting one is critical in name only.',
    how: steps(
      [
        'Sort the dependencies into hard (without it, users get nothing) and soft.',
        'Compare the objective, RTO, RPO and on-call cover of each hard one with those of your tier; include providers, DNS, sign-in and the platform.',
        'For each that falls short: make it soft, raise it together with its owner, or lower your objective.',
      ],
      'the table of dependencies with their objectives, and what was decided.',
    ),
  }),
  asked({
    id: 'failure-modes-written',
    title: 'It is written how each part fails and what users then see',
    phase: 'design',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    expires: 'P1Y',
    why: 'Failures that were thought through become a reduced page; those that were not become an outage. Slow and wrong replies do more harm than none.',
    how: steps(
      [
        'For every hard dependency and every part of your own: absent, slow, wrong, full, and back again with everybody waiting.',
        'Write what users see, how it is noticed, and what limits the harm.',
        'Look for one part that everything shares: a zone, a cluster, a certificate, a configuration, a person.',
        'Check that the service can start while its dependencies are down.',
      ],
      'the list of failure modes in the design document.',
    ),
  }),
  asked({
    id: 'calls-bounded',
    title: 'Every remote call has a timeout, and retries are few and harmless',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    weight: 2,
    why: 'One slow dependency holds every thread of a service that waits for ever. Retries on three floors turn one failure into twenty-seven requests.',
    how: steps(
      [
        'Set a timeout on every call, databases and queues included, shorter than the one of the caller.',
        'Retry on one floor only, with backoff, jitter and a budget; stop calling what keeps failing.',
        'Retry only what may happen twice: give writes a key by which a repetition is recognised.',
        'Park messages that fail again and again, and alert on them.',
      ],
      'the client configuration, or the test that makes a dependency hang.',
    ),
  }),
  asked({
    id: 'probes-honest',
    title: 'Health checks take out a broken instance and nothing else',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    why: 'A liveness check that asks the database restarts every instance when the database is slow. A readiness check that always says yes sends users to one that cannot answer.',
    how: steps(
      [
        'Let liveness look at the process alone, and readiness at what this instance needs to serve.',
        'Finish requests in flight before stopping, and accept none before warm.',
        'Take a shared dependency away in a test environment: no instance may restart.',
      ],
      'the configuration of the checks, and the result of that test.',
    ),
  }),
  asked({
    id: 'instance-loss-survived',
    title:
      'Losing any one instance or zone was tried and users noticed nothing',
    phase: 'pre-production',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    expires: halfYearly,
    why: 'Machines and zones fail as a matter of course. Two instances on one machine are one, and a standby that was never used is a hope.',
    how: steps(
      [
        'Spread instances and data over at least two zones, with room for the load of the one that is lost.',
        'Stop an instance, then a zone, then the leader of each data store, under load.',
        'Compare errors and latency during the loss with the objectives.',
      ],
      'the record of the loss with the SLI over the same time.',
    ),
  }),
  asked({
    id: 'dependency-failure-exercised',
    title:
      'A dependency was made to fail on purpose, and the service did as designed',
    phase: 'live',
    required: RANK_0,
    weight: 2,
    evidence: 'required',
    expires: halfYearly,
    why: 'Fallbacks are the least used code of a service, and age with every change around them. Better to learn it on a Tuesday morning.',
    how: steps(
      [
        'Choose a failure mode from the list, agree on a time and on the point at which you stop.',
        'Inject latency first, then errors, then absence, for a share of the traffic.',
        'Let the rotation respond as in earnest: was it paged, did the runbook help?',
        'Turn what surprised you into follow-ups.',
      ],
      'the notes of the exercise, the SLI over its time, and the follow-ups.',
    ),
  }),
];
