import {
  Answer,
  AnswerRecord,
  AnswerValue,
  Contest,
  Evidence,
  ItemHistoryResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { optionalDate } from '../maturity/reportRow';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, timeOf, upsert } from '../database/sql';

/** One answer as stored. Times are milliseconds since the epoch. */
export interface StoredAnswer extends AnswerRecord {
  readonly entityRef: string;
  readonly checklistId: string;
  readonly itemId: string;
  readonly version: number;
}

/** What happened to an answer. */
export type AnswerAction = ItemHistoryResponse['items'][number]['action'];

/** A change with what it left. */
export interface AnswerChange {
  readonly after: StoredAnswer;
  readonly action: AnswerAction;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** A line of the history of an item. */
export interface AnswerStep
  extends Omit<AnswerChange, 'after'>,
    Pick<StoredAnswer, 'itemId' | 'version'> {
  readonly id: number;
  readonly answer?: Answer;
}

type Row = {
  entity_ref: string;
  checklist_id: string;
  item_id: string;
  version: number;
  answer: AnswerValue | null;
  note: string;
  evidence: string;
  answered_by: string | null;
  answered_at: Date | number | null;
  contest_reason: string | null;
  contested_by: string | null;
  contested_at: Date | number | null;
};

const TABLE = 'reliability_answers';
const CHANGES = 'reliability_answer_changes';

function answerOf(row: Row): Answer | undefined {
  if (row.answer === null) return undefined;
  return {
    value: row.answer,
    note: row.note,
    evidence: JSON.parse(row.evidence) as Evidence[],
    by: row.answered_by ?? '',
    at: timeOf(row.answered_at ?? 0),
  };
}

function contestOf(row: Row): Contest | undefined {
  if (row.contest_reason === null) return undefined;
  return {
    reason: row.contest_reason,
    by: row.contested_by ?? '',
    at: timeOf(row.contested_at ?? 0),
  };
}

function fromRow(row: Row): StoredAnswer {
  return {
    entityRef: row.entity_ref,
    checklistId: row.checklist_id,
    itemId: row.item_id,
    version: row.version,
    answer: answerOf(row),
    contest: contestOf(row),
  };
}

function toRow({ answer, contest, ...stored }: StoredAnswer): Row {
  return {
    entity_ref: stored.entityRef,
    checklist_id: stored.checklistId,
    item_id: stored.itemId,
    version: stored.version,
    answer: answer?.value ?? null,
    note: answer?.note ?? '',
    evidence: JSON.stringify(answer?.evidence ?? []),
    answered_by: answer?.by ?? null,
    answered_at: optionalDate(answer?.at),
    contest_reason: contest?.reason ?? null,
    contested_by: contest?.by ?? null,
    contested_at: optionalDate(contest?.at),
  };
}

/** The answers of services to the items of checklists, and their history. */
export class AnswerStore {
  /** All answers of services, by service. */
  async of(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, StoredAnswer[]>> {
    const rows: Row[] = await db(TABLE).where(anyOf(db, 'entity_ref', refs));
    return groupBy(rows.map(fromRow), ({ entityRef }) => entityRef);
  }

  /** Answers of services to one checklist, in the order of service and item. */
  async ofChecklist(
    db: Db,
    checklistId: string,
    refs: readonly string[],
  ): Promise<StoredAnswer[]> {
    const rows: Row[] = await db(TABLE)
      .where({ checklist_id: checklistId })
      .where(anyOf(db, 'entity_ref', refs))
      .orderBy(['entity_ref', 'item_id']);
    return rows.map(fromRow);
  }

  /** Writes what changes left, and a line of history for each. One change an item. */
  async save(db: Db, changes: readonly AnswerChange[]): Promise<void> {
    await upsert(
      db,
      TABLE,
      changes.map(({ after }) => toRow(after)),
      {
        key: ['entity_ref', 'checklist_id', 'item_id'],
        merge: [
          'version',
          'answer',
          'note',
          'evidence',
          'answered_by',
          'answered_at',
          'contest_reason',
          'contested_by',
          'contested_at',
        ],
      },
    );
    await db.batchInsert(
      CHANGES,
      changes.map(({ after, action, reason, by, at }) => ({
        entity_ref: after.entityRef,
        checklist_id: after.checklistId,
        item_id: after.itemId,
        action,
        answer: after.answer ? JSON.stringify(after.answer) : null,
        reason,
        changed_by: by,
        changed_at: new Date(at),
        version: after.version,
      })),
      500,
    );
  }

  /** The history of an item under all its ids, newest first. */
  async steps(
    db: Db,
    item: {
      entityRef: string;
      checklistId: string;
      itemIds: readonly string[];
    },
    page: { before?: number; limit: number },
  ): Promise<{ items: AnswerStep[]; total: number }> {
    const all = db(CHANGES)
      .where({ entity_ref: item.entityRef, checklist_id: item.checklistId })
      .whereIn('item_id', [...item.itemIds]);
    const [{ total }] = await all.clone().count({ total: '*' });
    const query = all.orderBy('id', 'desc').limit(page.limit);
    if (page.before !== undefined) query.where('id', '<', page.before);
    const rows = await query;
    return {
      total: Number(total),
      items: rows.map(row => ({
        id: row.id,
        itemId: row.item_id,
        action: row.action,
        answer: row.answer ? (JSON.parse(row.answer) as Answer) : undefined,
        reason: row.reason,
        by: row.changed_by,
        at: timeOf(row.changed_at),
        version: row.version,
      })),
    };
  }

  /** Answers that were contested within a span of time and are so still. */
  async contestedBetween(
    db: Db,
    { from, until }: { from: number; until: number },
  ): Promise<StoredAnswer[]> {
    const rows: Row[] = await db(TABLE)
      .where('contested_at', '>', new Date(from))
      .where('contested_at', '<=', new Date(until))
      .orderBy('contested_at');
    return rows.map(fromRow);
  }
}
