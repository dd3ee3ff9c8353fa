import {
  halfYearly,
  manual,
  quarterly,
  RANK_0,
  steps,
  UP_TO_RANK_1,
  UP_TO_RANK_2,
} from './item';

const asked = manual('capacity');

/** How much it can carry. */
export const capacityItems = [
  asked({
    id: 'demand-forecast',
    title: 'Expected load, peaks and growth are written down',
    phase: 'design',
    required: UP_TO_RANK_2,
    evidence: 'required',
    expires: halfYearly,
    why: 'Capacity cannot be right for a load that nobody named. Peaks with a date, such as a campaign or the end of a month, are known long before they hurt.',
    how: steps(
      [
        'Write the usual and the peak load per journey, as requests, jobs and stored data, and the growth in a year.',
        'List the peaks with a date, and who announces new ones.',
        'Say what happens at twice the peak.',
      ],
      'the forecast, and the numbers that it comes from.',
    ),
  }),
  asked({
    id: 'limits-set',
    title: 'Memory, processor, connections, queues and storage have limits',
    phase: 'pre-production',
    expires: 'P1Y',
    why: 'Something without a limit takes its neighbours down with it, and the first to fall is seldom the one at fault.',
    how: steps(
      [
        'Set requests and limits from measured use, not from a template.',
        'Bound connection pools, thread pools, caches, queues, uploads and the result size of queries.',
        'Alert well before a disk, a quota or a table of numbered ids is full.',
      ],
      'the configuration with the limits.',
    ),
  }),
  asked({
    id: 'load-tested',
    title: 'A load test held the expected peak with room to spare',
    phase: 'pre-production',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    expires: halfYearly,
    why: 'Systems do not slow down evenly: they hold, and then they fall. Where that point lies is found by a test or by an outage.',
    how: steps(
      [
        'Use a mix of requests and an amount of data like those of production.',
        'Hold the peak of the forecast within the objectives for an hour, with one instance or zone missing.',
        'Go on until it breaks; write down what broke first, and whether it recovered by itself.',
        'Raise the load as fast as the worst peak does, to see whether scaling keeps up.',
      ],
      'the report: load, latency, errors, the point at which it broke and the version tested.',
    ),
  }),
  asked({
    id: 'overload-refused',
    title: 'Load beyond the limit is refused early instead of queued',
    phase: 'pre-production',
    required: RANK_0,
    why: 'A service that accepts everything answers nobody: each request waits until its caller has given up and asks again.',
    how: steps(
      [
        'Bound what is worked on at once, and refuse the rest quickly, with a reply that tells callers when to return.',
        'Give each caller its own limit, so that one cannot starve the others.',
        'Decide which requests go first when not all can.',
      ],
      'the part of the load test beyond the limit: what was accepted kept its latency.',
    ),
  }),
  asked({
    id: 'headroom-reviewed',
    title: 'Load, room to spare and quotas were compared with the forecast',
    phase: 'live',
    required: UP_TO_RANK_1,
    evidence: 'required',
    expires: quarterly,
    why: 'Growth is slow until it meets a quota that takes a week to raise. Scaling hides it until the last step, which does not come.',
    how: steps(
      [
        'Compare the measured peaks with the forecast, and correct the forecast.',
        'List the quotas and rate limits of the platform and of each provider, with the share in use at peak.',
        'Order what will be short before the next review now.',
      ],
      'the comparison, and the date at which each resource runs out.',
    ),
  }),
];
