import { Knex } from 'knex';
import { groupBy } from '../../../database/groupBy';
import { anyOf, Db } from '../../../database/sql';
import {
  fromRiskRow,
  RiskCheck,
  RiskRow,
  StoredRisk,
  toRiskRow,
} from './riskRow';

const RISKS = 'reliability_risks';
const SERVICES = 'reliability_risk_services';

type ServiceRow = { risk_id: string; entity_ref: string };

/** Risks that people wrote down. There are as many as people can look after, so lists read all of them. */
export class RiskStore {
  async all(db: Db): Promise<StoredRisk[]> {
    const rows: RiskRow[] = await db(RISKS).orderBy('id');
    return this.withServices(db, rows);
  }

  async get(db: Db, id: string): Promise<StoredRisk | undefined> {
    const rows: RiskRow[] = await db(RISKS).where({ id });
    const [risk] = await this.withServices(db, rows);
    return risk;
  }

  /** The risk that took a check over. */
  async ofCheck(
    db: Db,
    { scorecard, check, entityRef }: RiskCheck,
  ): Promise<StoredRisk | undefined> {
    const rows: RiskRow[] = await db(RISKS).where({
      scorecard_id: scorecard,
      check_id: check,
      check_entity_ref: entityRef,
    });
    const [risk] = await this.withServices(db, rows);
    return risk;
  }

  /** Writes a new one. @returns false where there is one with its id or its check; then nothing is written */
  async add(tx: Knex.Transaction, risk: StoredRisk): Promise<boolean> {
    const inserted: { id: string }[] = await tx(RISKS)
      .insert(toRiskRow(risk))
      .onConflict()
      .ignore()
      .returning('id');
    if (inserted.length === 0) return false;
    await this.writeServices(tx, risk);
    return true;
  }

  /** Writes a change. @returns false where somebody else changed it since that version */
  async change(
    tx: Knex.Transaction,
    risk: StoredRisk,
    version: number,
  ): Promise<boolean> {
    const { id, ...row } = toRiskRow(risk);
    const count = await tx(RISKS).where({ id, version }).update(row);
    if (count === 0) return false;
    await tx(SERVICES).where({ risk_id: id }).delete();
    await this.writeServices(tx, risk);
    return true;
  }

  private async writeServices(
    tx: Knex.Transaction,
    { id, services }: StoredRisk,
  ): Promise<void> {
    if (services.length === 0) return;
    await tx(SERVICES).insert(
      services.map(entityRef => ({ risk_id: id, entity_ref: entityRef })),
    );
  }

  private async withServices(
    db: Db,
    rows: readonly RiskRow[],
  ): Promise<StoredRisk[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const services: ServiceRow[] = await db(SERVICES)
      .where(anyOf(db, 'risk_id', ids))
      .orderBy('entity_ref');
    const byRisk = groupBy(services, row => row.risk_id);
    return rows.map(row =>
      fromRiskRow(
        row,
        (byRisk.get(row.id) ?? []).map(service => service.entity_ref),
      ),
    );
  }
}
