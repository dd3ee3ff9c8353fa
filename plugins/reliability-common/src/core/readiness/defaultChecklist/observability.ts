import {
  automatic,
  manual,
  RANK_0,
  steps,
  UP_TO_RANK_1,
  UP_TO_RANK_2,
} from './item';

const asked = manual('observability');
const seen = automatic('observability');

/** Whether somebody can see from outside what happens inside. */
export const observabilityItems = [
  seen({
    id: 'dashboard-linked',
    title: 'A dashboard is linked in the catalog',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    verify: 'entity.links.dashboard > 0',
    why: 'Is it broken, and since when? A responder who never saw the service must find the answer in one click.',
    how: 'Add a link of type `dashboard` to `metadata.links`.',
  }),
  asked({
    id: 'golden-signals-shown',
    title:
      'The dashboard shows traffic, errors, latency, saturation and releases',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    weight: 2,
    evidence: 'required',
    why: 'Most incidents begin with a change, and most first questions are about these five. A dashboard that shows all but one sends the responder searching.',
    how: steps(
      [
        'Show each signal on the first screen, latency as percentiles rather than as a mean.',
        'Show the same for every hard dependency, as the service sees it.',
        'Mark releases, configuration changes and feature switches on the time axis.',
        'Allow a split by version, region and caller.',
      ],
      'the dashboard with traffic on it.',
    ),
  }),
  asked({
    id: 'logs-searchable',
    title: 'Logs of all instances are searched in one place',
    phase: 'pre-production',
    why: 'Logs on a machine die with the machine, mostly in the minute that matters. A log that holds passwords or personal data is an incident of its own.',
    how: steps(
      [
        'Write structured logs with time, severity, version and a request id that also goes to the dependencies.',
        'Ship them off the machine, and keep them at least as long as the window of the objectives.',
        'Search a day of them for secrets and personal data.',
      ],
      'a saved search that finds one request from its first line to its last.',
    ),
  }),
  asked({
    id: 'requests-traced',
    title: 'A request can be followed through every service that it touches',
    phase: 'pre-production',
    required: RANK_0,
    why: 'When three teams each see a healthy dashboard, only the path of one slow request tells where its time went.',
    how: steps(
      [
        'Pass the trace context on, also through queues and scheduled work.',
        'Keep all traces of failed and slow requests, whatever the sampling rate.',
        'Check that a trace in production reaches from the entry to the database.',
      ],
      'a trace of a real request.',
    ),
  }),
  asked({
    id: 'probed-from-outside',
    title: 'A probe from outside walks the most important journey',
    phase: 'pre-production',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    why: 'DNS, certificates and gateways fail before a request reaches anything that the service measures. At night, with no traffic, a probe is the only user there is.',
    how: steps(
      [
        'Run the journey every minute from at least two places outside your own network.',
        'Use an account of its own, so that probes neither distort the SLI nor sell anything.',
        'Page when several places fail at once, and when the probe itself stops.',
      ],
      'the history of the probe.',
    ),
  }),
];
