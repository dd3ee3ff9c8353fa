import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import { anyOf, Db, isPostgres, optionalTime } from '../../database/sql';

/** What a webhook says is to be done. */
export interface Delivery {
  readonly account: string;
  /** Equal when the same one comes again. */
  readonly id: string;
  /** `externalId` of incidents to read again. */
  readonly refresh: readonly string[];
  /** Of accounts that cannot be asked: the incidents themselves. */
  readonly incidents: readonly ReportedIncident[];
  /** Tries that failed. */
  readonly tries: number;
}

/** How the webhooks of an account do. */
export interface DeliveryCounts {
  readonly received: number;
  readonly waiting: number;
  readonly lastAt?: number;
}

type Row = {
  account: string;
  delivery_id: string;
  received_at: Date | number;
  refresh: string;
  done_at: Date | number | null;
  tries: number;
  next_try_at: Date | number;
  error: string | null;
};

const TABLE = 'reliability_incident_deliveries';

const fromRow = (row: Row): Delivery => {
  const { ids = [], incidents = [] } = JSON.parse(row.refresh) as {
    ids?: string[];
    incidents?: ReportedIncident[];
  };
  return {
    account: row.account,
    id: row.delivery_id,
    refresh: ids,
    incidents,
    tries: row.tries,
  };
};

/** Webhooks that came. Each is kept in one insert before it is answered, so that nothing is lost afterwards. */
export class DeliveryStore {
  /**
   * Keeps a delivery. One without anything to do is done at once.
   *
   * @returns whether it is new
   */
  async insert(
    db: Db,
    delivery: Omit<Delivery, 'tries'> & { readonly error?: string },
    now: number,
  ): Promise<boolean> {
    const { account, id, refresh, incidents, error } = delivery;
    const isDone = refresh.length + incidents.length === 0;
    const row: Row = {
      account,
      delivery_id: id,
      received_at: new Date(now),
      refresh: JSON.stringify({ ids: refresh, incidents }),
      done_at: isDone ? new Date(now) : null,
      tries: 0,
      next_try_at: new Date(now),
      error: error ?? null,
    };
    const query = db(TABLE)
      .insert(row)
      .onConflict(['account', 'delivery_id'])
      .ignore();
    if (isPostgres(db)) {
      return (await query.returning('delivery_id')).length > 0;
    }
    // SQLite says the number of the last row there was where it inserts none.
    return db.transaction(async tx => {
      const known = await tx(TABLE)
        .where({ account, delivery_id: id })
        .first('account');
      if (!known) await tx(TABLE).insert(row);
      return !known;
    });
  }

  /** What is to be done of an account, the oldest first. */
  async due(
    db: Db,
    account: string,
    now: number,
    limit: number,
  ): Promise<Delivery[]> {
    const rows: Row[] = await db(TABLE)
      .where({ account })
      .whereNull('done_at')
      .where('next_try_at', '<=', new Date(now))
      .orderBy(['received_at', 'delivery_id'])
      .limit(limit);
    return rows.map(fromRow);
  }

  /** Accounts with something to do by now, sorted. */
  async dueAccounts(db: Db, now: number): Promise<string[]> {
    return db(TABLE)
      .distinct('account')
      .whereNull('done_at')
      .where('next_try_at', '<=', new Date(now))
      .orderBy('account')
      .pluck('account');
  }

  /** Notes that deliveries were dealt with; what they said is not kept. */
  async done(
    db: Db,
    account: string,
    ids: readonly string[],
    now: number,
    error?: string,
  ): Promise<void> {
    await db(TABLE)
      .where({ account })
      .where(anyOf(db, 'delivery_id', ids))
      .update({
        done_at: new Date(now),
        refresh: '{}',
        error: error ?? null,
      });
  }

  /** Notes that deliveries could not be dealt with. */
  async fail(
    db: Db,
    account: string,
    ids: readonly string[],
    failure: { readonly error: string; readonly nextTryAt: number },
  ): Promise<void> {
    await db(TABLE)
      .where({ account })
      .where(anyOf(db, 'delivery_id', ids))
      .increment('tries', 1)
      .update({
        error: failure.error,
        next_try_at: new Date(failure.nextTryAt),
      });
  }

  /** How the webhooks of all accounts do, by account; received since a time. */
  async counts(db: Db, since: number): Promise<Map<string, DeliveryCounts>> {
    const rows: {
      account: string;
      received: number | string;
      waiting: number | string;
      last_at: Date | number | null;
    }[] = await db(TABLE)
      .groupBy('account')
      .select('account')
      .select(
        db.raw(
          'sum(case when received_at >= ? then 1 else 0 end) as received',
          [new Date(since)],
        ),
        db.raw('sum(case when done_at is null then 1 else 0 end) as waiting'),
      )
      .max({ last_at: 'received_at' });
    return new Map(
      rows.map(row => [
        row.account,
        {
          received: Number(row.received),
          waiting: Number(row.waiting),
          lastAt: optionalTime(row.last_at),
        },
      ]),
    );
  }

  /** Removes deliveries that came before a time, dealt with or not. @returns how many */
  async prune(db: Db, before: number): Promise<number> {
    return db(TABLE).where('received_at', '<', new Date(before)).delete();
  }
}
