import {
  EarlierIncident,
  repeatOf,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, isPostgres, optionalTime, timeOf } from '../database/sql';
import { INCIDENTS } from './incidentRow';

/** An incident that was written, as far as repeats go. Times are milliseconds since the epoch. */
export interface WrittenKey {
  readonly id: string;
  readonly key: string | null;
  readonly startedAt: number;
  readonly resolvedAt: number | null;
}

type Row = {
  id: string;
  dedupe_key: string;
  started_at: Date | number;
  resolved_at: Date | number | null;
  repeat_of: string | null;
  counts: boolean | number;
};

interface Keyed extends EarlierIncident {
  readonly repeatOf: string | null;
  readonly counts: boolean;
}

/** Which incidents repeat which. */
export class RepeatStore {
  /**
   * Finds out again what the written incidents repeat, and which ones repeat them: history may come in any order.
   *
   * @returns references of the services of incidents of which that changed
   */
  async update(
    tx: Knex.Transaction,
    written: readonly WrittenKey[],
    withinMs: number,
  ): Promise<string[]> {
    const found = await this.affected(tx, written, withinMs);
    const groups = groupBy(
      found.filter(({ counts }) => counts),
      ({ key }) => key,
    );
    const touched: string[] = [];
    const changed: { id: string; repeat_of: string | null }[] = [];
    for (const incident of found) {
      const { id, key, entityRefs, startedAt } = incident;
      const repeats = incident.counts
        ? repeatOf(
            {
              id,
              dedupeKey: key ?? undefined,
              entityRefs,
              stamps: { declared: { at: startedAt, from: 'provider' } },
            },
            groups.get(key) ?? [],
            withinMs,
          ) ?? null
        : null;
      if (repeats !== incident.repeatOf) {
        changed.push({ id, repeat_of: repeats });
        touched.push(...entityRefs);
      }
    }
    await this.save(tx, changed);
    return touched;
  }

  /** In one statement: nearly every one of a long history may repeat another. */
  private async save(
    tx: Knex.Transaction,
    changed: readonly { id: string; repeat_of: string | null }[],
  ): Promise<void> {
    if (changed.length === 0) return;
    const statement = isPostgres(tx)
      ? `update ?? as i set repeat_of = v.repeat_of from json_to_recordset(?) as v(id text, repeat_of text) where i.id = v.id`
      : `update ?? as i set repeat_of = v.value ->> 'repeat_of' from json_each(?) as v where i.id = v.value ->> 'id'`;
    await tx.raw(statement, [INCIDENTS, JSON.stringify(changed)]);
  }

  /** Those of the same keys near in time, and those that repeat a written one so far. */
  private async affected(
    tx: Knex.Transaction,
    written: readonly WrittenKey[],
    withinMs: number,
  ): Promise<Keyed[]> {
    const ids = written.map(({ id }) => id);
    const keys = [...new Set(written.flatMap(({ key }) => key ?? []))];
    const starts = written.map(({ startedAt }) => startedAt);
    const ends = written.map(({ startedAt, resolvedAt }) =>
      Math.max(startedAt, resolvedAt ?? startedAt),
    );
    const first = new Date(Math.min(...starts) - withinMs);
    const last = new Date(Math.max(...ends) + withinMs);
    const near = tx(INCIDENTS)
      .select('id')
      .where(anyOf(tx, 'dedupe_key', keys))
      .where('started_at', '<=', last)
      .where(lately =>
        lately
          .where('started_at', '>=', first)
          .orWhere('resolved_at', '>=', first),
      );
    const repeating = tx(INCIDENTS)
      .select('id')
      .where(anyOf(tx, 'repeat_of', ids));
    const own = tx(INCIDENTS).select('id').where(anyOf(tx, 'id', ids));
    // Each by an index of its own: one condition of all three would read every incident.
    const rows: Row[] = await tx(INCIDENTS)
      .select('id', 'dedupe_key', 'started_at', 'resolved_at', 'repeat_of')
      .select('counts')
      .whereNotNull('dedupe_key')
      .whereIn('id', tx.union([near, repeating, own]))
      .orderBy('id');
    return this.withServices(tx, rows);
  }

  private async withServices(db: Db, rows: readonly Row[]): Promise<Keyed[]> {
    if (rows.length === 0) return [];
    const links: { incident_id: string; entity_ref: string }[] = await db(
      'reliability_incident_services',
    )
      .select('incident_id', 'entity_ref')
      .where(
        anyOf(
          db,
          'incident_id',
          rows.map(({ id }) => id),
        ),
      )
      .orderBy('entity_ref');
    const services = groupBy(links, link => link.incident_id);
    return rows.map(row => ({
      id: row.id,
      key: row.dedupe_key,
      entityRefs: (services.get(row.id) ?? []).map(link => link.entity_ref),
      startedAt: timeOf(row.started_at),
      resolvedAt: optionalTime(row.resolved_at) ?? null,
      repeatOf: row.repeat_of,
      counts: Boolean(row.counts),
    }));
  }
}
