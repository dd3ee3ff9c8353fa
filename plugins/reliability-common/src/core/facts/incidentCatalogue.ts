import { factIn, FactLine } from './factIn';
import { FactDefinition } from './facts';

/** The root of the facts about incidents. */
export const INCIDENTS = 'incidents';

/** What incidents say goes stale when the oldest of the accounts of a service was not read for this long. */
export const INCIDENT_FACT_TTL = 'PT6H';

const known: FactLine = [
  'known',
  'bool',
  'Whether anybody would know of an incident: an account is linked to the service, or it has had one, recorded here or reported.',
];

const counts: readonly FactLine[] = [
  ['open', 'int', 'Incidents that somebody still works on.', 'incidents'],
  [
    'unresolvedOver24h',
    'int',
    'Of those the ones that began more than 24 hours ago.',
    'incidents',
  ],
  [
    'total_90d',
    'int',
    'Incidents that began in the last 90 days (UTC). Here and below exercises, merged and declined ones are left out.',
    'incidents',
  ],
  ['sev1_90d', 'int', 'Of those the ones of severity 1.', 'incidents'],
  ['sev2_90d', 'int', 'Of those the ones of severity 2.', 'incidents'],
  [
    'resolved90d',
    'int',
    'Of those the ones whose time to restore is known.',
    'incidents',
  ],
  [
    'medianTtrMinutes90d',
    'double',
    'Median time from declared to the last resolve. Absent where none is resolved.',
    'minutes',
  ],
  [
    'ttrWorstMinutes90d',
    'double',
    'The longest of those times. Absent where none is resolved.',
    'minutes',
  ],
  [
    'impactMinutes90d',
    'double',
    'Minutes in which customers felt any of them, overlaps once. While one goes on, up to the last quarter of an hour.',
    'minutes',
  ],
  [
    'repeats90d',
    'int',
    'Of those the ones that are the same trouble as one resolved shortly before (`reliability.incidents.repeatWithin`).',
    'incidents',
  ],
  [
    'postmortemsRequired90d',
    'int',
    'Of those the ones for which a tier wants a postmortem.',
    'incidents',
  ],
  [
    'postmortemsOverdue',
    'int',
    'Postmortems, of any time, whose draft or publication is overdue.',
    'postmortems',
  ],
  [
    'followUpsOpen',
    'int',
    'Follow-ups, of any time, that are not done.',
    'follow-ups',
  ],
  [
    'followUpsOverdue',
    'int',
    'Of those the ones whose date has passed.',
    'follow-ups',
  ],
  [
    'daysSinceLast',
    'int',
    'Days (UTC) since the last incident began. Absent where there was none.',
    'days',
  ],
  [
    'noisePercent90d',
    'double',
    'Share of the pages that went away by themselves or that nobody acknowledged. Absent without pages.',
    'percent',
  ],
];

const lasting = factIn({ root: INCIDENTS });
const read = factIn({ root: INCIDENTS, ttl: INCIDENT_FACT_TTL });

/** Facts about incidents: whether anybody would know of one, which never goes stale, and what there were. */
export const incidentCatalogue: readonly FactDefinition[] = [
  lasting(...known),
  ...counts.map(line => read(...line)),
];
