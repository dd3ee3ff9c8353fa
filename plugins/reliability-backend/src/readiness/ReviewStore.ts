import { Dossier, Review } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, optionalTime, timeOf } from '../database/sql';
import { optionalDate } from '../maturity/reportRow';

/** A review as stored. Times are milliseconds since the epoch. */
export interface StoredReview {
  readonly id: string;
  readonly entityRef: string;
  readonly checklistId: string;
  readonly phaseId: string;
  readonly state: Review['state'];
  readonly requestedBy: string;
  readonly requestedAt: number;
  readonly note: string;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  readonly comment: string;
  /** By item id. */
  readonly comments: Readonly<Record<string, string>>;
  readonly dossierHash?: string;
}

/** The last approval of a phase with what was approved. */
export interface StoredSignOff {
  readonly review: StoredReview;
  readonly dossier: Dossier;
}

type Row = {
  id: string;
  entity_ref: string;
  checklist_id: string;
  phase_id: string;
  state: Review['state'];
  requested_by: string;
  requested_at: Date | number;
  note: string;
  decided_by: string | null;
  decided_at: Date | number | null;
  comment: string;
  comments: string;
  dossier: string | null;
  dossier_hash: string | null;
};

const TABLE = 'reliability_reviews';

const COLUMNS: (keyof Row)[] = [
  'id',
  'entity_ref',
  'checklist_id',
  'phase_id',
  'state',
  'requested_by',
  'requested_at',
  'note',
  'decided_by',
  'decided_at',
  'comment',
  'comments',
  'dossier_hash',
];

function fromRow(row: Row): StoredReview {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    checklistId: row.checklist_id,
    phaseId: row.phase_id,
    state: row.state,
    requestedBy: row.requested_by,
    requestedAt: timeOf(row.requested_at),
    note: row.note,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: optionalTime(row.decided_at),
    comment: row.comment,
    comments: JSON.parse(row.comments),
    dossierHash: row.dossier_hash ?? undefined,
  };
}

/** The first of each phase of a service. */
function withoutOlder(newestFirst: readonly StoredReview[]): StoredReview[] {
  const seen = new Set<string>();
  return newestFirst.filter(({ entityRef, checklistId, phaseId }) => {
    const phase = `${entityRef} ${checklistId} ${phaseId}`;
    const isFirst = !seen.has(phase);
    seen.add(phase);
    return isFirst;
  });
}

/** Reviews of phases and what they approved. */
export class ReviewStore {
  async insert(db: Db, review: StoredReview): Promise<void> {
    await db(TABLE).insert({
      id: review.id,
      entity_ref: review.entityRef,
      checklist_id: review.checklistId,
      phase_id: review.phaseId,
      state: review.state,
      requested_by: review.requestedBy,
      requested_at: new Date(review.requestedAt),
      note: review.note,
      comment: review.comment,
      comments: JSON.stringify(review.comments),
    });
  }

  async get(db: Db, id: string): Promise<StoredReview | undefined> {
    const row: Row | undefined = await db(TABLE)
      .where({ id })
      .first(...COLUMNS);
    return row && fromRow(row);
  }

  /** The text of the frozen copy, as it was written. */
  async dossier(
    db: Db,
    id: string,
  ): Promise<{ text: string; hash: string } | undefined> {
    const row: Row | undefined = await db(TABLE).where({ id }).first();
    return row?.dossier && row.dossier_hash
      ? { text: row.dossier, hash: row.dossier_hash }
      : undefined;
  }

  /** Writes a decision on a review that nobody has decided on. @returns whether it was still open */
  async decide(
    db: Db,
    review: StoredReview,
    dossier?: { text: string; hash: string },
  ): Promise<boolean> {
    const changed = await db(TABLE)
      .where({ id: review.id, state: 'requested' })
      .update({
        state: review.state,
        decided_by: review.decidedBy,
        decided_at: optionalDate(review.decidedAt),
        comment: review.comment,
        comments: JSON.stringify(review.comments),
        dossier: dossier?.text ?? null,
        dossier_hash: dossier?.hash ?? null,
      });
    return changed > 0;
  }

  /** The last review of each phase of services, by service. */
  async latest(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, StoredReview[]>> {
    const rows: Row[] = await db(TABLE)
      .where(anyOf(db, 'entity_ref', refs))
      // One that is open is the last, even where the clocks of two replicas differ.
      .orderByRaw(`case when state = 'requested' then 0 else 1 end`)
      .orderBy([{ column: 'requested_at', order: 'desc' }, { column: 'id' }])
      .select(...COLUMNS);
    return groupBy(
      withoutOlder(rows.map(fromRow)),
      ({ entityRef }) => entityRef,
    );
  }

  /** The last approval of each phase of services, by service. */
  async signOffs(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, StoredSignOff[]>> {
    const newer = db({ newer: TABLE })
      .select(db.raw('1'))
      .whereRaw('newer.entity_ref = reliability_reviews.entity_ref')
      .whereRaw('newer.checklist_id = reliability_reviews.checklist_id')
      .whereRaw('newer.phase_id = reliability_reviews.phase_id')
      .where('newer.state', 'approved')
      .whereRaw('newer.decided_at > reliability_reviews.decided_at');
    const rows: Row[] = await db(TABLE)
      .where(anyOf(db, 'entity_ref', refs))
      .where({ state: 'approved' })
      .whereNotExists(newer);
    return groupBy(
      rows.map(row => ({
        review: fromRow(row),
        dossier: JSON.parse(row.dossier ?? 'null') as Dossier,
      })),
      ({ review }) => review.entityRef,
    );
  }

  /** Reviews of one checklist of a service, newest first. */
  async list(
    db: Db,
    of: { entityRef: string; checklistId: string; phaseId?: string },
    page: { offset: number; limit: number },
  ): Promise<{ items: StoredReview[]; total: number }> {
    const all = db(TABLE).where({
      entity_ref: of.entityRef,
      checklist_id: of.checklistId,
      ...(of.phaseId !== undefined && { phase_id: of.phaseId }),
    });
    const [{ total }] = await all.clone().count({ total: '*' });
    const rows: Row[] = await all
      .orderBy([{ column: 'requested_at', order: 'desc' }, { column: 'id' }])
      .select(...COLUMNS)
      .offset(page.offset)
      .limit(page.limit);
    return { items: rows.map(fromRow), total: Number(total) };
  }

  /** Reviews that wait for a decision, oldest first. */
  async open(db: Db): Promise<StoredReview[]> {
    const rows: Row[] = await db(TABLE)
      .where({ state: 'requested' })
      .orderBy('requested_at')
      .select(...COLUMNS);
    return rows.map(fromRow);
  }

  /** Reviews that were asked for within a span of time and wait still, or were approved or returned within it. */
  async between(
    db: Db,
    { from, until }: { from: number; until: number },
  ): Promise<StoredReview[]> {
    const within = (column: string) => (query: Knex.QueryBuilder) =>
      query
        .where(column, '>', new Date(from))
        .where(column, '<=', new Date(until));
    const rows: Row[] = await db(TABLE)
      .where(either =>
        either
          .where(asked =>
            asked.where({ state: 'requested' }).where(within('requested_at')),
          )
          .orWhere(decided =>
            decided
              .whereIn('state', ['approved', 'returned'])
              .where(within('decided_at')),
          ),
      )
      .orderBy('requested_at')
      .select(...COLUMNS);
    return rows.map(fromRow);
  }
}
