import { ConflictError, InputError } from '@backstage/errors';
import {
  canonicalJson,
  EditableField,
  editableFields,
  FieldEdit,
  Incident,
  IncidentEdits,
  IncidentStatus,
  incidentId,
  isOpen,
  patchIncidentRequestSchema,
  PORTAL_ACCOUNT,
  ReportedIncident,
  StampName,
  stampNames,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { stampsOfStatus } from './declaredIncident';
import { requireLink } from './fieldsAsked';
import { Author } from './followUpChange';
import { StoredIncident } from './incidentRow';
import { stampTimes } from './stampsAsked';

export type PatchIncidentCommand = z.output<typeof patchIncidentRequestSchema>;

type Edits = { -readonly [field in EditableField]?: FieldEdit };

/** What a patch works on and leaves. */
export type PatchedIncident = Pick<StoredIncident, 'reported' | 'edits'>;

const PLAIN = [
  'title',
  'summary',
  'severity',
  'cause',
  'customerImpact',
  'isTest',
  'entityRefs',
] as const;

/** What is not kept of a private incident, whoever writes it. */
const SECRET = ['title', 'summary', 'cause', 'change', 'update'] as const;

/** What only becomes true by being over. */
const ENDINGS: readonly StampName[] = ['resolved', 'closed'];

/** @throws InputError, with the field, and ConflictError for what nobody may change */
export function requirePatchable(
  { account, reported }: Pick<StoredIncident, 'account' | 'reported'>,
  command: PatchIncidentCommand,
): void {
  if (reported.status === 'merged') {
    const under = reported.mergedInto;
    throw new ConflictError(
      `The incident goes on under ${
        under === undefined ? 'another one' : incidentId(account, under)
      }; change that one`,
    );
  }
  if (account !== PORTAL_ACCOUNT && command.status !== undefined) {
    throw new InputError('status: comes from the provider; change it there');
  }
  const secret = SECRET.find(field => command[field]);
  if (reported.isPrivate && secret) {
    throw new InputError(
      `${secret}: the incident is private; nothing is written about it here`,
    );
  }
  const unknown = command.revert?.find(
    field => !(editableFields as readonly string[]).includes(field),
  );
  if (unknown !== undefined) {
    throw new InputError(
      `revert: expected one of ${editableFields.join(', ')}, not "${unknown}"`,
    );
  }
  requireLink('change.url', command.change?.url ?? null);
}

/** What a patch sets, by field. */
function valuesOf(
  command: PatchIncidentCommand,
): Partial<Record<EditableField, unknown>> {
  const { change, stamps = {} } = command;
  const values: Partial<Record<EditableField, unknown>> = stampTimes(stamps);
  for (const field of PLAIN) {
    if (command[field] !== undefined) values[field] = command[field];
  }
  if (change !== undefined) {
    const { title, url } = change ?? { title: '', url: null };
    values.change = change && { title, ...(url !== null && { url }) };
  }
  return values;
}

/** The value of a field as an edit would hold it. */
function valueNow(incident: Incident, field: EditableField): unknown {
  if ((stampNames as readonly string[]).includes(field)) {
    return incident.stamps[field as StampName]?.at ?? null;
  }
  if (field === 'severity') return incident.severity.level;
  return (incident as unknown as Record<string, unknown>)[field] ?? null;
}

/** An incident that is taken up again: what it ended with is not true any more. */
function reopened(
  { reported, edits }: PatchedIncident,
  status: IncidentStatus,
  at: number,
): PatchedIncident {
  const without = <T extends object>(given: T) =>
    Object.fromEntries(
      Object.entries(given).filter(
        ([name]) => !ENDINGS.includes(name as StampName),
      ),
    ) as T;
  return {
    reported: {
      ...reported,
      status,
      stamps: without(reported.stamps),
      reopenedAt: [...reported.reopenedAt, at],
    },
    edits: without(edits),
  };
}

/** The status that somebody sets, with the stamps that it brings where there are none. */
function moved(
  before: PatchedIncident,
  incident: Incident,
  status: IncidentStatus,
  author: Author,
): PatchedIncident {
  const was = before.reported.status;
  if (was === status) return before;
  if (isOpen(status) && !isOpen(was)) {
    return reopened(before, status, author.at);
  }
  const missing = (stampsOfStatus[status] ?? []).filter(
    name => !incident.stamps[name],
  );
  return {
    reported: { ...before.reported, status },
    edits: {
      ...before.edits,
      ...Object.fromEntries(
        missing.map(name => [
          name,
          { value: author.at, by: author.by, at: author.at },
        ]),
      ),
    },
  };
}

/**
 * An incident after a patch: what people set lies over what was reported and survives the next reading. Only the
 * status of one that is recorded here is kept in what is reported.
 *
 * @param incident - as it counts before
 * @returns what is to be kept; the very same object where nothing changes
 */
export function patchedIncident(
  before: PatchedIncident,
  incident: Incident,
  command: PatchIncidentCommand,
  author: Author,
): PatchedIncident {
  const { status, revert = [] } = command;
  const after =
    status === undefined ? before : moved(before, incident, status, author);
  const edits: Edits = { ...after.edits };
  for (const field of revert) delete edits[field as EditableField];
  for (const [name, value] of Object.entries(valuesOf(command))) {
    const field = name as EditableField;
    const same =
      canonicalJson(value) === canonicalJson(valueNow(incident, field)) &&
      !revert.includes(field);
    if (!same) edits[field] = { value, by: author.by, at: author.at };
  }
  const reported: ReportedIncident = after.reported;
  const patched = { reported, edits: edits as IncidentEdits };
  const unpatched = { reported: before.reported, edits: before.edits };
  if (canonicalJson(patched) === canonicalJson(unpatched)) return before;
  // What a provider reported keeps its time: only a newer reading may replace it.
  return reported === before.reported
    ? patched
    : { ...patched, reported: { ...reported, updatedAt: author.at } };
}
