import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, upsert } from '../database/sql';
import { IncidentMarkStore } from './IncidentMarkStore';
import {
  NamedSubjects,
  SubjectLink,
  subjectKey,
  SubjectProblem,
  SubjectRef,
} from './links/subjectLink';

/** What the annotations of a service name; absent where they name nothing. */
export interface LinkedService {
  readonly entityRef: string;
  readonly incidents?: NamedSubjects;
}

type LinkRow = {
  entity_ref: string;
  account: string;
  kind: string;
  ref_id: string;
  annotation: string;
};

const LINKS = 'reliability_incident_links';
const ENTITIES = 'reliability_incident_entities';

const rowsOf = ({ entityRef, incidents }: LinkedService): LinkRow[] =>
  (incidents?.links ?? []).map(link => ({
    entity_ref: entityRef,
    account: link.account,
    kind: link.kind,
    ref_id: link.id,
    annotation: link.annotation,
  }));

const fromRow = (row: LinkRow): SubjectLink => ({
  account: row.account,
  kind: row.kind,
  id: row.ref_id,
  annotation: row.annotation,
});

/** The same for the same links, in any order. */
const textOf = (links: readonly SubjectLink[] = []): string =>
  links
    .map(link => JSON.stringify([subjectKey(link), link.annotation]))
    .sort()
    .join('\n');

/** Which services are what at accounts, as annotations say. */
export class IncidentLinkStore {
  constructor(private readonly marks: IncidentMarkStore) {}

  /** Replaces what is kept of these services, where it is something else. */
  async declare(
    tx: Knex.Transaction,
    services: readonly LinkedService[],
    now: number,
  ): Promise<void> {
    if (services.length === 0) return;
    const refs = services.map(({ entityRef }) => entityRef);
    const known = await this.ofServices(tx, refs);
    const changed = services.filter(
      ({ entityRef, incidents }) =>
        textOf(incidents?.links) !== textOf(known.get(entityRef)),
    );
    await this.replace(tx, changed, now);
    await this.saveProblems(tx, services, now);
  }

  private async replace(
    tx: Knex.Transaction,
    services: readonly LinkedService[],
    now: number,
  ): Promise<void> {
    if (services.length === 0) return;
    const refs = services.map(({ entityRef }) => entityRef);
    await tx(LINKS).where(anyOf(tx, 'entity_ref', refs)).delete();
    await upsert(tx, LINKS, services.flatMap(rowsOf), {
      key: ['entity_ref', 'account', 'kind', 'ref_id'],
      merge: [],
    });
    await this.marks.mark(tx, refs, now);
  }

  private async saveProblems(
    tx: Knex.Transaction,
    services: readonly LinkedService[],
    now: number,
  ): Promise<void> {
    const known = await this.problemsOf(
      tx,
      services.map(({ entityRef }) => entityRef),
    );
    const rows = services
      .map(({ entityRef, incidents }) => ({
        entityRef,
        found: incidents?.problems ?? [],
      }))
      .filter(
        ({ entityRef, found }) =>
          JSON.stringify(found) !== JSON.stringify(known.get(entityRef) ?? []),
      )
      .map(({ entityRef, found }) => ({
        entity_ref: entityRef,
        problems: JSON.stringify(found),
        changed_at: new Date(now),
      }));
    await upsert(tx, ENTITIES, rows, {
      key: ['entity_ref'],
      merge: ['problems', 'changed_at'],
    });
  }

  /** References of services by what incidents are about; see `subjectKey`. */
  async servicesOf(
    db: Db,
    subjects: readonly SubjectRef[],
  ): Promise<Map<string, string[]>> {
    const rows: LinkRow[] = await this.withIds(db, subjects).orderBy(
      'entity_ref',
    );
    const found = groupBy(rows, row => subjectKey(fromRow(row)));
    return new Map(
      [...found].map(([key, links]) => [
        key,
        links.map(({ entity_ref: ref }) => ref),
      ]),
    );
  }

  /** References of the services that annotations link to an account, sorted. */
  async linkedTo(db: Db, account: string): Promise<string[]> {
    return db(LINKS)
      .distinct('entity_ref')
      .where({ account })
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** What services are linked to, by reference. */
  async ofServices(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, SubjectLink[]>> {
    const rows: LinkRow[] = await db(LINKS)
      .where(anyOf(db, 'entity_ref', refs))
      .orderBy(['entity_ref', 'account', 'kind', 'ref_id']);
    return new Map(
      [...groupBy(rows, row => row.entity_ref)].map(([ref, links]) => [
        ref,
        links.map(fromRow),
      ]),
    );
  }

  /** What is wrong with the annotations of services, by reference; those without problems are left out. */
  async problemsOf(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, SubjectProblem[]>> {
    const rows: { entity_ref: string; problems: string }[] = await db(ENTITIES)
      .select('entity_ref', 'problems')
      .whereNot({ problems: '[]' })
      .where(anyOf(db, 'entity_ref', refs));
    return new Map(
      rows.map(row => [
        row.entity_ref,
        JSON.parse(row.problems) as SubjectProblem[],
      ]),
    );
  }

  /** A few more than asked for: the same id may be of another kind. */
  private withIds(db: Db, subjects: readonly SubjectRef[]): Knex.QueryBuilder {
    const all = (of: (subject: SubjectRef) => string) => [
      ...new Set(subjects.map(of)),
    ];
    return db(LINKS)
      .where(
        anyOf(
          db,
          'account',
          all(({ account }) => account),
        ),
      )
      .where(
        anyOf(
          db,
          'ref_id',
          all(({ id }) => id),
        ),
      );
  }
}
