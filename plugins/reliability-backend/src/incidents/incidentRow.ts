import {
  countsForFigures,
  Incident,
  IncidentEdits,
  IncidentStatus,
  isOpen,
  PageCounts,
  PostmortemDeadlines,
  repeatKey,
  ReportedIncident,
  StampName,
  startedAt,
} from '@plimsoll/backstage-plugin-reliability-common';
import { optionalTime, timeOf } from '../database/sql';

/** Who says that an incident concerns a service. */
export type ServiceOrigin = 'provider' | 'annotation' | 'mapping' | 'person';

/** A service that an incident concerns. */
export interface ServiceOfIncident {
  readonly entityRef: string;
  readonly origin: ServiceOrigin;
}

/** An incident as kept. Times are milliseconds since the epoch. */
export interface StoredIncident {
  readonly id: string;
  readonly account: string;
  readonly provider: string;
  /** As the provider last told it; of a private one without what must not be kept. */
  readonly reported: ReportedIncident;
  /** What people set over it. */
  readonly edits: IncidentEdits;
  /** Those that the catalog has, by reference. */
  readonly services: readonly ServiceOfIncident[];
  /** It repeats the incident of this id. */
  readonly repeatOf?: string;
  readonly postmortemRequired: boolean;
  readonly draftDueAt?: number;
  readonly publishDueAt?: number;
  /** Largest share of an error budget; absent: not measured. */
  readonly budgetSpent?: number;
  readonly updatedAt: number;
  /** Since when its account does not have it any more. */
  readonly removedAt?: number;
  readonly contentHash: string;
  readonly firstSeenAt: number;
}

/** An incident as it counts, with what was worked out of it. */
export interface IncidentToKeep {
  /** What is reported of it, for the column. */
  readonly reported: ReportedIncident;
  readonly edits: IncidentEdits;
  readonly incident: Incident;
  readonly services: readonly ServiceOfIncident[];
  readonly pages: PageCounts;
  readonly deadlines: PostmortemDeadlines;
}

type Time = Date | number;

export type IncidentRow = {
  id: string;
  account: string;
  provider: string;
  external_id: string;
  reference: string | null;
  url: string | null;
  title: string;
  status: IncidentStatus;
  severity_raw: string | null;
  severity_level: number | null;
  is_test: boolean | number;
  is_private: boolean | number;
  merged_into: string | null;
  dedupe_key: string | null;
  cause: string | null;
  customer_impact: boolean | number | null;
  started_at: Time;
  impact_start_at: Time | null;
  detected_at: Time | null;
  declared_at: Time | null;
  acknowledged_at: Time | null;
  mitigated_at: Time | null;
  impact_end_at: Time | null;
  resolved_at: Time | null;
  closed_at: Time | null;
  counts: boolean | number;
  open: boolean | number;
  unmapped: boolean | number;
  search: string;
  reported: string;
  edits: string;
  pages_total: number;
  pages_after_hours: number;
  pages_sleep: number;
  pages_unacknowledged: number;
  pages_zone_unknown: number;
  pages_without_human: number;
  repeat_of: string | null;
  postmortem_required: boolean | number;
  draft_due_at: Time | null;
  publish_due_at: Time | null;
  budget_spent: number | null;
  updated_at: Time;
  reported_at: Time;
  removed_at: Time | null;
  content_hash: string;
  changed_at: Time;
  first_seen_at: Time;
};

/** What is worked out at a write; the rest is set beside it, or stays as it is. */
export type ComputedRow = Omit<
  IncidentRow,
  'repeat_of' | 'budget_spent' | 'content_hash' | 'changed_at' | 'first_seen_at'
>;

export const INCIDENTS = 'reliability_incidents';

/** A stored row as what it holds. */
export const fromIncidentRow = (
  row: IncidentRow,
  services: readonly ServiceOfIncident[],
): StoredIncident => ({
  id: row.id,
  account: row.account,
  provider: row.provider,
  reported: JSON.parse(row.reported) as ReportedIncident,
  edits: JSON.parse(row.edits) as IncidentEdits,
  services,
  repeatOf: row.repeat_of ?? undefined,
  postmortemRequired: Boolean(row.postmortem_required),
  draftDueAt: optionalTime(row.draft_due_at),
  publishDueAt: optionalTime(row.publish_due_at),
  budgetSpent: row.budget_spent ?? undefined,
  updatedAt: timeOf(row.updated_at),
  removedAt: optionalTime(row.removed_at),
  contentHash: row.content_hash,
  firstSeenAt: timeOf(row.first_seen_at),
});

const dateOf = (at: number | null | undefined): Date | null =>
  at === null || at === undefined ? null : new Date(at);

/** What words are looked for in, in lower case. */
const searchOf = ({ reference, title, summary, cause }: Incident): string =>
  [reference, title, summary, cause]
    .filter(Boolean)
    .join('\n')
    .toLocaleLowerCase('en-US');

/** When it last changed, as people see it. */
const updatedAtOf = ({ reported, edits }: IncidentToKeep): number =>
  Math.max(
    reported.updatedAt,
    ...Object.values(edits).map(edit => edit?.at ?? -Infinity),
  );

/** What is to be written of an incident that its account has. */
export function toIncidentRow(keep: IncidentToKeep): ComputedRow {
  const { incident, reported, pages, deadlines } = keep;
  const stamp = (name: StampName) => dateOf(incident.stamps[name]?.at);
  return {
    id: incident.id,
    account: incident.account,
    provider: incident.provider,
    external_id: incident.externalId,
    reference: incident.reference ?? null,
    url: incident.url ?? null,
    title: incident.title,
    status: incident.status,
    severity_raw: incident.severity.raw,
    severity_level: incident.severity.level,
    is_test: incident.isTest,
    is_private: incident.isPrivate,
    merged_into: incident.mergedInto ?? null,
    dedupe_key: repeatKey(incident) ?? null,
    cause: incident.cause ?? null,
    customer_impact: incident.customerImpact,
    // One without any stamp is listed where it last changed; its figures stay unknown.
    started_at: new Date(startedAt(incident) ?? reported.updatedAt),
    impact_start_at: stamp('impactStart'),
    detected_at: stamp('detected'),
    declared_at: stamp('declared'),
    acknowledged_at: stamp('acknowledged'),
    mitigated_at: stamp('mitigated'),
    impact_end_at: stamp('impactEnd'),
    resolved_at: stamp('resolved'),
    closed_at: stamp('closed'),
    counts: countsForFigures(incident),
    open: isOpen(incident.status),
    unmapped: keep.services.length === 0,
    search: searchOf(incident),
    reported: JSON.stringify(reported),
    edits: JSON.stringify(keep.edits),
    pages_total: pages.total,
    pages_after_hours: pages.afterHours,
    pages_sleep: pages.sleepHours,
    pages_unacknowledged: pages.unacknowledged,
    pages_zone_unknown: pages.zoneUnknown,
    pages_without_human: pages.withoutHuman,
    postmortem_required: deadlines.required,
    draft_due_at: dateOf(deadlines.draftDueAt),
    publish_due_at: dateOf(deadlines.publishDueAt),
    updated_at: new Date(updatedAtOf(keep)),
    reported_at: new Date(reported.updatedAt),
    removed_at: null,
  };
}
