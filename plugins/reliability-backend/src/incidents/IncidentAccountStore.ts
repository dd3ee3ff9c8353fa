import { Db, optionalTime, upsert } from '../database/sql';

/** How far an account was read. Times are milliseconds since the epoch. */
export interface IncidentAccountRecord {
  readonly name: string;
  /** Type of the account. */
  readonly provider: string;
  /** Of the last batch that was stored; absent: nothing was ever read. */
  readonly cursor?: string;
  /** Everything since then is known; absent: nothing, or all that was wanted. */
  readonly backfilledTo?: number;
  /** Whether its history was read to the end once. */
  readonly backfillDone: boolean;
  /** Last time that it said all that it has to say. */
  readonly successAt?: number;
  readonly triedAt?: number;
  /** Why the last try failed; absent: it did not. */
  readonly error?: string;
  /** Tries in a row that failed. */
  readonly failures: number;
  /** Not asked before; absent: at any time. */
  readonly nextDueAt?: number;
}

type Time = Date | number;

type Row = {
  name: string;
  provider: string;
  cursor: string | null;
  backfilled_to: Time | null;
  backfill_done: boolean | number;
  success_at: Time | null;
  tried_at: Time | null;
  error: string | null;
  failures: number;
  next_due_at: Time | null;
};

const TABLE = 'reliability_incident_accounts';

const date = (value: number | undefined) =>
  value === undefined ? null : new Date(value);

const fromRow = (row: Row): IncidentAccountRecord => ({
  name: row.name,
  provider: row.provider,
  cursor: row.cursor ?? undefined,
  backfilledTo: optionalTime(row.backfilled_to),
  backfillDone: Boolean(row.backfill_done),
  successAt: optionalTime(row.success_at),
  triedAt: optionalTime(row.tried_at),
  error: row.error ?? undefined,
  failures: row.failures,
  nextDueAt: optionalTime(row.next_due_at),
});

/** How far each account was read, and how it does. */
export class IncidentAccountStore {
  /** An account; as if it were new where it was of another type before, whose cursor says nothing now. */
  async get(
    db: Db,
    name: string,
    provider: string,
  ): Promise<IncidentAccountRecord> {
    const row: Row | undefined = await db(TABLE).where({ name }).first();
    return row?.provider === provider
      ? fromRow(row)
      : { name, provider, backfillDone: false, failures: 0 };
  }

  /** All that were ever read, by name. */
  async all(db: Db): Promise<Map<string, IncidentAccountRecord>> {
    const rows: Row[] = await db(TABLE);
    return new Map(rows.map(row => [row.name, fromRow(row)]));
  }

  async save(db: Db, account: IncidentAccountRecord): Promise<void> {
    const row: Row = {
      name: account.name,
      provider: account.provider,
      cursor: account.cursor ?? null,
      backfilled_to: date(account.backfilledTo),
      backfill_done: account.backfillDone,
      success_at: date(account.successAt),
      tried_at: date(account.triedAt),
      error: account.error ?? null,
      failures: account.failures,
      next_due_at: date(account.nextDueAt),
    };
    const columns = Object.keys(row) as (keyof Row)[];
    await upsert(db, TABLE, [row], {
      key: ['name'],
      merge: columns.filter(name => name !== 'name'),
    });
  }

  /** Has an account read as soon as it is somebody's turn, unless it waits after a failure. */
  async hurry(db: Db, name: string): Promise<void> {
    await db(TABLE).where({ name, failures: 0 }).update({ next_due_at: null });
  }
}
