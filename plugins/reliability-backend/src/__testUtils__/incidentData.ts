import {
  incidentId,
  IncidentEdits,
  IncidentStatus,
  isOpen,
  ReportedIncident,
  StampName,
  stampNames,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { refOf } from './entities';
import { HOUR, NOW } from './harness';

/** What a test says about an incident; times are milliseconds since the epoch. */
export interface IncidentParts
  extends Partial<
    Omit<ReportedIncident, 'stamps' | 'subjects' | 'entityRefs'>
  > {
  readonly account?: string;
  readonly provider?: string;
  /** Names of services that it concerns. */
  readonly services?: readonly string[];
  readonly stamps?: Partial<Record<StampName, number>>;
  readonly level?: number | null;
  readonly edits?: IncidentEdits;
  /** Columns that are as they are told, whatever follows from the rest. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

const date = (time: number | undefined) =>
  time === undefined ? null : new Date(time);

const column = (stamp: StampName) =>
  `${stamp.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}_at`;

const isOver = (status: IncidentStatus) =>
  status === 'resolved' || status === 'closed';

/** Declared an hour ago; resolved half an hour later where it is over. */
function stampsOf({ status = 'open', stamps }: IncidentParts) {
  if (stamps) return stamps;
  const declared = NOW - HOUR;
  return { declared, ...(isOver(status) && { resolved: NOW - HOUR / 2 }) };
}

/** An incident as a provider tells it. */
export function reportedOf(
  externalId: string,
  parts: IncidentParts = {},
): ReportedIncident {
  const {
    account: _account,
    provider: _provider,
    services: _services,
    level: _level,
    edits: _edits,
    columns: _columns,
    ...rest
  } = parts;
  const stamps = Object.entries(stampsOf(parts)).map(
    ([name, at]) => [name, { at, from: 'provider' as const }] as const,
  );
  return {
    externalId,
    title: externalId,
    updatedAt: NOW,
    status: 'open',
    severity: null,
    reopenedAt: [],
    isTest: false,
    isPrivate: false,
    customerImpact: null,
    subjects: [],
    entityRefs: [],
    responders: [],
    pages: [],
    updates: [],
    postmortems: [],
    followUps: [],
    ...rest,
    stamps: Object.fromEntries(stamps),
  };
}

/** Keeps an incident as if its account had told it. @returns its id */
export async function putIncident(
  knex: Knex,
  externalId: string,
  parts: IncidentParts = {},
): Promise<string> {
  const { account = 'pager', provider = 'pagerduty', services = [] } = parts;
  const id = incidentId(account, externalId);
  const reported = reportedOf(externalId, parts);
  const { status, isTest } = reported;
  const stamps = stampsOf(parts) as Partial<Record<StampName, number>>;
  const startedAt =
    stamps.declared ?? stamps.impactStart ?? stamps.detected ?? NOW;
  const words = [
    reported.reference,
    reported.title,
    reported.summary,
    reported.cause,
  ];
  await knex('reliability_incidents').insert({
    id,
    account,
    provider,
    external_id: externalId,
    reference: reported.reference ?? null,
    url: reported.url ?? null,
    title: reported.title,
    status,
    severity_raw: reported.severity,
    severity_level: parts.level ?? null,
    is_test: isTest,
    is_private: reported.isPrivate,
    merged_into: reported.mergedInto ?? null,
    dedupe_key: reported.dedupeKey ?? null,
    cause: reported.cause ?? null,
    customer_impact: reported.customerImpact,
    started_at: new Date(startedAt),
    ...Object.fromEntries(
      stampNames.map(name => [column(name), date(stamps[name])]),
    ),
    counts: !isTest && status !== 'merged' && status !== 'declined',
    open: isOpen(status),
    unmapped: services.length === 0,
    search: words.join('\n').toLocaleLowerCase('en-US'),
    reported: JSON.stringify(reported),
    edits: JSON.stringify(parts.edits ?? {}),
    pages_total: 0,
    pages_after_hours: 0,
    pages_sleep: 0,
    pages_unacknowledged: 0,
    pages_zone_unknown: 0,
    pages_without_human: 0,
    postmortem_required: false,
    updated_at: new Date(reported.updatedAt),
    reported_at: new Date(reported.updatedAt),
    content_hash: 'hash',
    changed_at: new Date(NOW),
    first_seen_at: new Date(NOW),
    ...parts.columns,
  });
  for (const name of services) {
    await knex('reliability_incident_services').insert({
      incident_id: id,
      entity_ref: refOf(name),
      origin: 'mapping',
      started_at: new Date(startedAt),
    });
  }
  return id;
}

/** Keeps a follow-up of an incident. */
export async function putFollowUp(
  knex: Knex,
  incident: string,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await knex('reliability_follow_ups').insert({
    id: `f${Math.random()}`,
    incident_id: incident,
    title: 'Raise the limit',
    status: 'open',
    origin: 'person',
    edits: '{}',
    created_at: new Date(NOW),
    changed_at: new Date(NOW),
    ...columns,
  });
}

/** Keeps a postmortem of an incident. */
export async function putPostmortem(
  knex: Knex,
  incident: string,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await knex('reliability_postmortems').insert({
    incident_id: incident,
    source: 'portal',
    status: 'draft',
    title: 'What happened',
    sections: '[]',
    version: 1,
    created_at: new Date(NOW),
    updated_at: new Date(NOW),
    search: '',
    ...columns,
  });
}
