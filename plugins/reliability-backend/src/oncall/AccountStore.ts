import { ProviderHealth } from '@plimsoll/backstage-plugin-reliability-node';
import { Db, optionalTime, upsert } from '../database/sql';

/** How an account does. Times are milliseconds since the epoch. */
export interface AccountRecord {
  readonly name: string;
  /** As its provider last said, in the replica that asked. */
  readonly health?: ProviderHealth;
  readonly lastSuccessAt?: number;
  readonly lastTryAt?: number;
  /** Why the last run failed; absent: it did not. */
  readonly error?: string;
  /** Runs in a row that failed. */
  readonly failures: number;
  /** Nothing is asked before; absent: at any time. */
  readonly nextDueAt?: number;
}

type Time = Date | number;

type AccountRow = {
  name: string;
  health: string | null;
  last_success_at: Time | null;
  last_try_at: Time | null;
  error: string | null;
  failures: number;
  next_due_at: Time | null;
};

const TABLE = 'reliability_oncall_accounts';

const date = (value: number | undefined) =>
  value === undefined ? null : new Date(value);

const fromRow = (row: AccountRow): AccountRecord => ({
  name: row.name,
  health: row.health === null ? undefined : JSON.parse(row.health),
  lastSuccessAt: optionalTime(row.last_success_at),
  lastTryAt: optionalTime(row.last_try_at),
  error: row.error ?? undefined,
  failures: row.failures,
  nextDueAt: optionalTime(row.next_due_at),
});

/** How each account at a provider does. */
export class AccountStore {
  async get(db: Db, name: string): Promise<AccountRecord | undefined> {
    const row: AccountRow | undefined = await db(TABLE).where({ name }).first();
    return row && fromRow(row);
  }

  /** All that were ever asked, by name. */
  async all(db: Db): Promise<Map<string, AccountRecord>> {
    const rows: AccountRow[] = await db(TABLE);
    return new Map(rows.map(row => [row.name, fromRow(row)]));
  }

  async save(db: Db, account: AccountRecord): Promise<void> {
    const row: AccountRow = {
      name: account.name,
      health: account.health ? JSON.stringify(account.health) : null,
      last_success_at: date(account.lastSuccessAt),
      last_try_at: date(account.lastTryAt),
      error: account.error ?? null,
      failures: account.failures,
      next_due_at: date(account.nextDueAt),
    };
    await upsert(db, TABLE, [row], {
      key: ['name'],
      merge: [
        'health',
        'last_success_at',
        'last_try_at',
        'error',
        'failures',
        'next_due_at',
      ],
    });
  }
}
