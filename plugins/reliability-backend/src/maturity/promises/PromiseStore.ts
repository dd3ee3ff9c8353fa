import {
  PromiseVerdict,
  UNTIERED_RANK,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, Db, inBatches, upsert } from '../../database/sql';
import { PromiseRecord } from './promiseRecord';

/** A list that is empty matches nothing; one that is absent, everything. */
export interface PromiseFilter {
  /** References that the reader may see. */
  readonly visible?: readonly string[];
  readonly owner?: readonly string[];
  readonly tier?: readonly string[];
}

/** What a list holds, and in which order. */
export type PromiseListKind = 'inversion' | 'proposal' | 'promise';

export interface PromisePage {
  readonly kind: PromiseListKind;
  readonly verdict?: readonly PromiseVerdict[];
  /** The order key of the last one of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** Services of one kind and verdict. */
export interface PromiseCounts {
  readonly inversion: number;
  readonly proposal: number;
  readonly verdicts: Readonly<Record<PromiseVerdict, number>>;
}

type Row = {
  entity_ref: string;
  owner: string | null;
  tier_id: string;
  honesty_key: string;
  promise_key: string;
  inversions: number;
  proposed: boolean | number;
  verdict: PromiseVerdict;
  record: string;
};

const TABLE = 'reliability_promises';

/** The worst first; what is not known comes before what is well. */
const ORDER: readonly PromiseVerdict[] = ['broken', 'tight', 'unknown', 'kept'];

/** Rows that are written with one statement. */
const BATCH = 500;

function toRow(record: PromiseRecord): Row {
  const { service, inversions, proposal, promise } = record;
  const { entityRef, tier } = service;
  const rank = String(tier.rank ?? UNTIERED_RANK).padStart(3, '0');
  return {
    entity_ref: entityRef,
    owner: service.owner,
    tier_id: tier.id,
    honesty_key: `${rank}:${entityRef}`,
    promise_key: `${ORDER.indexOf(promise.verdict)}:${rank}:${entityRef}`,
    inversions: inversions.length,
    proposed: proposal !== null,
    verdict: promise.verdict,
    record: JSON.stringify(record),
  };
}

const keyColumn = (kind: PromiseListKind) =>
  kind === 'promise' ? 'promise_key' : 'honesty_key';

const ofKind = {
  inversion: 'inversions > 0',
  proposal: 'proposed',
  promise: '1 = 1',
} as const satisfies Record<PromiseListKind, string>;

/** What was last worked out about each service. */
export class PromiseStore {
  async get(db: Db, ref: string): Promise<PromiseRecord | undefined> {
    const row: Pick<Row, 'record'> | undefined = await db(TABLE)
      .where({ entity_ref: ref })
      .first('record');
    return row && (JSON.parse(row.record) as PromiseRecord);
  }

  /** @returns a page with the order key of each, and how many there are in all */
  async page(
    db: Db,
    filter: PromiseFilter,
    { kind, verdict, after, limit }: PromisePage,
  ): Promise<{
    items: { key: string; record: PromiseRecord }[];
    total: number;
  }> {
    const all = this.matching(db, filter).whereRaw(ofKind[kind]);
    if (verdict) all.where(anyOf(db, 'verdict', verdict));
    const [{ total }] = await all.clone().count({ total: '*' });
    const key = keyColumn(kind);
    const query = all.select({ key, record: 'record' }).orderBy(key);
    if (after !== undefined) query.where(key, '>', after);
    const rows: { key: string; record: string }[] = await query.limit(limit);
    return {
      items: rows.map(row => ({
        key: row.key,
        record: JSON.parse(row.record) as PromiseRecord,
      })),
      total: Number(total),
    };
  }

  async counts(db: Db, filter: PromiseFilter): Promise<PromiseCounts> {
    const rows: {
      verdict: PromiseVerdict;
      services: number | string;
      inversion: number | string;
      proposal: number | string;
    }[] = await this.matching(db, filter)
      .groupBy('verdict')
      .select('verdict')
      .select(
        db.raw(
          'count(*) as services, sum(case when inversions > 0 then 1 else 0 end) as inversion, sum(case when proposed then 1 else 0 end) as proposal',
        ),
      );
    const of = (verdict: PromiseVerdict) =>
      Number(rows.find(row => row.verdict === verdict)?.services ?? 0);
    const sum = (name: 'inversion' | 'proposal') =>
      rows.reduce((total, row) => total + Number(row[name]), 0);
    return {
      inversion: sum('inversion'),
      proposal: sum('proposal'),
      verdicts: {
        broken: of('broken'),
        tight: of('tight'),
        unknown: of('unknown'),
        kept: of('kept'),
      },
    };
  }

  /**
   * Makes what is stored that of the records: writes those that differ and removes those of services that are gone.
   *
   * @returns how many were written or removed
   */
  async replace(
    tx: Knex.Transaction,
    records: ReadonlyMap<string, PromiseRecord>,
  ): Promise<number> {
    const known: Row[] = await tx(TABLE).select('entity_ref', 'record');
    const before = new Map(known.map(row => [row.entity_ref, row.record]));
    const changed = [...records.values()]
      .map(toRow)
      .filter(row => before.get(row.entity_ref) !== row.record);
    for (const batch of inBatches(changed, BATCH)) {
      await upsert(tx, TABLE, batch, {
        key: ['entity_ref'],
        merge: [
          'owner',
          'tier_id',
          'honesty_key',
          'promise_key',
          'inversions',
          'proposed',
          'verdict',
          'record',
        ],
      });
    }
    const gone = [...before.keys()].filter(ref => !records.has(ref));
    if (gone.length > 0) {
      await tx(TABLE).where(anyOf(tx, 'entity_ref', gone)).delete();
    }
    return changed.length + gone.length;
  }

  private matching(db: Db, filter: PromiseFilter): Knex.QueryBuilder {
    const query = db(TABLE);
    const { visible, owner, tier } = filter;
    if (visible) query.where(anyOf(db, 'entity_ref', visible));
    if (owner) query.where(anyOf(db, 'owner', owner));
    if (tier) query.where(anyOf(db, 'tier_id', tier));
    return query;
  }
}
