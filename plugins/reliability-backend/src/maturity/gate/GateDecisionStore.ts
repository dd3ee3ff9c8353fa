import {
  GateAnswerReason,
  GateState,
  GateVerdict,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  isSortValues,
  SortColumn,
  sortedPage,
  SortValues,
} from '../../database/keyset';
import { anyOf, Db, timeOf } from '../../database/sql';

/** A decision as it is kept. Times are milliseconds since the epoch. */
export interface StoredDecision {
  readonly id: string;
  readonly entityRef: string;
  readonly key?: string;
  readonly at: number;
  readonly decision: GateVerdict;
  readonly state: GateState;
  readonly tier?: string;
  readonly headline: string;
  /** As they were answered. */
  readonly reasons: readonly GateAnswerReason[];
  readonly change?: string;
  readonly ref?: string;
  readonly url?: string;
  readonly by: string;
  readonly override?: {
    readonly by: string;
    readonly at: number;
    readonly reason: string;
  };
}

/** A decision with what its service is called. */
export interface DecisionLine extends StoredDecision {
  readonly serviceTitle: string;
  readonly owner?: string;
}

/** What narrows the list. A list that is empty matches nothing; one that is absent, everything. */
export interface DecisionFilter {
  readonly visible?: readonly string[];
  readonly service?: readonly string[];
  readonly owner?: readonly string[];
  readonly decision?: readonly string[];
  readonly overridden?: boolean;
  readonly from?: number;
  readonly to?: number;
  readonly key?: string;
  readonly id?: string;
}

type Time = Date | number;

type LineRow = {
  id: string;
  entity_ref: string;
  key: string | null;
  at: Time;
  decision: GateVerdict;
  state: GateState;
  tier_id: string | null;
  headline: string;
  reasons: string;
  change: string | null;
  ref: string | null;
  url: string | null;
  asked_by: string;
  override_by: string | null;
  override_at: Time | null;
  override_reason: string | null;
  service_title: string | null;
  owner: string | null;
};

const TABLE = 'reliability_gate_decisions';

const fromLine = (row: LineRow): DecisionLine => ({
  id: row.id,
  entityRef: row.entity_ref,
  key: row.key ?? undefined,
  at: timeOf(row.at),
  decision: row.decision,
  state: row.state,
  tier: row.tier_id ?? undefined,
  headline: row.headline,
  reasons: JSON.parse(row.reasons) as GateAnswerReason[],
  change: row.change ?? undefined,
  ref: row.ref ?? undefined,
  url: row.url ?? undefined,
  by: row.asked_by,
  ...(row.override_at !== null && {
    override: {
      by: row.override_by ?? '',
      at: timeOf(row.override_at),
      reason: row.override_reason ?? '',
    },
  }),
  serviceTitle: row.service_title ?? row.entity_ref,
  owner: row.owner ?? undefined,
});

const toRow = (decision: StoredDecision) => ({
  id: decision.id,
  entity_ref: decision.entityRef,
  key: decision.key ?? null,
  at: new Date(decision.at),
  decision: decision.decision,
  state: decision.state,
  tier_id: decision.tier ?? null,
  headline: decision.headline,
  reasons: JSON.stringify(decision.reasons),
  change: decision.change ?? null,
  ref: decision.ref ?? null,
  url: decision.url ?? null,
  asked_by: decision.by,
  override_by: decision.override?.by ?? null,
  override_at: decision.override ? new Date(decision.override.at) : null,
  override_reason: decision.override?.reason ?? null,
});

const SORTED: readonly SortColumn[] = [
  { sql: 'd.at', direction: 'desc', type: 'time' },
  { sql: 'd.id', direction: 'desc', type: 'text' },
];

/** Decisions that were recorded. */
export class GateDecisionStore {
  readonly isPosition = isSortValues(SORTED);

  /** Keeps one; where its key is known for the service, nothing happens. */
  async add(db: Db, decision: StoredDecision): Promise<void> {
    await db(TABLE)
      .insert(toRow(decision))
      .onConflict(['entity_ref', 'key'])
      .ignore();
  }

  /** Says of one that is held that somebody went on; the first who says so stands. */
  async override(
    db: Db,
    id: string,
    { by, at, reason }: NonNullable<StoredDecision['override']>,
  ): Promise<void> {
    await db(TABLE)
      .where({ id, decision: 'hold' })
      .whereNull('override_at')
      .update({
        override_by: by,
        override_at: new Date(at),
        override_reason: reason,
      });
  }

  /** Removes those made before a time. @returns how many */
  async prune(db: Db, before: number): Promise<number> {
    return db(TABLE).where('at', '<', new Date(before)).delete();
  }

  /** Those that match, the newest first. */
  async page(
    db: Db,
    filter: DecisionFilter,
    page: { readonly after?: SortValues; readonly limit: number },
  ): Promise<{ items: DecisionLine[]; next?: SortValues }> {
    const query = this.matching(db, filter).select(
      'd.*',
      { service_title: 's.title' },
      's.owner',
    );
    const { rows, next } = await sortedPage<LineRow>(db, query, SORTED, page);
    return { items: rows.map(fromLine), next };
  }

  async count(db: Db, filter: DecisionFilter): Promise<number> {
    const [{ count }] = await this.matching(db, filter).count({ count: '*' });
    return Number(count);
  }

  private matching(db: Db, filter: DecisionFilter): Knex.QueryBuilder {
    const { visible, service, owner, decision, from, to } = filter;
    const query = db(`${TABLE} as d`).leftJoin(
      'reliability_services as s',
      's.entity_ref',
      'd.entity_ref',
    );
    if (visible) query.where(anyOf(db, 'd.entity_ref', visible));
    if (service) query.where(anyOf(db, 'd.entity_ref', service));
    if (owner) query.where(anyOf(db, 's.owner', owner));
    if (decision) query.where(anyOf(db, 'd.decision', decision));
    if (from !== undefined) query.where('d.at', '>=', new Date(from));
    if (to !== undefined) query.where('d.at', '<', new Date(to));
    if (filter.overridden === true) query.whereNotNull('d.override_at');
    if (filter.overridden === false) query.whereNull('d.override_at');
    if (filter.key !== undefined) query.where('d.key', filter.key);
    if (filter.id !== undefined) query.where('d.id', filter.id);
    return query;
  }
}
