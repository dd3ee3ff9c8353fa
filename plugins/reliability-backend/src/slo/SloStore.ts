import {
  durationText,
  Slo,
  SloWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, Db, upsert } from '../database/sql';
import { LoadedSlo, measureHashOf, sourceOf, targetOf } from './loadedSlo';

type Row = {
  id: string;
  entity_ref: string;
  file: string;
  definition_hash: string;
};

const TABLE = 'reliability_slos';

/** The column `window`, which lists read. */
export interface StoredWindow {
  readonly kind: SloWindow['kind'];
  /** As OpenSLO writes it. */
  readonly duration: string;
  readonly timeZone?: string;
}

function toRow(
  { id, entityRef, file, slo, hash }: LoadedSlo,
  createdAt: number,
) {
  const { window } = slo;
  const stored: StoredWindow = {
    kind: window.kind,
    duration: durationText(window.duration),
    ...(window.kind === 'calendar' && { timeZone: window.timeZone }),
  };
  return {
    id,
    entity_ref: entityRef,
    name: slo.name,
    title: slo.title,
    file,
    source: sourceOf(slo),
    definition: JSON.stringify(slo),
    definition_hash: hash,
    target: targetOf(slo),
    method: slo.method,
    window: JSON.stringify(stored),
    objectives: slo.composite ? 1 : slo.objectives.length,
    created_at: new Date(createdAt),
  };
}

/** More definitions than this are not kept in memory. */
const MAX_REMEMBERED = 20_000;

type Definition = Pick<LoadedSlo, 'slo' | 'measureHash'>;

/** The SLOs in force. Definitions stay in memory by their hash, so that an unchanged one is read once. */
export class SloStore {
  private readonly remembered = new Map<string, Definition>();

  constructor(
    private readonly options: { readonly maxRemembered?: number } = {},
  ) {}

  /** SLOs of services, in the order of service and id. */
  async ofServices(db: Db, refs: readonly string[]): Promise<LoadedSlo[]> {
    return this.load(db, query =>
      query.where(anyOf(db, 'entity_ref', refs)).orderBy(['entity_ref', 'id']),
    );
  }

  /** SLOs by their ids, in the order of the ids. */
  async get(db: Db, ids: readonly string[]): Promise<LoadedSlo[]> {
    return this.load(db, query =>
      query.where(anyOf(db, 'id', ids)).orderBy('id'),
    );
  }

  /** All SLOs with rules at a source, or of any, in the order of their ids. */
  async ofSource(db: Db, source: string): Promise<LoadedSlo[]> {
    return this.load(db, query => query.where({ source }).orderBy('id'));
  }

  /** Hashes of the definitions in force, by id; locked, so that none changes before the transaction ends. */
  async lockHashes(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    const query = tx(TABLE)
      .select('id', 'definition_hash')
      .where(anyOf(tx, 'id', ids))
      .orderBy('id');
    const rows: Pick<Row, 'id' | 'definition_hash'>[] = await (tx.client.config
      .client === 'pg'
      ? query.forShare()
      : query);
    return new Map(rows.map(row => [row.id, row.definition_hash]));
  }

  async save(
    tx: Knex.Transaction,
    slos: readonly LoadedSlo[],
    now: number,
  ): Promise<void> {
    await upsert(
      tx,
      TABLE,
      slos.map(slo => toRow(slo, now)),
      {
        key: ['id'],
        merge: [
          'name',
          'title',
          'file',
          'source',
          'definition',
          'definition_hash',
          'target',
          'method',
          'window',
          'objectives',
        ],
      },
    );
  }

  /** Their states go with them; history, samples and corrections stay. */
  async remove(tx: Knex.Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx(TABLE).where(anyOf(tx, 'id', ids)).delete();
    await tx('reliability_slo_states').where(anyOf(tx, 'slo_id', ids)).delete();
  }

  private async load(
    db: Db,
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<LoadedSlo[]> {
    const rows: Row[] = await narrow(
      db(TABLE).select('id', 'entity_ref', 'file', 'definition_hash'),
    );
    const definitions = await this.definitionsOf(db, rows);
    return rows.flatMap(row => {
      const definition = definitions.get(row.definition_hash);
      return definition
        ? [
            {
              id: row.id,
              entityRef: row.entity_ref,
              file: row.file,
              hash: row.definition_hash,
              ...definition,
            },
          ]
        : [];
    });
  }

  /** By hash. Others may forget what is remembered meanwhile, so that what is found is held here. */
  private async definitionsOf(
    db: Db,
    wanted: readonly Row[],
  ): Promise<Map<string, Definition>> {
    const found = new Map<string, Definition>();
    const missing: string[] = [];
    for (const { id, definition_hash: hash } of wanted) {
      const known = this.remembered.get(hash);
      if (known) found.set(hash, known);
      else missing.push(id);
    }
    if (missing.length === 0) return found;
    const { maxRemembered = MAX_REMEMBERED } = this.options;
    if (this.remembered.size + missing.length > maxRemembered) {
      this.remembered.clear();
    }
    const rows: { definition_hash: string; definition: string }[] = await db(
      TABLE,
    )
      .select('definition_hash', 'definition')
      .where(anyOf(db, 'id', missing));
    for (const { definition_hash: hash, definition } of rows) {
      const slo = JSON.parse(definition) as Slo;
      const read = { slo, measureHash: measureHashOf(slo) };
      this.remembered.set(hash, read);
      found.set(hash, read);
    }
    return found;
  }
}
