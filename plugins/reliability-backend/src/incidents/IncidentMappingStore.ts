import { groupBy } from '../database/groupBy';
import { anyOf, Db, timeOf, upsert } from '../database/sql';
import { subjectKey, SubjectRef } from './links/subjectLink';

/** Which services something at an account is, as a person set it here. */
export interface IncidentMapping extends SubjectRef {
  /** Empty: none. */
  readonly entityRefs: readonly string[];
  /** Entity reference. */
  readonly setBy: string;
  /** Milliseconds since the epoch. */
  readonly setAt: number;
}

type Row = {
  account: string;
  kind: string;
  ref_id: string;
  entity_refs: string;
  set_by: string;
  set_at: Date | number;
};

const TABLE = 'reliability_incident_mappings';

const fromRow = (row: Row): IncidentMapping => ({
  account: row.account,
  kind: row.kind,
  id: row.ref_id,
  entityRefs: JSON.parse(row.entity_refs) as string[],
  setBy: row.set_by,
  setAt: timeOf(row.set_at),
});

/** Mappings that people made; there are as many as there are things at accounts, which is few. */
export class IncidentMappingStore {
  async get(db: Db, ref: SubjectRef): Promise<IncidentMapping | undefined> {
    const { account, kind, id } = ref;
    const row: Row | undefined = await db(TABLE)
      .where({ account, kind, ref_id: id })
      .first();
    return row && fromRow(row);
  }

  /** All, in a stable order. */
  async all(db: Db): Promise<IncidentMapping[]> {
    const rows: Row[] = await db(TABLE).orderBy(['account', 'kind', 'ref_id']);
    return rows.map(fromRow);
  }

  /** Mappings of certain things, by `subjectKey`. */
  async of(
    db: Db,
    subjects: readonly SubjectRef[],
  ): Promise<Map<string, IncidentMapping>> {
    const wanted = new Set(subjects.map(subjectKey));
    const found: IncidentMapping[] = [];
    for (const [account, some] of groupBy(subjects, s => s.account)) {
      const rows: Row[] = await db(TABLE)
        .where({ account })
        .where(
          anyOf(
            db,
            'ref_id',
            some.map(({ id }) => id),
          ),
        );
      found.push(...rows.map(fromRow));
    }
    return new Map(
      found
        .map((mapping): [string, IncidentMapping] => [
          subjectKey(mapping),
          mapping,
        ])
        .filter(([key]) => wanted.has(key)),
    );
  }

  async set(db: Db, mapping: IncidentMapping): Promise<void> {
    const row: Row = {
      account: mapping.account,
      kind: mapping.kind,
      ref_id: mapping.id,
      entity_refs: JSON.stringify(mapping.entityRefs),
      set_by: mapping.setBy,
      set_at: new Date(mapping.setAt),
    };
    await upsert(db, TABLE, [row], {
      key: ['account', 'kind', 'ref_id'],
      merge: ['entity_refs', 'set_by', 'set_at'],
    });
  }

  /** @returns whether there was one */
  async remove(db: Db, { account, kind, id }: SubjectRef): Promise<boolean> {
    const count = await db(TABLE).where({ account, kind, ref_id: id }).delete();
    return count > 0;
  }
}
