import { Lesson } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { optionalDate } from '../maturity/reportRow';
import { SortColumn, sortedPage, SortValues } from '../database/keyset';
import { anyOf, Db, optionalTime, timeOf, upsert } from '../database/sql';
import { IncidentVisibility, onlySeen } from './incidentVisibility';

/** A checklist item that was proposed because of an incident. Times are milliseconds since the epoch. */
export interface StoredLesson {
  readonly id: string;
  readonly followUpId: string;
  readonly checklistId: string;
  /** null: a new item. */
  readonly itemId: string | null;
  readonly title: string;
  readonly reason: string;
  readonly state: Lesson['state'];
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
}

/** What narrows the list. A list that is empty matches nothing; one that is absent, everything. */
export interface LessonFilter extends IncidentVisibility {
  readonly state?: readonly string[];
  readonly checklist?: readonly string[];
}

type Row = {
  id: string;
  follow_up_id: string;
  checklist_id: string;
  item_id: string | null;
  title: string;
  reason: string;
  state: Lesson['state'];
  note: string | null;
  proposed_by: string;
  proposed_at: Date | number;
  decided_by: string | null;
  decided_at: Date | number | null;
};

const TABLE = 'reliability_lessons';

const fromRow = (row: Row): StoredLesson => ({
  id: row.id,
  followUpId: row.follow_up_id,
  checklistId: row.checklist_id,
  itemId: row.item_id,
  title: row.title,
  reason: row.reason,
  state: row.state,
  note: row.note ?? '',
  proposedBy: row.proposed_by,
  proposedAt: timeOf(row.proposed_at),
  decidedBy: row.decided_by ?? undefined,
  decidedAt: optionalTime(row.decided_at),
});

const toRow = (lesson: StoredLesson): Row => ({
  id: lesson.id,
  follow_up_id: lesson.followUpId,
  checklist_id: lesson.checklistId,
  item_id: lesson.itemId,
  title: lesson.title,
  reason: lesson.reason,
  state: lesson.state,
  note: lesson.note,
  proposed_by: lesson.proposedBy,
  proposed_at: new Date(lesson.proposedAt),
  decided_by: lesson.decidedBy ?? null,
  decided_at: optionalDate(lesson.decidedAt),
});

const SORTED: readonly SortColumn[] = [
  { sql: 'l.proposed_at', direction: 'desc', type: 'time' },
  { sql: 'l.id', direction: 'desc', type: 'text' },
];

/** Proposals for items of checklists. */
export class LessonStore {
  readonly sorting = SORTED;

  async get(db: Db, id: string): Promise<StoredLesson | undefined> {
    const row: Row | undefined = await db(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  /** By the id of the follow-up. */
  async ofFollowUps(
    db: Db,
    followUpIds: readonly string[],
  ): Promise<Map<string, StoredLesson>> {
    const rows: Row[] = await db(TABLE).where(
      anyOf(db, 'follow_up_id', followUpIds),
    );
    return new Map(rows.map(row => [row.follow_up_id, fromRow(row)]));
  }

  /** Writes a lesson; there is one for a follow-up. Whoever calls it holds the lock on the incident. */
  async save(db: Db, lesson: StoredLesson): Promise<void> {
    const row = toRow(lesson);
    const columns = Object.keys(row) as (keyof Row)[];
    await upsert(db, TABLE, [row], {
      key: ['id'],
      merge: columns.filter(name => name !== 'id'),
    });
  }

  /** One page, the newest first, and the position after which the next begins. */
  async page(
    db: Db,
    filter: LessonFilter,
    page: { readonly after?: SortValues; readonly limit: number },
  ): Promise<{ items: StoredLesson[]; next?: SortValues }> {
    const query = this.matching(db, filter).select('l.*');
    const { rows, next } = await sortedPage<Row>(db, query, SORTED, page);
    return { items: rows.map(fromRow), next };
  }

  /** How many match. */
  async count(db: Db, filter: LessonFilter): Promise<number> {
    const [{ count }] = await this.matching(db, filter).count({ count: '*' });
    return Number(count);
  }

  private matching(db: Db, filter: LessonFilter): Knex.QueryBuilder {
    const query = db(`${TABLE} as l`)
      .join('reliability_follow_ups as f', 'f.id', 'l.follow_up_id')
      .join('reliability_incidents as i', 'i.id', 'f.incident_id');
    onlySeen(db, query, filter);
    if (filter.state) query.whereIn('l.state', [...filter.state]);
    if (filter.checklist)
      query.whereIn('l.checklist_id', [...filter.checklist]);
    return query;
  }
}
