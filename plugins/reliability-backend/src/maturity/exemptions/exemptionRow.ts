import {
  DatedExemption,
  DecidedExemptionState,
} from '@plimsoll/backstage-plugin-reliability-common';
import { optionalTime, timeOf } from '../../database/sql';
import { optionalDate } from '../reportRow';

/** What an exemption is for. */
export interface ExemptionKey {
  readonly scorecardId: string;
  readonly checkId: string;
  readonly entityRef: string;
}

/** An exemption, wherever it comes from. Times are milliseconds since the epoch. */
export interface ExemptionRecord extends ExemptionKey, DatedExemption {
  readonly id: string;
  readonly reason: string;
  /** Its last day, or the time of its end, as asked for. */
  readonly until: string;
  /** Absent: it comes from the configuration. */
  readonly requestedBy?: string;
  readonly requestedAt?: number;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  readonly note: string;
  /** Since when the check is exempt without a break; absent: it never was, or nobody knows. */
  readonly since?: number;
  /** Of the check at the approval. */
  readonly weight?: number;
  readonly renews?: string;
  readonly renewedBy?: string;
  readonly renewals: number;
  readonly version: number;
}

/** An exemption that was asked for in the portal. */
export interface StoredExemption extends ExemptionRecord {
  readonly requestedBy: string;
  readonly requestedAt: number;
}

/** One line of the log. */
export interface ExemptionEvent {
  readonly exemptionId: string;
  readonly version: number;
  readonly at: number;
  readonly by: string;
  readonly action: DecidedExemptionState | 'renewed';
  readonly note: string;
}

type Time = Date | number;

export type ExemptionRow = {
  id: string;
  scorecard_id: string;
  check_id: string;
  entity_ref: string;
  reason: string;
  until: string;
  ends_at: Time;
  state: DecidedExemptionState;
  requested_by: string;
  requested_at: Time;
  decided_by: string | null;
  decided_at: Time | null;
  note: string;
  since_at: Time | null;
  weight: number | null;
  renews: string | null;
  renewed_by: string | null;
  renewals: number;
  version: number;
};

export const EXEMPTIONS = 'reliability_exemptions';

/** A row as an exemption. */
export const fromExemptionRow = (row: ExemptionRow): StoredExemption => ({
  id: row.id,
  scorecardId: row.scorecard_id,
  checkId: row.check_id,
  entityRef: row.entity_ref,
  reason: row.reason,
  until: row.until,
  endsAt: timeOf(row.ends_at),
  state: row.state,
  requestedBy: row.requested_by,
  requestedAt: timeOf(row.requested_at),
  decidedBy: row.decided_by ?? undefined,
  decidedAt: optionalTime(row.decided_at),
  note: row.note,
  since: optionalTime(row.since_at),
  weight: row.weight ?? undefined,
  renews: row.renews ?? undefined,
  renewedBy: row.renewed_by ?? undefined,
  renewals: row.renewals,
  version: row.version,
});

/** An exemption as a row. */
export const toExemptionRow = (exemption: StoredExemption): ExemptionRow => ({
  id: exemption.id,
  scorecard_id: exemption.scorecardId,
  check_id: exemption.checkId,
  entity_ref: exemption.entityRef,
  reason: exemption.reason,
  until: exemption.until,
  ends_at: new Date(exemption.endsAt),
  state: exemption.state,
  requested_by: exemption.requestedBy,
  requested_at: new Date(exemption.requestedAt),
  decided_by: exemption.decidedBy ?? null,
  decided_at: optionalDate(exemption.decidedAt),
  note: exemption.note,
  since_at: optionalDate(exemption.since),
  weight: exemption.weight ?? null,
  renews: exemption.renews ?? null,
  renewed_by: exemption.renewedBy ?? null,
  renewals: exemption.renewals,
  version: exemption.version,
});
