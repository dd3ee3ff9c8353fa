import { RiskState } from '@plimsoll/backstage-plugin-reliability-common';
import { timeOf } from '../../../database/sql';

/** A check at a service. */
export interface RiskCheck {
  readonly scorecard: string;
  readonly check: string;
  readonly entityRef: string;
}

/** What people say of a risk. */
export interface RiskFields {
  readonly title: string;
  readonly description: string;
  /** References of services, those first that sort first. */
  readonly services: readonly string[];
  readonly scope: {
    readonly owner: string | null;
    readonly system: string | null;
  };
  readonly likelihood: number;
  readonly impact: number;
  readonly owner: string;
  readonly mitigation: string;
  /** UTC, YYYY-MM-DD. */
  readonly reviewBy: string;
  readonly state: RiskState;
}

/** A risk that somebody wrote down. Times are milliseconds since the epoch. */
export interface StoredRisk extends RiskFields {
  readonly id: string;
  readonly check: RiskCheck | null;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly changedBy: string;
  readonly changedAt: number;
}

export type RiskRow = {
  id: string;
  title: string;
  description: string;
  scope_owner: string | null;
  scope_system: string | null;
  likelihood: number;
  impact: number;
  owner: string;
  mitigation: string;
  review_by: string;
  state: RiskState;
  scorecard_id: string | null;
  check_id: string | null;
  check_entity_ref: string | null;
  version: number;
  created_by: string;
  created_at: Date | number;
  changed_by: string;
  changed_at: Date | number;
};

const checkOf = (row: RiskRow): RiskCheck | null =>
  row.scorecard_id === null ||
  row.check_id === null ||
  row.check_entity_ref === null
    ? null
    : {
        scorecard: row.scorecard_id,
        check: row.check_id,
        entityRef: row.check_entity_ref,
      };

export const fromRiskRow = (
  row: RiskRow,
  services: readonly string[],
): StoredRisk => ({
  id: row.id,
  title: row.title,
  description: row.description,
  services,
  scope: { owner: row.scope_owner, system: row.scope_system },
  likelihood: row.likelihood,
  impact: row.impact,
  owner: row.owner,
  mitigation: row.mitigation,
  reviewBy: row.review_by,
  state: row.state,
  check: checkOf(row),
  version: row.version,
  createdBy: row.created_by,
  createdAt: timeOf(row.created_at),
  changedBy: row.changed_by,
  changedAt: timeOf(row.changed_at),
});

/** A risk as a row; its services are rows of their own. */
export const toRiskRow = (risk: StoredRisk): RiskRow => ({
  id: risk.id,
  title: risk.title,
  description: risk.description,
  scope_owner: risk.scope.owner,
  scope_system: risk.scope.system,
  likelihood: risk.likelihood,
  impact: risk.impact,
  owner: risk.owner,
  mitigation: risk.mitigation,
  review_by: risk.reviewBy,
  state: risk.state,
  scorecard_id: risk.check?.scorecard ?? null,
  check_id: risk.check?.check ?? null,
  check_entity_ref: risk.check?.entityRef ?? null,
  version: risk.version,
  created_by: risk.createdBy,
  created_at: new Date(risk.createdAt),
  changed_by: risk.changedBy,
  changed_at: new Date(risk.changedAt),
});
