import {
  DeclaredDependency,
  DependencyVia,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, upsert } from '../database/sql';
import { NamedDependency } from './declaredDependencies';

type Row = { entity_ref: string; depends_on: string; via: DependencyVia };

const TABLE = 'reliability_dependencies';

const KEY = ['entity_ref', 'depends_on', 'via'] as const;

const fromRow = (row: Row): DeclaredDependency => ({
  from: row.entity_ref,
  to: row.depends_on,
  via: row.via,
});

/** Equal for equal dependencies, whatever their order. */
const keyOf = (named: readonly NamedDependency[]): string =>
  JSON.stringify(named.map(({ to, via }) => `${to} ${via}`).sort());

/** What services name in the catalog that they need. */
export class DependencyStore {
  /** All of it, in order. */
  async all(db: Db): Promise<DeclaredDependency[]> {
    const rows: Row[] = await db(TABLE)
      .select(KEY)
      .orderBy([...KEY]);
    return rows.map(fromRow);
  }

  /** What some services name, in order. */
  async of(db: Db, refs: readonly string[]): Promise<DeclaredDependency[]> {
    const rows: Row[] = await db(TABLE)
      .select(KEY)
      .where(anyOf(db, 'entity_ref', refs))
      .orderBy([...KEY]);
    return rows.map(fromRow);
  }

  /** Makes what is stored that of the services; one without dependencies keeps none, and an unchanged one is left. */
  async declare(
    tx: Knex.Transaction,
    services: readonly {
      readonly entityRef: string;
      readonly dependencies?: readonly NamedDependency[];
    }[],
  ): Promise<void> {
    const known = groupBy(
      await this.of(
        tx,
        services.map(({ entityRef }) => entityRef),
      ),
      ({ from }) => from,
    );
    const changed = services.filter(
      ({ entityRef, dependencies = [] }) =>
        keyOf(known.get(entityRef) ?? []) !== keyOf(dependencies),
    );
    const before = changed.flatMap(({ entityRef }) =>
      known.has(entityRef) ? [entityRef] : [],
    );
    if (before.length > 0) {
      await tx(TABLE).where(anyOf(tx, 'entity_ref', before)).delete();
    }
    const rows: Row[] = changed.flatMap(({ entityRef, dependencies = [] }) =>
      dependencies.map(({ to, via }) => ({
        entity_ref: entityRef,
        depends_on: to,
        via,
      })),
    );
    // Two that write the same at once must not fail.
    await upsert(tx, TABLE, rows, { key: KEY, merge: ['via'] });
  }
}
