import { Exemption } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { groupBy } from '../../database/groupBy';
import { anyOf, Db, timeOf, upsert } from '../../database/sql';
import {
  ExemptionEvent,
  ExemptionKey,
  ExemptionRow,
  EXEMPTIONS,
  fromExemptionRow,
  StoredExemption,
  toExemptionRow,
} from './exemptionRow';

type EventRow = {
  exemption_id: string;
  version: number;
  at: Date | number;
  by: string;
  action: ExemptionEvent['action'];
  note: string;
};

const EVENTS = 'reliability_exemption_events';

/** Exemptions that were asked for in the portal, and the log of what was done with them. */
export class ExemptionStore {
  /** What an assessment takes into account, by service; with one statement for any number of services. */
  async inForce(
    db: Db,
    refs: readonly string[],
    now: number,
  ): Promise<Map<string, Exemption[]>> {
    const rows: ExemptionRow[] = await db(EXEMPTIONS)
      .where({ state: 'approved' })
      .where('ends_at', '>', new Date(now))
      .where(anyOf(db, 'entity_ref', refs))
      // Equal facts must make equal reports, whatever the order in which rows lie.
      .orderBy(['entity_ref', 'id']);
    const exemptions = rows.map(row => ({
      scorecard: row.scorecard_id,
      check: row.check_id,
      entityRef: row.entity_ref,
      reason: row.reason,
      approvedBy: row.decided_by ?? '',
      until: row.until,
    }));
    return groupBy(exemptions, ({ entityRef }) => entityRef);
  }

  async get(db: Db, id: string): Promise<StoredExemption | undefined> {
    const row: ExemptionRow | undefined = await db(EXEMPTIONS)
      .where({ id })
      .first();
    return row && fromExemptionRow(row);
  }

  /** Those for one check of one service that wait or are in force, the oldest first. */
  async open(
    db: Db,
    key: ExemptionKey,
    now: number,
  ): Promise<StoredExemption[]> {
    const rows: ExemptionRow[] = await db(EXEMPTIONS)
      .where({
        entity_ref: key.entityRef,
        scorecard_id: key.scorecardId,
        check_id: key.checkId,
      })
      .whereIn('state', ['requested', 'approved'])
      .where('ends_at', '>', new Date(now))
      .orderBy(['requested_at', 'id']);
    return rows.map(fromExemptionRow);
  }

  /** Writes an exemption and what was done; whoever calls it holds the lock on the service. */
  async save(
    tx: Knex.Transaction,
    exemption: StoredExemption,
    event: Omit<ExemptionEvent, 'exemptionId' | 'version'>,
  ): Promise<void> {
    const row = toExemptionRow(exemption);
    const columns = Object.keys(row) as (keyof ExemptionRow)[];
    await upsert(tx, EXEMPTIONS, [row], {
      key: ['id'],
      merge: columns.filter(name => name !== 'id'),
    });
    await tx(EVENTS).insert({
      exemption_id: exemption.id,
      version: exemption.version,
      at: new Date(event.at),
      by: event.by,
      action: event.action,
      note: event.note,
    });
  }

  /** What was done with one, the oldest first. */
  async events(db: Db, exemptionId: string): Promise<ExemptionEvent[]> {
    const rows: EventRow[] = await db(EVENTS)
      .where({ exemption_id: exemptionId })
      .orderBy('version');
    return rows.map(({ exemption_id: id, at, ...row }) => ({
      ...row,
      exemptionId: id,
      at: timeOf(at),
    }));
  }

  /** Requests that wait for a decision, the oldest first. */
  async waiting(db: Db, now: number): Promise<StoredExemption[]> {
    const rows: ExemptionRow[] = await db(EXEMPTIONS)
      .where({ state: 'requested' })
      .where('ends_at', '>', new Date(now))
      .orderBy(['requested_at', 'id']);
    return rows.map(fromExemptionRow);
  }

  /** Those that were asked for within a span of time and wait still, the oldest first. */
  async requestedBetween(
    db: Db,
    { from, until }: { readonly from: number; readonly until: number },
  ): Promise<StoredExemption[]> {
    const rows: ExemptionRow[] = await db(EXEMPTIONS)
      .where({ state: 'requested' })
      .where('requested_at', '>', new Date(from))
      .where('requested_at', '<=', new Date(until))
      .orderBy(['requested_at', 'id']);
    return rows.map(fromExemptionRow);
  }

  /** Those that were approved, denied or revoked within a span of time, the oldest first. */
  async decidedBetween(
    db: Db,
    { from, until }: { readonly from: number; readonly until: number },
  ): Promise<StoredExemption[]> {
    const rows: ExemptionRow[] = await db(EXEMPTIONS)
      .whereIn('state', ['approved', 'denied', 'revoked'])
      .where('decided_at', '>', new Date(from))
      .where('decided_at', '<=', new Date(until))
      .orderBy(['decided_at', 'id']);
    return rows.map(fromExemptionRow);
  }

  /** Approved ones that end within a span of time, `to` included, those that end first in front. */
  async endingBetween(
    db: Db,
    from: number,
    to: number,
  ): Promise<StoredExemption[]> {
    const rows: ExemptionRow[] = await db(EXEMPTIONS)
      .where({ state: 'approved' })
      .whereNull('renewed_by')
      .where('ends_at', '>', new Date(from))
      .where('ends_at', '<=', new Date(to))
      .orderBy(['ends_at', 'id']);
    return rows.map(fromExemptionRow);
  }
}
