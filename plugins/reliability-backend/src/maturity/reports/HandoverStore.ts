import {
  ReportDocument,
  ServiceHandover,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Db, optionalTime, timeOf } from '../../database/sql';

/** A handover as it is stored. Times are milliseconds since the epoch. */
export interface StoredHandover {
  readonly id: string;
  readonly entityRef: string;
  readonly from: string | null;
  readonly to: string;
  readonly note: string;
  readonly state: ServiceHandover['state'];
  readonly conditions: string;
  readonly offeredBy: string;
  readonly offeredAt: number;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  readonly version: number;
  readonly document: ReportDocument;
}

type Row = {
  id: string;
  entity_ref: string;
  from_owner: string | null;
  to_owner: string;
  note: string;
  state: ServiceHandover['state'];
  conditions: string;
  offered_by: string;
  offered_at: Date | number;
  decided_by: string | null;
  decided_at: Date | number | null;
  version: number;
  document: string;
};

const TABLE = 'reliability_handovers';

const fromRow = (row: Row): StoredHandover => ({
  id: row.id,
  entityRef: row.entity_ref,
  from: row.from_owner,
  to: row.to_owner,
  note: row.note,
  state: row.state,
  conditions: row.conditions,
  offeredBy: row.offered_by,
  offeredAt: timeOf(row.offered_at),
  decidedBy: row.decided_by ?? undefined,
  decidedAt: optionalTime(row.decided_at),
  version: row.version,
  document: JSON.parse(row.document) as ReportDocument,
});

/** Handovers of services, each with its packet as it was offered. */
export class HandoverStore {
  async get(db: Db, id: string): Promise<StoredHandover | undefined> {
    const row: Row | undefined = await db(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  /** The one that waits for an answer, or for its conditions. */
  async open(db: Db, entityRef: string): Promise<StoredHandover | undefined> {
    const row: Row | undefined = await db(TABLE)
      .where({ entity_ref: entityRef })
      .whereIn('state', ['offered', 'conditions'])
      .orderBy('id', 'desc')
      .first();
    return row && fromRow(row);
  }

  /** The last one first. */
  async page(
    db: Db,
    entityRef: string,
    page: { readonly before?: string; readonly limit: number },
  ): Promise<{ items: StoredHandover[]; total: number }> {
    const all = db(TABLE).where({ entity_ref: entityRef });
    const [{ total }] = await all.clone().count({ total: '*' });
    const query = all.orderBy('id', 'desc').limit(page.limit);
    if (page.before !== undefined) query.where('id', '<', page.before);
    const rows: Row[] = await query;
    return { items: rows.map(fromRow), total: Number(total) };
  }

  async insert(db: Db, handover: StoredHandover): Promise<void> {
    await db(TABLE).insert({
      id: handover.id,
      entity_ref: handover.entityRef,
      from_owner: handover.from,
      to_owner: handover.to,
      note: handover.note,
      state: handover.state,
      conditions: handover.conditions,
      offered_by: handover.offeredBy,
      offered_at: new Date(handover.offeredAt),
      version: handover.version,
      document: JSON.stringify(handover.document),
    });
  }

  /** @returns whether it still was as it had been read */
  async decide(
    db: Db,
    { id, version }: Pick<StoredHandover, 'id' | 'version'>,
    decision: Pick<StoredHandover, 'state' | 'conditions'> & {
      readonly by: string;
      readonly at: number;
    },
  ): Promise<boolean> {
    const count = await db(TABLE)
      .where({ id, version })
      .update({
        state: decision.state,
        conditions: decision.conditions,
        decided_by: decision.by,
        decided_at: new Date(decision.at),
        version: version + 1,
      });
    return count === 1;
  }
}
