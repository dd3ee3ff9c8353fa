import {
  Incident,
  IncidentPerson,
  IncidentUpdate,
  LinkedChange,
  Provenance,
  StampName,
  stampNames,
} from './incident';

/** One event on the timeline of an incident. @public */
export interface TimelineEntry {
  /** Stable within the incident. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind:
    | 'stamp'
    | 'reopened'
    | 'update'
    | 'page'
    | 'engaged'
    | 'change';
  readonly stamp: StampName | null;
  readonly text: string;
  readonly from: Provenance;
  readonly person: IncidentPerson | null;
  readonly url: string | null;
}

/** A change that was pushed, beside an incident. @public */
export interface TimelineChange extends LinkedChange {
  readonly id: string;
  readonly at: number;
}

/** What stamps are called on a timeline. @public */
export const stampTitles: Readonly<Record<StampName, string>> = {
  impactStart: 'Impact began',
  detected: 'Detected',
  declared: 'Declared',
  acknowledged: 'Acknowledged',
  mitigated: 'Mitigated',
  impactEnd: 'Impact ended',
  resolved: 'Resolved',
  closed: 'Closed',
};

type Event = Omit<TimelineEntry, 'stamp' | 'person' | 'url'> &
  Partial<TimelineEntry>;

const entry = (event: Event): TimelineEntry => ({
  stamp: null,
  person: null,
  url: null,
  ...event,
});

function stampEntries({ stamps }: Incident): TimelineEntry[] {
  return stampNames.flatMap(name => {
    const stamp = stamps[name];
    if (!stamp) return [];
    return entry({
      id: `stamp:${name}`,
      at: stamp.at,
      kind: 'stamp',
      stamp: name,
      text: stampTitles[name],
      from: stamp.from,
    });
  });
}

const updateEntry =
  (from: Provenance, place: 'reported' | 'written') =>
  ({ id, at, text, by }: IncidentUpdate): TimelineEntry =>
    entry({
      id: `update:${place}:${id}`,
      at,
      kind: 'update',
      text,
      from,
      person: by ?? null,
    });

/** What stands first where two things happened at one time. */
const KINDS: readonly TimelineEntry['kind'][] = [
  'change',
  'page',
  'stamp',
  'reopened',
  'engaged',
  'update',
];

/**
 * All that is known to have happened, the oldest first: stamps, pages, people who joined, updates of the provider
 * and those written here, and changes beside it.
 *
 * @param updates - written here
 * @param changes - that were pushed, of the time that is wanted
 * @public
 */
export function incidentTimeline(
  incident: Incident,
  updates: readonly IncidentUpdate[] = [],
  changes: readonly TimelineChange[] = [],
): TimelineEntry[] {
  const said: Provenance =
    incident.provider === 'portal' ? 'person' : 'provider';
  const entries = [
    ...stampEntries(incident),
    ...incident.reopenedAt.map((at, index) =>
      entry({
        id: `reopened:${index}`,
        at,
        kind: 'reopened',
        text: 'Reopened',
        from: said,
      }),
    ),
    ...incident.updates.map(updateEntry(said, 'reported')),
    ...updates.map(updateEntry('person', 'written')),
    ...incident.pages.map(({ at, person }, index) =>
      entry({
        id: `page:${index}`,
        at,
        kind: 'page',
        text: 'Paged',
        from: said,
        person,
      }),
    ),
    ...incident.responders.flatMap(({ person, role, engagedAt }, index) =>
      engagedAt === undefined
        ? []
        : entry({
            id: `engaged:${index}`,
            at: engagedAt,
            kind: 'engaged',
            text: role ? `Joined as ${role}` : 'Joined',
            from: said,
            person,
          }),
    ),
    ...changes.map(({ id, at, title, url }) =>
      entry({
        id: `change:${id}`,
        at,
        kind: 'change',
        text: title,
        from: 'provider',
        url: url ?? null,
      }),
    ),
  ];
  return entries.sort(
    (a, b) => a.at - b.at || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
  );
}
