import { Knex } from 'knex';
import { anyOf, Db, timeOf } from '../database/sql';
import { subjectKey, SubjectRef } from './links/subjectLink';

/** Something at an account that incidents are about which belong to no service. */
export interface UnmappedLine extends SubjectRef {
  readonly provider: string;
  readonly label: string | null;
  readonly url: string | null;
  readonly incidents: number;
  /** When the last of them began; milliseconds since the epoch. */
  readonly lastAt: number;
  /** Whether somebody said that it is no service. */
  readonly ignored: boolean;
}

/** The last incident about something. */
export interface LastIncident {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
}

type Row = {
  account: string;
  kind: string;
  ref_id: string;
  provider: string;
  label: string | null;
  url: string | null;
  incidents: number | string;
  last_at: Date | number;
  ignored: number;
};

/** What incidents are about that is no service yet. */
export class UnmappedStore {
  /** One page: what is not decided first, then what has most incidents. */
  async page(
    db: Db,
    account: string | undefined,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<UnmappedLine[]> {
    const rows: Row[] = await this.grouped(db, account)
      .orderByRaw('ignored, incidents desc, j.account, j.kind, j.ref_id')
      .offset(page.offset)
      .limit(page.limit);
    return rows.map(row => ({
      account: row.account,
      kind: row.kind,
      id: row.ref_id,
      provider: row.provider,
      label: row.label,
      url: row.url,
      incidents: Number(row.incidents),
      lastAt: timeOf(row.last_at),
      ignored: Number(row.ignored) === 1,
    }));
  }

  async count(db: Db, account: string | undefined): Promise<number> {
    const [{ count }] = await db
      .from(this.grouped(db, account).as('g'))
      .count({ count: '*' });
    return Number(count);
  }

  /** How many belong to no service and name nothing. */
  async withoutSubject(db: Db, account: string | undefined): Promise<number> {
    const query = db('reliability_incidents as i')
      .where('i.unmapped', true)
      .whereNull('i.removed_at')
      .whereNotExists(
        db('reliability_incident_subjects as j')
          .select(db.raw('1'))
          .whereRaw('j.incident_id = i.id'),
      );
    if (account !== undefined) query.where('i.account', account);
    const [{ count }] = await query.count({ count: '*' });
    return Number(count);
  }

  /** The last incident about each of some things of the page, by `subjectKey`. */
  async last(
    db: Db,
    subjects: readonly SubjectRef[],
  ): Promise<Map<string, LastIncident>> {
    const ids = [...new Set(subjects.map(({ id }) => id))];
    const ranked = this.unmapped(db, undefined)
      .where(anyOf(db, 'j.ref_id', ids))
      .select(
        'j.account',
        'j.kind',
        'j.ref_id',
        'i.id',
        'i.reference',
        'i.external_id',
        'i.title',
      )
      .select(
        db.raw(
          'row_number() over (partition by j.account, j.kind, j.ref_id order by i.started_at desc, i.id) as place',
        ),
      );
    const rows: {
      account: string;
      kind: string;
      ref_id: string;
      id: string;
      reference: string | null;
      external_id: string;
      title: string;
    }[] = await db.from(ranked.as('r')).where('place', 1);
    return new Map(
      rows.map(row => [
        subjectKey({ account: row.account, kind: row.kind, id: row.ref_id }),
        {
          id: row.id,
          reference: row.reference ?? row.external_id,
          title: row.title,
        },
      ]),
    );
  }

  /** Whether any incident is about something, and how many of those belong to a service. */
  async about(
    db: Db,
    { account, kind, id }: SubjectRef,
  ): Promise<{ incidents: number; mapped: number }> {
    const [row]: Record<string, number | string | null>[] = await db(
      'reliability_incident_subjects as j',
    )
      .join('reliability_incidents as i', 'i.id', 'j.incident_id')
      .where({ 'j.account': account, 'j.kind': kind, 'j.ref_id': id })
      .whereNull('i.removed_at')
      .count({ incidents: '*' })
      .select(db.raw('sum(case when i.unmapped then 0 else 1 end) as mapped'));
    return {
      incidents: Number(row.incidents),
      mapped: Number(row.mapped ?? 0),
    };
  }

  /** Services that something may be, by reference. */
  async candidates(
    db: Db,
    visible: readonly string[] | undefined,
  ): Promise<{ entityRef: string; title: string }[]> {
    const query = db('reliability_services')
      .whereNull('removed_at')
      .orderBy('entity_ref')
      .select({ entityRef: 'entity_ref', title: 'title' });
    if (visible) query.where(anyOf(db, 'entity_ref', visible));
    return query;
  }

  private unmapped(db: Db, account: string | undefined): Knex.QueryBuilder {
    const query = db('reliability_incident_subjects as j')
      .join('reliability_incidents as i', 'i.id', 'j.incident_id')
      .where('i.unmapped', true)
      .whereNull('i.removed_at');
    if (account !== undefined) query.where('j.account', account);
    return query;
  }

  private grouped(db: Db, account: string | undefined): Knex.QueryBuilder {
    return this.unmapped(db, account)
      .leftJoin('reliability_incident_mappings as m', join =>
        join
          .on('m.account', 'j.account')
          .andOn('m.kind', 'j.kind')
          .andOn('m.ref_id', 'j.ref_id'),
      )
      .groupBy('j.account', 'j.kind', 'j.ref_id')
      .select('j.account', 'j.kind', 'j.ref_id')
      .select(
        db.raw('max(i.provider) as provider'),
        db.raw('max(j.label) as label'),
        db.raw('max(j.url) as url'),
        db.raw('count(*) as incidents'),
        db.raw('max(i.started_at) as last_at'),
        db.raw(
          `max(case when m.entity_refs = '[]' then 1 else 0 end) as ignored`,
        ),
      );
  }
}
