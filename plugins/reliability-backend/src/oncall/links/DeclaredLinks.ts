import { RotationKind } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { groupBy } from '../../database/groupBy';
import { anyOf, isPostgres, upsert } from '../../database/sql';
import { OncallServiceStore } from '../OncallServiceStore';
import { ROTATIONS } from '../rotationRow';
import { NamedRotations, RotationLink } from './rotationLink';

/** What annotations name for one service; absent where they name nothing. */
export interface DeclaredService {
  readonly entityRef: string;
  readonly oncall?: NamedRotations;
}

type LinkRow = {
  entity_ref: string;
  rotation_id: string;
  position: number;
  account: string;
  kind: RotationKind;
  ref_id: string;
  origin: string;
  annotation: string;
};

const LINKS = 'reliability_oncall_links';
const SERVICES = 'reliability_oncall_services';

const toRow = (
  entityRef: string,
  link: RotationLink,
  position: number,
): LinkRow => ({
  entity_ref: entityRef,
  rotation_id: link.rotationId,
  position,
  account: link.account,
  kind: link.kind,
  ref_id: link.id,
  origin: link.origin,
  annotation: link.annotation,
});

const rowsOf = ({ entityRef, oncall }: DeclaredService) =>
  (oncall?.links ?? []).map((link, index) => toRow(entityRef, link, index));

/** A rotation that nobody read yet. */
const pendingRow = (link: LinkRow, now: number) => ({
  id: link.rotation_id,
  account: link.account,
  kind: link.kind,
  ref_id: link.ref_id,
  title: link.ref_id,
  gaps: 'unknown',
  warnings: '[]',
  failures: 0,
  next_due_at: new Date(now),
  changed_at: new Date(now),
});

const isSame = (a: readonly LinkRow[], b: readonly LinkRow[]) =>
  a.length === b.length &&
  a.every((row, index) =>
    (['rotation_id', 'origin', 'annotation'] as const).every(
      column => row[column] === b[index][column],
    ),
  );

/** Writes which rotations services have, and what is wrong with what their annotations name. */
export class DeclaredLinks {
  private readonly services = new OncallServiceStore();

  /**
   * Replaces what is kept of these services. A rotation that one of them did not have yet is due at once. A
   * rotation that is being written right now is waited for, so that whoever assesses next sees what was read;
   * services are locked before rotations everywhere, so that nothing deadlocks.
   */
  async declare(
    tx: Knex.Transaction,
    services: readonly DeclaredService[],
    now: number,
  ): Promise<void> {
    if (services.length === 0) return;
    const refs = services.map(({ entityRef }) => entityRef);
    const rows: LinkRow[] = await tx(LINKS)
      .where(anyOf(tx, 'entity_ref', refs))
      .orderBy(['entity_ref', 'position']);
    const known = groupBy(rows, row => row.entity_ref);
    const changed = services.filter(
      service => !isSame(rowsOf(service), known.get(service.entityRef) ?? []),
    );
    const before = changed.flatMap(
      ({ entityRef }) => known.get(entityRef) ?? [],
    );
    const after = changed.flatMap(rowsOf);
    await this.replace(tx, changed, after);
    await this.addRotations(tx, newOf(after, before), now);
    await this.saveProblems(tx, services, now);
  }

  /** Takes services away that left. */
  async forget(
    tx: Knex.Transaction,
    refs: readonly string[],
    now: number,
  ): Promise<void> {
    await this.declare(
      tx,
      refs.map(entityRef => ({ entityRef })),
      now,
    );
    const kept: string[] = await tx(SERVICES)
      .where(anyOf(tx, 'entity_ref', refs))
      .pluck('entity_ref');
    if (kept.length === 0) return;
    await tx(SERVICES).where(anyOf(tx, 'entity_ref', kept)).delete();
  }

  private async replace(
    tx: Knex.Transaction,
    services: readonly DeclaredService[],
    rows: readonly LinkRow[],
  ): Promise<void> {
    if (services.length === 0) return;
    const refs = services.map(({ entityRef }) => entityRef);
    await tx(LINKS).where(anyOf(tx, 'entity_ref', refs)).delete();
    await upsert(tx, LINKS, rows, {
      key: ['entity_ref', 'rotation_id'],
      merge: [],
    });
  }

  private async addRotations(
    tx: Knex.Transaction,
    links: readonly LinkRow[],
    now: number,
  ): Promise<void> {
    if (links.length === 0) return;
    const ids = links.map(link => link.rotation_id);
    const known: string[] = await tx(ROTATIONS)
      .where(anyOf(tx, 'id', ids))
      .pluck('id');
    const isKnown = new Set(known);
    const rows = links
      .filter(link => !isKnown.has(link.rotation_id))
      .map(link => pendingRow(link, now));
    await upsert(tx, ROTATIONS, rows, { key: ['id'], merge: [] });
    const due = tx(ROTATIONS).select('id').where(anyOf(tx, 'id', known));
    await tx(ROTATIONS)
      .whereIn('id', isPostgres(tx) ? due.orderBy('id').forUpdate() : due)
      .update({ next_due_at: new Date(now), unlinked_at: null });
  }

  private async saveProblems(
    tx: Knex.Transaction,
    services: readonly DeclaredService[],
    now: number,
  ): Promise<void> {
    const known = await this.services.of(
      tx,
      services.map(({ entityRef }) => entityRef),
    );
    const changed = services
      .map(({ entityRef, oncall }) => ({
        entityRef,
        found: oncall?.problems ?? [],
      }))
      .filter(
        ({ entityRef, found }) =>
          JSON.stringify(known.get(entityRef)?.problems ?? []) !==
          JSON.stringify(found),
      );
    const rows = changed.map(({ entityRef, found }) => ({
      entity_ref: entityRef,
      problems: JSON.stringify(found),
      findings: '[]',
      words: '',
      changed_at: new Date(now),
    }));
    await upsert(tx, SERVICES, rows, {
      key: ['entity_ref'],
      merge: ['problems', 'changed_at'],
    });
  }
}

/** Links to rotations that none of the others names, each rotation once, sorted. */
function newOf(
  links: readonly LinkRow[],
  others: readonly LinkRow[],
): LinkRow[] {
  const pairs = new Set(
    others.map(row => `${row.entity_ref}\n${row.rotation_id}`),
  );
  const found = new Map(
    links
      .filter(row => !pairs.has(`${row.entity_ref}\n${row.rotation_id}`))
      .map(row => [row.rotation_id, row]),
  );
  return [...found.values()].sort((a, b) =>
    a.rotation_id < b.rotation_id ? -1 : 1,
  );
}
