import {
  AnswerProposal,
  AnswerValue,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Db, timeOf, upsert } from '../../database/sql';

/** An answer that was proposed. */
export interface StoredProposal
  extends Pick<AnswerProposal, 'id' | 'itemId' | 'note' | 'evidence' | 'by'> {
  readonly entityRef: string;
  readonly checklistId: string;
  readonly answer: AnswerValue;
  /** Of the item for which it was made. */
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

type Row = {
  entity_ref: string;
  checklist_id: string;
  item_id: string;
  proposed_by: string;
  id: string;
  version: number;
  answer: AnswerValue;
  note: string;
  evidence: string;
  proposed_at: Date | number;
};

const TABLE = 'reliability_answer_proposals';

const fromRow = (row: Row): StoredProposal => ({
  entityRef: row.entity_ref,
  checklistId: row.checklist_id,
  itemId: row.item_id,
  by: row.proposed_by,
  id: row.id,
  version: row.version,
  answer: row.answer,
  note: row.note,
  evidence: JSON.parse(row.evidence),
  at: timeOf(row.proposed_at),
});

const toRow = (proposal: StoredProposal): Row => ({
  entity_ref: proposal.entityRef,
  checklist_id: proposal.checklistId,
  item_id: proposal.itemId,
  proposed_by: proposal.by,
  id: proposal.id,
  version: proposal.version,
  answer: proposal.answer,
  note: proposal.note,
  evidence: JSON.stringify(proposal.evidence),
  proposed_at: new Date(proposal.at),
});

/** Answers that wait for a person. */
export class ProposalStore {
  /** All of one checklist of a service, the newest first; also those that are outdated. */
  async of(
    db: Db,
    entityRef: string,
    checklistId: string,
  ): Promise<StoredProposal[]> {
    const rows: Row[] = await db(TABLE)
      .where({ entity_ref: entityRef, checklist_id: checklistId })
      .orderBy([{ column: 'proposed_at', order: 'desc' }, 'id']);
    return rows.map(fromRow);
  }

  /** Writes a proposal over the one that the same proposer made for the same item. */
  async save(db: Db, proposal: StoredProposal): Promise<void> {
    await upsert(db, TABLE, [toRow(proposal)], {
      key: ['entity_ref', 'checklist_id', 'item_id', 'proposed_by'],
      merge: ['id', 'version', 'answer', 'note', 'evidence', 'proposed_at'],
    });
  }

  async remove(db: Db, { entityRef, id }: StoredProposal): Promise<void> {
    await db(TABLE).where({ entity_ref: entityRef, id }).delete();
  }

  /** Those made within a span of time; also those that are outdated. */
  async between(
    db: Db,
    { from, until }: { readonly from: number; readonly until: number },
  ): Promise<StoredProposal[]> {
    const rows: Row[] = await db(TABLE)
      .where('proposed_at', '>', new Date(from))
      .where('proposed_at', '<=', new Date(until))
      .orderBy(['proposed_at', 'id']);
    return rows.map(fromRow);
  }
}
