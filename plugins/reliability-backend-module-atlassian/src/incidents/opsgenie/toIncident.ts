import {
  IncidentPerson,
  IncidentStatus,
  IncidentSubject,
  IncidentUpdate,
  ReportedIncident,
  Responder,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  reportedStamps,
  timeOf,
  webAddress,
} from '@plimsoll/backstage-plugin-reliability-node';
import { personOfName } from '../../people';
import { EntryAnswer, IncidentAnswer } from './answers';

export const KINDS = ['service', 'tag'] as const;

const STATUSES: Readonly<Record<string, IncidentStatus>> = {
  open: 'open',
  resolved: 'resolved',
  closed: 'closed',
};

/** What is known beside the incident itself. */
export interface IncidentContext {
  /** What happened to it; undefined: that cannot be read. */
  readonly entries: readonly EntryAnswer[] | undefined;
  /** Names of services, by their ids. */
  readonly services: ReadonlyMap<string, string>;
  /** Tags that begin so name services. */
  readonly serviceTags: string;
  /** Stands in for a time of change that is not told; milliseconds since the epoch. */
  readonly now: number;
}

interface Event {
  readonly type: string;
  readonly at: number;
  readonly entry: EntryAnswer;
}

const eventsOf = (entries: readonly EntryAnswer[]): Event[] =>
  entries
    .flatMap(entry => {
      const at = timeOf(entry.eventTime);
      if (!entry.type || at === undefined || entry.hidden) return [];
      return [{ type: entry.type.toLowerCase(), at, entry }];
    })
    .sort((a, b) => a.at - b.at);

const lastOf = (
  events: readonly Event[],
  type: string,
  since: number,
): number | undefined =>
  events.filter(event => event.type === type && event.at >= since).pop()?.at;

/** Times at which an incident went on that had been over. */
function reopenings(events: readonly Event[]): number[] {
  let isOver = false;
  return events.flatMap(({ type, at }) => {
    const again = isOver && type === 'incidentreopened';
    if (again) isOver = false;
    if (['incidentresolved', 'incidentclosed'].includes(type)) isOver = true;
    return again ? [at] : [];
  });
}

function personOf({ entry }: Event): IncidentPerson | undefined {
  const { name, type } = entry.actor ?? {};
  if (type && type.toLowerCase() !== 'user') return undefined;
  return personOfName(name, name);
}

function respondersOf(events: readonly Event[]): Responder[] {
  const byId = new Map<string, Responder>();
  for (const event of events) {
    const person = personOf(event);
    const answered = event.type === 'responderalertacked';
    if (answered && person && !byId.has(person.id)) {
      byId.set(person.id, { person, engagedAt: event.at });
    }
  }
  return [...byId.values()];
}

const UPDATES: Readonly<Record<string, IncidentStatus>> = {
  incidentresolved: 'resolved',
  incidentclosed: 'closed',
  incidentreopened: 'open',
};

const updatesOf = (events: readonly Event[]): IncidentUpdate[] =>
  events.flatMap(event => {
    const text = event.entry.description?.content;
    if (!text) return [];
    const status = UPDATES[event.type];
    const by = personOf(event);
    return [
      {
        id: event.entry.id ?? `${event.type}-${event.at}`,
        at: event.at,
        text,
        ...(status && { status }),
        ...(by && { by }),
      },
    ];
  });

const texts = (list: IncidentAnswer['tags']): string[] => [
  ...new Set((list ?? []).flatMap(text => text ?? [])),
];

/** Services that an incident names by their ids, and by tags. */
const subjectsOf = (
  { impactedServices, tags }: IncidentAnswer,
  { services, serviceTags }: IncidentContext,
): IncidentSubject[] => [
  ...texts(impactedServices).map(id => {
    const label = services.get(id);
    return { kind: 'service', id, ...(label && { label }) };
  }),
  ...texts(tags)
    .filter(tag => tag.startsWith(serviceTags) && tag !== serviceTags)
    .map(id => ({ kind: 'tag', id, label: id.slice(serviceTags.length) })),
];

/** An incident as this account tells it. */
export function toIncident(
  incident: IncidentAnswer,
  context: IncidentContext,
): ReportedIncident {
  const status = STATUSES[incident.status ?? ''] ?? 'open';
  const events = eventsOf(context.entries ?? []);
  const isOver = status !== 'open';
  const reopenedAt = reopenings(events);
  const since = reopenedAt[reopenedAt.length - 1] ?? -Infinity;
  const endOf = (type: string) =>
    isOver ? lastOf(events, type, since) : undefined;
  const createdAt = timeOf(incident.createdAt);
  const url = webAddress(incident.links?.web);
  return {
    externalId: incident.id,
    ...(incident.tinyId && { reference: `#${incident.tinyId}` }),
    ...(url && { url }),
    title: incident.message ?? 'An incident without a title',
    ...(incident.description && { summary: incident.description }),
    updatedAt: timeOf(incident.updatedAt) ?? createdAt ?? context.now,
    status,
    severity: incident.priority ?? null,
    stamps: reportedStamps({
      impactStart: timeOf(incident.impactStartDate),
      declared: createdAt,
      acknowledged: events.find(({ type }) => type === 'responderalertacked')
        ?.at,
      impactEnd: timeOf(incident.impactEndDate),
      resolved: endOf('incidentresolved'),
      closed: endOf('incidentclosed'),
    }),
    reopenedAt,
    isTest: false,
    isPrivate: false,
    customerImpact: null,
    subjects: subjectsOf(incident, context),
    entityRefs: [],
    responders: respondersOf(events),
    pages: [],
    updates: updatesOf(events),
    postmortems: [],
    followUps: [],
  };
}
