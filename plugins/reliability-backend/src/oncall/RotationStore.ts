import {
  OncallWindow,
  Rotation,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderFailure } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, isPostgres } from '../database/sql';
import { ResponderStore } from './ResponderStore';
import {
  fromReadsRow,
  fromRotationRow,
  READS_COLUMNS,
  rosterIds,
  RotationReads,
  RotationRecord,
  RotationRow,
  ROTATIONS,
} from './rotationRow';
import { ShiftStore } from './ShiftStore';

/** What a read of a rotation leaves behind beside its shifts. */
export interface RotationWrite {
  readonly id: string;
  /** People are ids of responders. */
  readonly reading: Omit<Rotation<string>, 'shifts'>;
  readonly contentHash: string;
  /** Milliseconds since the epoch, as the next. */
  readonly fetchedAt: number;
  readonly nextDueAt: number;
  /** Whether it says something else than before. */
  readonly changed: boolean;
}

/** How the reads of a rotation went, and for which time it was asked last. */
export interface LockedRotation extends RotationReads {
  readonly window?: OncallWindow;
}

/** Tries that failed. */
export interface RotationFailures {
  readonly failure: ProviderFailure;
  readonly error: string;
  readonly triedAt: number;
  readonly nextDueAt: number;
  /** Rotations that were read since are left alone: that answer is newer than the failure. */
  readonly startedAt: number;
  /** Whether the account as a whole gave no answer; a rotation that it does not have stays one. */
  readonly ofAccount?: boolean;
}

const LINKS = 'reliability_oncall_links';

/** Rotations as their providers last told them. */
export class RotationStore {
  constructor(
    private readonly shifts: ShiftStore,
    private readonly responders: ResponderStore,
  ) {}

  /**
   * Rotations with people and shifts, by id.
   *
   * @param window - of the shifts, history included; default: the rotation's own
   */
  async of(
    db: Db,
    ids: readonly string[],
    window?: OncallWindow,
  ): Promise<Map<string, RotationRecord>> {
    if (ids.length === 0) return new Map();
    const rows: RotationRow[] = await db(ROTATIONS)
      .where(anyOf(db, 'id', ids))
      .orderBy('id');
    const shifts = await this.shifts.of(db, ids, window);
    const people = await this.responders.of(db, [
      ...new Set([
        ...shifts.flatMap(({ responder_id: id }) => id ?? []),
        ...rows.flatMap(({ roster }) =>
          rosterIds(roster).flatMap(entry => entry.people),
        ),
      ]),
    ]);
    const byRotation = groupBy(shifts, shift => shift.rotation_id);
    return new Map(
      rows.map(row => [
        row.id,
        fromRotationRow(row, byRotation.get(row.id) ?? [], id =>
          people.get(id),
        ),
      ]),
    );
  }

  /** How the reads of rotations went, by id. */
  async reads(
    db: Db,
    ids: readonly string[],
  ): Promise<Map<string, RotationReads>> {
    if (ids.length === 0) return new Map();
    const rows: RotationRow[] = await db(ROTATIONS)
      .select([...READS_COLUMNS])
      .where(anyOf(db, 'id', ids));
    return new Map(rows.map(row => [row.id, fromReadsRow(row)]));
  }

  /** Rotations of an account that services have and it is time to read, those that wait longest first. */
  async due(
    db: Db,
    account: string,
    now: number,
    limit: number,
  ): Promise<RotationReads[]> {
    const rows: RotationRow[] = await db(`${ROTATIONS} as r`)
      .select(READS_COLUMNS.map(column => `r.${column}`))
      .where('r.account', account)
      .where('r.next_due_at', '<=', new Date(now))
      .whereExists(db(LINKS).select(db.raw('1')).whereRaw('rotation_id = r.id'))
      .orderBy(['r.next_due_at', 'r.id'])
      .limit(limit);
    return rows.map(fromReadsRow);
  }

  /** How the reads of rotations went, by id, locked until the transaction ends. */
  async lock(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<Map<string, LockedRotation>> {
    const query = tx<RotationRow>(ROTATIONS)
      .where(anyOf(tx, 'id', ids))
      .orderBy('id');
    const rows = (await (isPostgres(tx)
      ? query.forUpdate()
      : query)) as RotationRow[];
    return new Map(
      rows.map(row => {
        const { reading } = fromRotationRow(row, [], () => undefined);
        return [row.id, { ...fromReadsRow(row), window: reading?.window }];
      }),
    );
  }

  /** Writes what was read, but for the shifts. */
  async save(tx: Knex.Transaction, write: RotationWrite): Promise<void> {
    const { id, reading, contentHash, fetchedAt, nextDueAt } = write;
    const at = new Date(fetchedAt);
    const row: Partial<RotationRow> = {
      title: reading.title,
      url: reading.url ?? null,
      team: reading.team ?? null,
      time_zone: reading.timeZone ?? null,
      gaps: reading.gaps,
      warnings: JSON.stringify(reading.warnings),
      roster: reading.roster ? JSON.stringify(reading.roster) : null,
      window_from: new Date(reading.window.from),
      window_to: new Date(reading.window.to),
      fetched_at: at,
      tried_at: at,
      failure: null,
      error: null,
      failures: 0,
      next_due_at: new Date(nextDueAt),
      content_hash: contentHash,
      ...(write.changed && { changed_at: at }),
    };
    await tx(ROTATIONS).where({ id }).update(row);
  }

  /** Notes that tries failed. What was read before stays. */
  async fail(
    db: Db,
    ids: readonly string[],
    failures: RotationFailures,
  ): Promise<void> {
    if (ids.length === 0) return;
    const { failure, error, triedAt, nextDueAt, startedAt, ofAccount } =
      failures;
    const failed = db(ROTATIONS)
      .select('id')
      .where(anyOf(db, 'id', ids))
      .where(before =>
        before
          .whereNull('fetched_at')
          .orWhere('fetched_at', '<=', new Date(startedAt)),
      );
    const unlessGone = (column: 'failure' | 'error', value: string) =>
      db.raw(`case when failure = 'not-found' then ${column} else ? end`, [
        value,
      ]);
    // In one order, as others lock them; an update alone takes them as they lie in the table.
    const locked = isPostgres(db) ? failed.orderBy('id').forUpdate() : failed;
    await db(ROTATIONS)
      .whereIn('id', locked)
      .update({
        failure: ofAccount ? unlessGone('failure', failure) : failure,
        error: ofAccount ? unlessGone('error', error) : error,
        failures: db.raw('failures + 1'),
        tried_at: new Date(triedAt),
        next_due_at: new Date(nextDueAt),
      });
  }

  /** Notes since when no service has them, and forgets that of those that some has again. */
  async noteUnlinked(db: Db, now: number): Promise<void> {
    const links = () =>
      db(LINKS).select(db.raw('1')).whereRaw(`rotation_id = ${ROTATIONS}.id`);
    await db(ROTATIONS)
      .whereNull('unlinked_at')
      .whereNotExists(links())
      .update({ unlinked_at: new Date(now) });
    await db(ROTATIONS)
      .whereNotNull('unlinked_at')
      .whereExists(links())
      .update({ unlinked_at: null });
  }

  /** Removes rotations that no service has since a time. @returns how many */
  async dropUnlinked(tx: Knex.Transaction, before: number): Promise<number> {
    const ids: string[] = await tx(ROTATIONS)
      .where('unlinked_at', '<', new Date(before))
      .orderBy('id')
      .pluck('id');
    await this.shifts.remove(tx, ids);
    return tx(ROTATIONS).where(anyOf(tx, 'id', ids)).delete();
  }

  /** Ids of responders that stand in a roster. */
  async rostered(db: Db): Promise<string[]> {
    const rosters: string[] = await db(ROTATIONS)
      .whereNotNull('roster')
      .pluck('roster');
    const ids = rosters.flatMap(text =>
      rosterIds(text).flatMap(({ people }) => people),
    );
    return [...new Set(ids)];
  }
}
