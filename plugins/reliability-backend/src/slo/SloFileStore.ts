import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, timeOf, upsert } from '../database/sql';
import {
  FileLocation,
  FileRow,
  fromFileRow,
  SloFile,
  toFileRow,
} from './sloFileRow';

/** The files that one service names. */
export interface DeclaredFiles {
  readonly entityRef: string;
  readonly files: readonly string[];
  readonly location: FileLocation;
}

const TABLE = 'reliability_slo_files';

/** All but the content, which only a compilation reads. */
const LIGHT = [
  'entity_ref',
  'file',
  'location',
  'url',
  'state',
  'error',
  'etag',
  'content_hash',
  'context_hash',
  'read_at',
  'checked_at',
  'next_check_at',
  'failures',
  'diagnostics',
  'errors',
  'changed_at',
];

const keyOf = (entityRef: string, file: string) => `${entityRef}\n${file}`;

/** The files with SLOs that entities name. */
export class SloFileStore {
  /** The files of services, by service, without their content. */
  async of(db: Db, refs: readonly string[]): Promise<Map<string, SloFile[]>> {
    const rows: FileRow[] = await db(TABLE)
      .select(LIGHT)
      .where(anyOf(db, 'entity_ref', refs))
      .orderBy(['entity_ref', 'file']);
    return groupBy(rows.map(fromFileRow), ({ entityRef }) => entityRef);
  }

  /** The files of one service with their content, in the order of their names. */
  async whole(db: Db, entityRef: string): Promise<SloFile[]> {
    const rows: FileRow[] = await db(TABLE)
      .where({ entity_ref: entityRef })
      .orderBy('file');
    return rows.map(fromFileRow);
  }

  /**
   * Notes which files services name now. New files and those whose place changed are due at once; those
   * that are not named any more leave.
   *
   * @returns the files that left
   */
  async declare(
    tx: Knex.Transaction,
    services: readonly DeclaredFiles[],
    now: number,
  ): Promise<Pick<SloFile, 'entityRef' | 'file'>[]> {
    const refs = services.map(({ entityRef }) => entityRef);
    const known = [...(await this.of(tx, refs)).values()].flat();
    const byKey = new Map(
      known.map(file => [keyOf(file.entityRef, file.file), file]),
    );
    const wanted = services.flatMap(({ entityRef, files, location }) =>
      files.map(file => ({ entityRef, file, location })),
    );
    const changed = wanted.filter(({ entityRef, file, location }) => {
      const before = byKey.get(keyOf(entityRef, file));
      return (
        !before || JSON.stringify(before.location) !== JSON.stringify(location)
      );
    });
    const rows = changed.map(({ entityRef, file, location }) =>
      toFileRow({
        entityRef,
        file,
        location,
        state: 'pending',
        nextCheckAt: now,
        failures: 0,
        diagnostics: [],
        errors: 0,
        changedAt: now,
      }),
    );
    await upsert(tx, TABLE, rows, {
      key: ['entity_ref', 'file'],
      merge: ['location', 'etag', 'next_check_at', 'failures'],
    });
    const stays = new Set(
      wanted.map(({ entityRef, file }) => keyOf(entityRef, file)),
    );
    const gone = known.filter(
      ({ entityRef, file }) => !stays.has(keyOf(entityRef, file)),
    );
    for (const { entityRef, file } of gone) {
      await tx(TABLE).where({ entity_ref: entityRef, file }).delete();
    }
    return gone;
  }

  /** Services with files that have to be looked at, those that wait longest first. */
  async due(db: Db, now: number, limit: number): Promise<string[]> {
    return db(TABLE)
      .where('next_check_at', '<=', new Date(now))
      .groupBy('entity_ref')
      .orderBy([{ column: db.raw('min(next_check_at)') }, 'entity_ref'])
      .limit(limit)
      .pluck('entity_ref');
  }

  /** What is wrong with the files of services, by service. */
  async problems(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, Pick<SloFile, 'errors' | 'changedAt'>>> {
    const rows: {
      entity_ref: string;
      errors: number | string;
      changed_at: Date | number;
    }[] = await db(TABLE)
      .select('entity_ref')
      .sum({ errors: 'errors' })
      .max({ changed_at: 'changed_at' })
      .where(anyOf(db, 'entity_ref', refs))
      .groupBy('entity_ref');
    return new Map(
      rows.map(row => [
        row.entity_ref,
        { errors: Number(row.errors), changedAt: timeOf(row.changed_at) },
      ]),
    );
  }

  /** Leaves the files of a service alone until a time. */
  async postpone(db: Db, entityRef: string, until: number): Promise<void> {
    await db(TABLE)
      .where({ entity_ref: entityRef })
      .update({ next_check_at: new Date(until) });
  }

  /** Makes all files due that were compiled with something else than is in force now. */
  async recompile(db: Db, contextHash: string, now: number): Promise<void> {
    await db(TABLE)
      .whereNotNull('context_hash')
      .whereNot({ context_hash: contextHash })
      .update({ next_check_at: new Date(now) });
  }

  /** Notes that files are as they were. */
  async confirm(
    db: Db,
    files: readonly Pick<SloFile, 'entityRef' | 'file' | 'nextCheckAt'>[],
    now: number,
  ): Promise<void> {
    for (const { entityRef, file, nextCheckAt } of files) {
      await db(TABLE)
        .where({ entity_ref: entityRef, file })
        .update({
          state: 'read',
          error: null,
          failures: 0,
          read_at: new Date(now),
          checked_at: new Date(now),
          next_check_at: new Date(nextCheckAt),
        });
    }
  }

  /** Writes what became of files. One that is not named any more stays away. */
  async save(tx: Knex.Transaction, files: readonly SloFile[]): Promise<void> {
    for (const file of files) {
      const { entity_ref, file: name, location: _, ...row } = toFileRow(file);
      await tx(TABLE).where({ entity_ref, file: name }).update(row);
    }
  }
}
