import { IncidentSubject } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, upsert } from '../database/sql';

/** What an incident is about, at its account. */
export interface SubjectsOfIncident {
  readonly id: string;
  readonly account: string;
  readonly subjects: readonly IncidentSubject[];
}

type Row = {
  incident_id: string;
  account: string;
  kind: string;
  ref_id: string;
  label: string | null;
  url: string | null;
};

const TABLE = 'reliability_incident_subjects';

const rowsOf = ({ id, account, subjects }: SubjectsOfIncident): Row[] =>
  subjects.map(subject => ({
    incident_id: id,
    account,
    kind: subject.kind,
    ref_id: subject.id,
    label: subject.label ?? null,
    url: subject.url ?? null,
  }));

/** What incidents are about, at their accounts. */
export class IncidentSubjectStore {
  /** Subjects by the id of their incident, in a stable order. */
  async of(
    db: Db,
    incidentIds: readonly string[],
  ): Promise<Map<string, (IncidentSubject & { account: string })[]>> {
    const rows: Row[] = await db(TABLE)
      .where(anyOf(db, 'incident_id', incidentIds))
      .orderBy(['incident_id', 'kind', 'ref_id']);
    return new Map(
      [...groupBy(rows, row => row.incident_id)].map(([id, found]) => [
        id,
        found.map(row => ({
          account: row.account,
          kind: row.kind,
          id: row.ref_id,
          ...(row.label !== null && { label: row.label }),
          ...(row.url !== null && { url: row.url }),
        })),
      ]),
    );
  }

  /** Replaces what is kept of these incidents. */
  async replace(
    tx: Knex.Transaction,
    incidents: readonly SubjectsOfIncident[],
  ): Promise<void> {
    if (incidents.length === 0) return;
    await tx(TABLE)
      .where(
        anyOf(
          tx,
          'incident_id',
          incidents.map(({ id }) => id),
        ),
      )
      .delete();
    await upsert(tx, TABLE, incidents.flatMap(rowsOf), {
      key: ['incident_id', 'kind', 'ref_id'],
      merge: [],
    });
  }
}
