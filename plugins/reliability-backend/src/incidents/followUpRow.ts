import {
  FollowUpStatus,
  Ticket,
} from '@plimsoll/backstage-plugin-reliability-common';
import { optionalDate } from '../maturity/reportRow';
import { optionalTime, timeOf } from '../database/sql';

/** What people may set on a follow-up that a provider reports. */
export type FollowUpEdits = Readonly<
  Partial<
    Record<
      'owner' | 'dueAt',
      {
        /** `null` empties it; a time is milliseconds since the epoch. */
        readonly value: string | number | null;
        /** Entity reference of a user. */
        readonly by: string;
        readonly at: number;
      }
    >
  >
>;

/** An item of a checklist. */
export interface ItemOfChecklist {
  readonly checklistId: string;
  readonly itemId: string;
}

/** A follow-up as it counts: what its provider says, with what people set over it. Times are milliseconds since the epoch. */
export interface StoredFollowUp {
  readonly id: string;
  readonly incidentId: string;
  /** At the provider; absent: made here. */
  readonly externalId?: string;
  readonly title: string;
  readonly status: FollowUpStatus;
  /** Entity reference of a User or Group, or a name. */
  readonly owner?: string;
  readonly dueAt?: number;
  readonly doneAt?: number;
  readonly ticket?: Ticket;
  readonly url?: string;
  readonly origin: 'provider' | 'person';
  readonly edits: FollowUpEdits;
  /** The item that it shows to be untrue. */
  readonly contradicts?: ItemOfChecklist;
  readonly createdAt: number;
  readonly changedAt: number;
}

type Time = Date | number;

export type FollowUpRow = {
  id: string;
  incident_id: string;
  external_id: string | null;
  title: string;
  status: FollowUpStatus;
  owner: string | null;
  due_at: Time | null;
  done_at: Time | null;
  ticket: string | null;
  url: string | null;
  origin: StoredFollowUp['origin'];
  edits: string;
  contradicts_checklist: string | null;
  contradicts_item: string | null;
  created_at: Time;
  changed_at: Time;
};

export const FOLLOW_UPS = 'reliability_follow_ups';

/** Statuses in which something is left to do. */
export const OPEN_STATUSES = ['open', 'in-progress'] as const;

/** A row as what it holds. */
export function fromFollowUpRow(row: FollowUpRow): StoredFollowUp {
  const { contradicts_checklist: checklistId, contradicts_item: itemId } = row;
  return {
    id: row.id,
    incidentId: row.incident_id,
    externalId: row.external_id ?? undefined,
    title: row.title,
    status: row.status,
    owner: row.owner ?? undefined,
    dueAt: optionalTime(row.due_at),
    doneAt: optionalTime(row.done_at),
    ticket: row.ticket ? (JSON.parse(row.ticket) as Ticket) : undefined,
    url: row.url ?? undefined,
    origin: row.origin,
    edits: JSON.parse(row.edits) as FollowUpEdits,
    ...(checklistId && itemId && { contradicts: { checklistId, itemId } }),
    createdAt: timeOf(row.created_at),
    changedAt: timeOf(row.changed_at),
  };
}

/** What is to be written as a row. */
export function toFollowUpRow(followUp: StoredFollowUp): FollowUpRow {
  return {
    id: followUp.id,
    incident_id: followUp.incidentId,
    external_id: followUp.externalId ?? null,
    title: followUp.title,
    status: followUp.status,
    owner: followUp.owner ?? null,
    due_at: optionalDate(followUp.dueAt),
    done_at: optionalDate(followUp.doneAt),
    ticket: followUp.ticket ? JSON.stringify(followUp.ticket) : null,
    url: followUp.url ?? null,
    origin: followUp.origin,
    edits: JSON.stringify(followUp.edits),
    contradicts_checklist: followUp.contradicts?.checklistId ?? null,
    contradicts_item: followUp.contradicts?.itemId ?? null,
    created_at: new Date(followUp.createdAt),
    changed_at: new Date(followUp.changedAt),
  };
}
