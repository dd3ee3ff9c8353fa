import { Db, isPostgres } from '../../database/sql';

/** For how long types that were read may be told again. */
const FRESH_MS = 30_000;

/** Of which `spec.type` services are. */
export class ServiceTypeStore {
  private known: ReadonlyMap<string, string> = new Map();
  private freshUntil = -Infinity;

  constructor(private readonly now: () => number) {}

  /** The types of the current services that have one, by reference; at most half a minute old. */
  async types(db: Db): Promise<ReadonlyMap<string, string>> {
    const now = this.now();
    if (now >= this.freshUntil) {
      this.known = await this.read(db);
      this.freshUntil = now + FRESH_MS;
    }
    return this.known;
  }

  private async read(db: Db): Promise<Map<string, string>> {
    // The facts of an entity are long; only their type is read.
    const type = isPostgres(db)
      ? `facts::json ->> 'type'`
      : `json_extract(facts, '$.type')`;
    const rows: { entity_ref: string; type: string | null }[] = await db(
      'reliability_services',
    )
      .whereNull('removed_at')
      .select('entity_ref', db.raw(`${type} as type`));
    return new Map(
      rows.flatMap(row => (row.type ? [[row.entity_ref, row.type]] : [])),
    );
  }
}
