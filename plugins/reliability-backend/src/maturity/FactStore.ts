import {
  canonicalJson,
  FactValue,
  PushedFact,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  anyOf,
  Db,
  optionalTime,
  rowsOf,
  timeOf,
  upsert,
} from '../database/sql';

/** A pushed fact of one service; `value` undefined takes it back. */
export interface FactWrite extends Omit<PushedFact, 'value'> {
  readonly entityRef: string;
  readonly value?: FactValue;
}

type Row = {
  entity_ref: string;
  source: string;
  key: string;
  value: string;
  observed_at: Date | number;
  expires_at: Date | number | null;
};

const TABLE = 'reliability_facts';

const fromRow = (row: Row): PushedFact => ({
  source: row.source,
  key: row.key,
  value: JSON.parse(row.value) as FactValue,
  at: timeOf(row.observed_at),
  expiresAt: optionalTime(row.expires_at),
});

/** Whether a write brings anything that is not stored yet. */
export function isNews(write: FactWrite, stored: PushedFact | undefined) {
  if (!stored) return write.value !== undefined;
  if (write.at !== stored.at) return write.at > stored.at;
  return (
    write.value === undefined ||
    write.expiresAt !== stored.expiresAt ||
    canonicalJson(write.value) !== canonicalJson(stored.value)
  );
}

/** Pushed facts. */
export class FactStore {
  /** All facts of the services, by service and in the order of their names. */
  async of(
    db: Db,
    refs: readonly string[],
    source?: string,
  ): Promise<Map<string, PushedFact[]>> {
    const query = db(TABLE)
      .where(anyOf(db, 'entity_ref', refs))
      .orderBy(['entity_ref', 'source', 'key']);
    if (source !== undefined) query.where({ source });
    const facts = new Map<string, PushedFact[]>();
    for (const row of await rowsOf<Row>(db, query)) {
      const list = facts.get(row.entity_ref);
      if (list) list.push(fromRow(row));
      else facts.set(row.entity_ref, [fromRow(row)]);
    }
    return facts;
  }

  /** Writes facts; at most one write for each service, source and key. */
  async save(db: Db, writes: readonly FactWrite[]): Promise<void> {
    const rows = writes
      .filter(write => write.value !== undefined)
      .map(write => ({
        entity_ref: write.entityRef,
        source: write.source,
        key: write.key,
        value: JSON.stringify(write.value),
        observed_at: new Date(write.at),
        expires_at:
          write.expiresAt === undefined ? null : new Date(write.expiresAt),
      }));
    await upsert(db, TABLE, rows, {
      key: ['entity_ref', 'source', 'key'],
      merge: ['value', 'observed_at', 'expires_at'],
    });
    for (const write of writes.filter(({ value }) => value === undefined)) {
      await db(TABLE)
        .where({
          entity_ref: write.entityRef,
          source: write.source,
          key: write.key,
        })
        .delete();
    }
  }
}
