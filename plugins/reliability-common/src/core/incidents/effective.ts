import {
  editableFields,
  EditableField,
  Incident,
  IncidentEdits,
  incidentId,
  LinkedChange,
  PORTAL_ACCOUNT,
  ReportedIncident,
  Severity,
  StampName,
  stampNames,
  Stamps,
} from './incident';
import { SeverityMap } from './severity';
import { stampsSinceReopened } from './stamps';

/** What an incident is made of. @public */
export interface EffectiveIncidentInput {
  readonly account: string;
  /** Type of the account. */
  readonly provider: string;
  readonly reported: ReportedIncident;
  /** Stamps as milliseconds, `severity` as a level, `change` as `{ title, url? }`; null empties a field. */
  readonly edits: IncidentEdits;
  /** The services by reference, annotation and mapping; an edit of `entityRefs` replaces them all. */
  readonly entityRefs: readonly string[];
  readonly severities: SeverityMap;
  /** Recorded or imported here: what is reported is what a person said. Default: by the account. */
  readonly recorded?: boolean;
}

/** What a private incident is called. @public */
export const PRIVATE_TITLE = 'Private incident';

/** What private incidents do not show, whoever wrote it. */
const SECRETS: readonly EditableField[] = [
  'title',
  'summary',
  'cause',
  'change',
];

/**
 * A private incident without anything but its times, severity, subjects and services: what may be stored of it.
 * Others stay as they are.
 *
 * @public
 */
export function withoutSecrets(reported: ReportedIncident): ReportedIncident {
  if (!reported.isPrivate) return reported;
  const { summary, cause, change, dedupeKey, ...kept } = reported;
  return {
    ...kept,
    title: PRIVATE_TITLE,
    responders: [],
    pages: [],
    updates: [],
    postmortems: [],
    followUps: [],
  };
}

const text = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : undefined;

const isLevel = (value: unknown): value is Severity =>
  value === 1 || value === 2 || value === 3 || value === 4 || value === 5;

const isChange = (value: unknown): value is LinkedChange =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as LinkedChange).title === 'string';

const areRefs = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(ref => typeof ref === 'string');

/** Whether a stored edit is of the form of its field; others are of an older or a broken version and count for nothing. */
function isReadable(field: EditableField, value: unknown): boolean {
  switch (field) {
    case 'title':
      return text(value) !== undefined;
    case 'summary':
    case 'cause':
      return value === null || typeof value === 'string';
    case 'severity':
      return value === null || isLevel(value);
    case 'change':
      return value === null || isChange(value);
    case 'customerImpact':
      return value === null || typeof value === 'boolean';
    case 'isTest':
      return typeof value === 'boolean';
    case 'entityRefs':
      return areRefs(value);
    default:
      return value === null || Number.isFinite(value);
  }
}

function stampsOf(
  { reported, edits, recorded }: EffectiveIncidentInput,
  applies: (field: EditableField) => boolean,
): Stamps {
  const stamps: Partial<Record<StampName, Stamps[StampName]>> = {};
  for (const name of stampNames) {
    const said = reported.stamps[name];
    const value = edits[name]?.value;
    if (applies(name)) {
      if (value !== null) stamps[name] = { at: Number(value), from: 'person' };
    } else if (said) {
      stamps[name] = recorded ? { at: said.at, from: 'person' } : said;
    }
  }
  const { resolved, closed } = edits;
  const latest = stampsSinceReopened(stamps, reported.reopenedAt);
  // What a person wrote stands, also where the provider reopened it later by its own clock.
  return {
    ...latest,
    ...(resolved && stamps.resolved && { resolved: stamps.resolved }),
    ...(closed && stamps.closed && { closed: stamps.closed }),
  };
}

function severityOf(
  { reported, edits, severities, recorded }: EffectiveIncidentInput,
  edited: boolean,
): Incident['severity'] {
  const raw = reported.severity;
  if (edited) {
    const level = edits.severity?.value as Severity | null;
    return { raw, level, from: 'person' };
  }
  const plain = recorded && raw !== null ? Number(raw) : null;
  return {
    raw,
    level: isLevel(plain) ? plain : severities.of(raw),
    from: recorded ? 'person' : 'provider',
  };
}

/**
 * An incident as it counts: what its provider says, with what people set over it. Edits survive every reading;
 * one that cannot be read, and one of the texts of a private incident, is as if it were not there. A number from
 * 1 to 5 as the severity of a recorded incident is its level, whatever the table says.
 *
 * @public
 */
export function effectiveIncident(given: EffectiveIncidentInput): Incident {
  const recorded = given.recorded ?? given.account === PORTAL_ACCOUNT;
  const input = { ...given, recorded };
  const reported = withoutSecrets(input.reported);
  const { edits } = input;
  const edited = editableFields.filter(field => {
    const edit = edits[field];
    const secret = reported.isPrivate && SECRETS.includes(field);
    return edit !== undefined && !secret && isReadable(field, edit.value);
  });
  const applies = (field: EditableField) => edited.includes(field);
  const chosen = <T>(field: EditableField, otherwise: T): T =>
    applies(field) ? (edits[field]?.value as T) : otherwise;
  const {
    summary: saidSummary,
    cause: saidCause,
    change: saidChange,
    ...others
  } = reported;
  const summary = text(chosen('summary', saidSummary));
  const cause = text(chosen('cause', saidCause));
  const change = chosen<LinkedChange | null | undefined>('change', saidChange);
  return {
    ...others,
    ...(summary !== undefined && { summary }),
    ...(cause !== undefined && { cause }),
    ...(change && { change }),
    id: incidentId(input.account, reported.externalId),
    account: input.account,
    provider: input.provider,
    title: chosen('title', reported.title),
    customerImpact: chosen('customerImpact', reported.customerImpact),
    isTest: chosen('isTest', reported.isTest),
    entityRefs: [...new Set(chosen('entityRefs', input.entityRefs))],
    stamps: stampsOf({ ...input, reported }, applies),
    severity: severityOf({ ...input, reported }, applies('severity')),
    edited,
  };
}
