import { anyOf, Db, timeOf } from '../../database/sql';
import {
  fromReadinessRow,
  ReadinessRow,
  READINESS_TABLE,
  StoredReadiness,
} from '../readinessRow';

/** What is known of the last digest of somebody. */
export interface LastDigest {
  readonly day: string;
  /** Milliseconds since the epoch. */
  readonly toldUntil: number;
}

/** What a notice says of a service. */
export interface NamedService {
  readonly title: string;
  readonly owner?: string;
}

type Row = { recipient: string; day: string; told_until: Date | number };

const TABLE = 'reliability_notices';

/** Who was told until when, and what digests are made of. */
export class NoticeStore {
  async last(
    db: Db,
    recipients: readonly string[],
  ): Promise<Map<string, LastDigest>> {
    const rows: Row[] = await db(TABLE).where(
      anyOf(db, 'recipient', recipients),
    );
    return new Map(
      rows.map(({ recipient, day, told_until }) => [
        recipient,
        { day, toldUntil: timeOf(told_until) },
      ]),
    );
  }

  /** Takes the digest of a day for somebody. @returns whether nobody else had taken it */
  async claim(
    db: Db,
    recipient: string,
    { day, toldUntil }: LastDigest,
  ): Promise<boolean> {
    const row = { recipient, day, told_until: new Date(toldUntil) };
    const inserted = await db(TABLE)
      .insert(row)
      .onConflict('recipient')
      .ignore()
      .returning('recipient');
    if (inserted.length > 0) return true;
    const updated = await db(TABLE)
      .where({ recipient })
      .where('day', '<', day)
      .update(row);
    return updated > 0;
  }

  /** Gives a digest back that could not be sent. */
  async release(
    db: Db,
    recipient: string,
    before: LastDigest | undefined,
  ): Promise<void> {
    const row = db(TABLE).where({ recipient });
    await (before
      ? row.update({
          day: before.day,
          told_until: new Date(before.toldUntil),
        })
      : row.delete());
  }

  /** Those among `refs` that are services still. */
  async services(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, NamedService>> {
    const rows: {
      entity_ref: string;
      title: string;
      owner: string | null;
    }[] = await db('reliability_services')
      .whereNull('removed_at')
      .where(anyOf(db, 'entity_ref', refs))
      .select('entity_ref', 'title', 'owner');
    return new Map(
      rows.map(({ entity_ref, title, owner }) => [
        entity_ref,
        { title, owner: owner ?? undefined },
      ]),
    );
  }

  /** What a checklist says about the services that it is for, in the order of their references. */
  async readiness(
    db: Db,
    checklist: { readonly id: string; readonly hash: string },
    page: { readonly after?: string; readonly limit: number },
  ): Promise<StoredReadiness[]> {
    const query = db(READINESS_TABLE)
      .where({
        checklist_id: checklist.id,
        checklist_hash: checklist.hash,
        applies: true,
      })
      .orderBy('entity_ref')
      .limit(page.limit);
    if (page.after !== undefined) query.where('entity_ref', '>', page.after);
    const rows: ReadinessRow[] = await query;
    return rows.map(fromReadinessRow);
  }
}
