import {
  OncallShift,
  OncallWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, Db, optionalTime, upsert } from '../database/sql';
import { ShiftRow, SHIFTS, toShiftRow } from './rotationRow';

/** A shift with the id of a responder for its person. */
export type StoredShift = OncallShift<string>;

/** What a shift that reaches over the start of the window has in common with the rest of it. */
const sameTurn = (row: ShiftRow, shift: StoredShift): boolean =>
  row.responder_id === shift.person &&
  row.level === shift.level &&
  row.source === shift.source &&
  Boolean(row.shadow) === shift.shadow &&
  row.schedule === (shift.schedule ?? null);

const startOf = ({ start_at: start }: ShiftRow) =>
  start === null ? null : optionalTime(start)!;

const earlier = (a: number | null, b: number | null) =>
  a === null || b === null ? null : Math.min(a, b);

/** Shifts of rotations. What ended before the window of a read stays as it was known then. */
export class ShiftStore {
  /** Shifts that touch a window, by no order. Without one: those not over before the rotation's own window. */
  async of(
    db: Db,
    rotationIds: readonly string[],
    window?: OncallWindow,
  ): Promise<ShiftRow[]> {
    if (rotationIds.length === 0) return [];
    const begun = () => {
      const query = db(`${SHIFTS} as h`)
        .select('h.*')
        .where(anyOf(db, 'h.rotation_id', rotationIds));
      return window
        ? query.where(either =>
            either
              .whereNull('h.start_at')
              .orWhere('h.start_at', '<', new Date(window.to)),
          )
        : query;
    };
    const ending = window
      ? begun().where('h.end_at', '>', new Date(window.from))
      : begun()
          .join('reliability_oncall_rotations as r', 'r.id', 'h.rotation_id')
          .where('h.end_at', '>', db.ref('r.window_from'));
    // With an `or` instead, SQLite would look at the shifts of all rotations.
    return ending.unionAll(begun().whereNull('h.end_at'));
  }

  /** Writes the shifts of a rotation in a window, in the place of those that were known for it. */
  async replace(
    tx: Knex.Transaction,
    rotationId: string,
    shifts: readonly StoredShift[],
    { from }: OncallWindow,
  ): Promise<void> {
    const known = await this.notOverAt(tx, rotationId, from);
    const [{ last }] = await tx(SHIFTS)
      .where({ rotation_id: rotationId })
      .max({ last: 'position' });
    const begun = known.filter(row => (startOf(row) ?? -Infinity) < from);
    const continued = new Set<number>();
    const rows = shifts
      .filter(({ end }) => end === null || end > from)
      .map((shift, index) => {
        const start = this.startOf(
          shift,
          begun,
          continued,
          from,
          last !== null,
        );
        const position = (last ?? -1) + 1 + index;
        return toShiftRow(rotationId, position, { ...shift, start });
      });
    await this.end(tx, rotationId, { begun, continued, from });
    await tx(SHIFTS)
      .where({ rotation_id: rotationId })
      .where(after =>
        after
          .where('start_at', '>=', new Date(from))
          .orWhereIn('position', [...continued]),
      )
      .delete();
    await upsert(tx, SHIFTS, rows, {
      key: ['rotation_id', 'position'],
      merge: ['start_at', 'end_at'],
    });
  }

  /** Removes shifts that were over before a time, and all of rotations that are gone. @returns how many */
  async prune(db: Db, before: number): Promise<number> {
    return db(SHIFTS).where('end_at', '<', new Date(before)).delete();
  }

  /** Removes all shifts of rotations. */
  async remove(tx: Knex.Transaction, rotationIds: readonly string[]) {
    await tx(SHIFTS).where(anyOf(tx, 'rotation_id', rotationIds)).delete();
  }

  private async notOverAt(
    tx: Knex.Transaction,
    rotationId: string,
    from: number,
  ): Promise<ShiftRow[]> {
    return tx(SHIFTS)
      .where({ rotation_id: rotationId })
      .where(open =>
        open.whereNull('end_at').orWhere('end_at', '>', new Date(from)),
      );
  }

  /** Where a shift began: many providers cut shifts to the window that they are asked for. */
  private startOf(
    shift: StoredShift,
    begun: readonly ShiftRow[],
    continued: Set<number>,
    from: number,
    hasPast: boolean,
  ): number | null {
    if (shift.start !== null && shift.start > from) return shift.start;
    const row = begun.find(candidate => sameTurn(candidate, shift));
    if (!row) return hasPast && shift.start !== null ? from : shift.start;
    continued.add(row.position);
    return earlier(startOf(row), shift.start);
  }

  /** Shifts that reach into the window and are not in it any more ended where it begins. */
  private async end(
    tx: Knex.Transaction,
    rotationId: string,
    options: {
      readonly begun: readonly ShiftRow[];
      readonly continued: ReadonlySet<number>;
      readonly from: number;
    },
  ): Promise<void> {
    const { begun, continued, from } = options;
    const over = begun
      .map(({ position }) => position)
      .filter(position => !continued.has(position));
    if (over.length === 0) return;
    await tx(SHIFTS)
      .where({ rotation_id: rotationId })
      .whereIn('position', over)
      .update({ end_at: new Date(from) });
  }
}
