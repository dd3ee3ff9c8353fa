import {
  EditableField,
  editableFields,
  Incident,
  incidentFigures,
  incidentId,
  IncidentPerson,
  IncidentResponse,
  IncidentSpend,
  incidentTimeline,
  IncidentUpdate,
  StampName,
  stampNames,
  TimelineChange,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoOrNull, isoTime } from '../database/dates';
import { PeopleOfIncidents } from '../maturity/IncidentPeople';
import { StoredChange } from './ChangeStore';
import { StoredIncident } from './incidentRow';
import { TitledSpend } from './ledger/SpendStore';
import { SOMEBODY } from './shownNames';
import { StoredUpdate } from './UpdateStore';

/** What a reader may see of an incident. */
interface Reader {
  readonly people: PeopleOfIncidents;
  /** References of its services. */
  readonly refs: readonly string[];
}

/** The user of a reference, as far as the reference tells. */
export const personOf = (entityRef: string): IncidentPerson => ({
  id: entityRef,
  name: entityRef.replace(/^user:(default\/)?/, ''),
  entityRef,
});

/** What was written here, with who wrote it. */
export const toUpdate = ({
  id,
  at,
  text,
  status,
  by,
}: StoredUpdate): IncidentUpdate => ({
  id,
  at,
  text,
  ...(status && { status }),
  ...(by && { by: personOf(by) }),
});

/** Everybody whom an incident and its updates name. */
export const peopleIn = (
  { responders, pages, updates }: Incident,
  written: readonly IncidentUpdate[],
): IncidentPerson[] => [
  ...responders.map(({ person }) => person),
  ...pages.flatMap(({ person }) => person ?? []),
  ...[...updates, ...written].flatMap(({ by }) => by ?? []),
];

/** A pushed change as a mark. */
export const presentChange = (
  change: StoredChange,
): IncidentResponse['nearbyChanges'][number] => ({
  id: `${change.source}:${change.id}`,
  at: isoTime(change.at),
  kind: change.kind,
  title: change.title,
  url: change.url,
  entityRef: change.entityRef,
});

export const toTimelineChange = (change: StoredChange): TimelineChange => ({
  id: `${change.source}:${change.id}:${change.entityRef}`,
  at: change.at,
  title: change.title,
  ...(change.url !== null && { url: change.url }),
});

/** What an incident took out of a budget; undefined: it was not measured yet. */
export const presentSpend = (spend: TitledSpend): IncidentSpend | undefined =>
  spend.measuredAt === undefined
    ? undefined
    : {
        sloId: spend.sloId,
        sloTitle: spend.sloTitle,
        objectiveId: spend.objectiveId,
        entityRef: spend.entityRef,
        from: isoTime(spend.from),
        to: isoTime(spend.to),
        bad: spend.bad,
        total: spend.total,
        share: spend.share,
        measuredAt: isoTime(spend.measuredAt),
        final: spend.final,
      };

const isStamp = (field: EditableField): field is StampName =>
  (stampNames as readonly string[]).includes(field);

/** What the provider says of a field that a person set, in the form of a request. */
function reportedValue(
  { reported }: StoredIncident,
  field: EditableField,
): unknown {
  if (isStamp(field)) return isoOrNull(reported.stamps[field]?.at);
  return reported[field] ?? null;
}

const editValue = (field: EditableField, value: unknown): unknown =>
  isStamp(field) && typeof value === 'number' ? isoTime(value) : value;

/** Of services those that the reader may see; everything else as it is. */
const seenValue = (
  field: EditableField,
  value: unknown,
  refs: readonly string[],
): unknown =>
  field === 'entityRefs' && Array.isArray(value)
    ? value.filter(ref => refs.includes(ref))
    : value;

function presentEdits(
  stored: StoredIncident,
  { edited }: Incident,
  { people, refs }: Reader,
): IncidentResponse['edits'] {
  return editableFields.flatMap(field => {
    const edit = stored.edits[field];
    if (!edit || !edited.includes(field)) return [];
    return {
      field,
      reported: seenValue(field, reportedValue(stored, field), refs),
      value: seenValue(field, editValue(field, edit.value), refs),
      by: people.hidden ? SOMEBODY : edit.by,
      at: isoTime(edit.at),
    };
  });
}

/** What happened, the oldest first, with people as the reader may see them. */
export const presentTimeline = (
  incident: Incident,
  written: readonly IncidentUpdate[],
  changes: readonly StoredChange[],
  people: PeopleOfIncidents,
): IncidentResponse['timeline'] =>
  incidentTimeline(incident, written, changes.map(toTimelineChange)).map(
    ({ at, person, ...entry }) => ({
      ...entry,
      at: isoTime(at),
      person: person && people.present(person),
    }),
  );

/** What the page of an incident shows beside what its line in a list does. */
export const presentBody = (
  stored: StoredIncident,
  incident: Incident,
  { people, refs }: Reader,
): Pick<
  IncidentResponse,
  | 'summary'
  | 'cause'
  | 'change'
  | 'stamps'
  | 'figures'
  | 'mergedInto'
  | 'responders'
  | 'edits'
  | 'namesHidden'
> => ({
  summary: incident.summary ?? '',
  cause: incident.cause ?? null,
  change: incident.change
    ? { title: incident.change.title, url: incident.change.url ?? null }
    : null,
  stamps: Object.fromEntries(
    Object.entries(incident.stamps).map(([name, { at, from }]) => [
      name,
      { at: isoTime(at), from },
    ]),
  ),
  figures: { ...incidentFigures(incident) },
  mergedInto: incident.mergedInto
    ? incidentId(incident.account, incident.mergedInto)
    : null,
  responders: incident.responders.map(({ person, role, engagedAt }) => ({
    person: people.present(person),
    role: role ?? null,
    engagedAt: isoOrNull(engagedAt),
  })),
  edits: presentEdits(stored, incident, { people, refs }),
  namesHidden: people.hidden,
});
