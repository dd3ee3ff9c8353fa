import {
  CompiledChecklist,
  ItemState,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, containing, Db, optionalTime } from '../database/sql';
import { isInteger, isText } from '../http/cursor';
import {
  letterOfState,
  ReadinessRow,
  READINESS_TABLE,
  StoredReadiness,
} from './readinessRow';

/** What narrows the services of a checklist. A list that is empty matches nothing; one that is absent, everything. */
export interface ProgressFilter {
  readonly checklistId: string;
  /** Rows made by another definition do not match: their letters stand for other items. */
  readonly checklistHash: string;
  /** References that the reader may see; absent: all. */
  readonly visible?: readonly string[];
  readonly tier?: readonly string[];
  readonly owner?: readonly string[];
  readonly system?: readonly string[];
  /** An item, by its place in the checklist, and the state that it must be in. */
  readonly item?: { readonly index: number; readonly state: ItemState };
  readonly text?: string;
}

/** The columns that the list can be sorted by; ties are in the order of the references. */
const orders = {
  progress: 'progress',
  title: 'sort_title',
  missing: 'missing',
  expired: 'expired',
} as const;

export type ProgressOrder = keyof typeof orders;

/** The value by which a row was sorted, and the tie-breaker: where the next page begins. */
export interface ProgressPosition {
  readonly value: string | number;
  readonly ref: string;
}

/** Whether a value that came back from outside is a position in this order. */
export const isProgressPositionIn =
  (orderBy: ProgressOrder) =>
  (position: unknown): position is ProgressPosition => {
    if (typeof position !== 'object' || position === null) return false;
    const { value, ref } = position as Partial<ProgressPosition>;
    return isText(ref) && (orderBy === 'title' ? isText : isInteger)(value);
  };

export interface ProgressPage {
  readonly orderBy: ProgressOrder;
  readonly descending: boolean;
  readonly after?: ProgressPosition;
  readonly limit: number;
}

/** A service in the list. */
export type ProgressLine = Omit<
  StoredReadiness,
  | 'checklistId'
  | 'checklistHash'
  | 'applies'
  | 'system'
  | 'assessedAt'
  | 'nextChangeAt'
  | 'detail'
>;

/** What the sums over services need of each. */
export interface ProgressTally {
  readonly owner: string | null;
  readonly states: string;
  readonly progress: number;
  readonly missing: number;
  readonly expired: number;
  readonly signedOff: boolean;
}

const LISTED: (keyof ReadinessRow)[] = [
  'entity_ref',
  'title',
  'owner',
  'tier_id',
  'progress',
  'required_met',
  'required_total',
  'expired',
  'contested',
  'states',
  'signed_off',
  'signed_off_at',
];

function toLine(row: ReadinessRow): ProgressLine {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    owner: row.owner ?? undefined,
    tierId: row.tier_id,
    progress: row.progress,
    requiredMet: row.required_met,
    requiredTotal: row.required_total,
    expired: row.expired,
    contested: row.contested,
    states: row.states,
    signedOff: Boolean(row.signed_off),
    signedOffAt: optionalTime(row.signed_off_at),
  };
}

/** Reads over all services of a checklist: one table, nothing computed, and never the wide column `detail` of many. */
export class ProgressStore {
  /** One page and the position after which the next begins. */
  async page(
    db: Db,
    filter: ProgressFilter,
    page: ProgressPage,
  ): Promise<{ items: ProgressLine[]; next?: ProgressPosition }> {
    const column = orders[page.orderBy];
    const direction = page.descending ? 'desc' : 'asc';
    const query = this.matching(db, filter)
      .select(...LISTED, db.raw(`${column} as sort_value`))
      .orderByRaw(`${column} ${direction}, entity_ref`)
      .limit(page.limit + 1);
    if (page.after) {
      const { value, ref } = page.after;
      const beyond = page.descending ? '<' : '>';
      query.whereRaw(
        `(${column} ${beyond} ? or (${column} = ? and entity_ref > ?))`,
        [value, value, ref],
      );
    }
    const rows: (ReadinessRow & { sort_value: string | number })[] =
      await query;
    const items = rows.slice(0, page.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toLine),
      next:
        rows.length > page.limit
          ? { value: last.sort_value, ref: last.entity_ref }
          : undefined,
    };
  }

  async count(db: Db, filter: ProgressFilter): Promise<number> {
    const [{ total }] = await this.matching(db, filter).count({ total: '*' });
    return Number(total);
  }

  /** References of all services that match, in their order. */
  async refs(db: Db, filter: ProgressFilter): Promise<string[]> {
    return this.matching(db, filter).orderBy('entity_ref').pluck('entity_ref');
  }

  /** What all services that match are summed up from, in no order. */
  async tallies(db: Db, filter: ProgressFilter): Promise<ProgressTally[]> {
    const rows: ReadinessRow[] = await this.matching(db, filter).select(
      'owner',
      'states',
      'progress',
      'missing',
      'expired',
      'signed_off',
    );
    return rows.map(row => ({
      owner: row.owner,
      states: row.states,
      progress: row.progress,
      missing: row.missing,
      expired: row.expired,
      signedOff: Boolean(row.signed_off),
    }));
  }

  /** Those among some services that a checklist is for, by reference. */
  async among(
    db: Db,
    { definition, hash }: CompiledChecklist,
    refs: readonly string[],
  ): Promise<Map<string, ProgressLine>> {
    const rows: ReadinessRow[] = await this.matching(db, {
      checklistId: definition.id,
      checklistHash: hash,
      visible: refs,
    }).select(...LISTED);
    return new Map(rows.map(row => [row.entity_ref, toLine(row)]));
  }

  /** Which of these services a checklist is known not to be for. */
  async notApplicable(
    db: Db,
    { definition, hash }: CompiledChecklist,
    refs: readonly string[],
  ): Promise<Set<string>> {
    const found: string[] = await db(READINESS_TABLE)
      .where({ checklist_id: definition.id, checklist_hash: hash })
      .where({ applies: false })
      .where(anyOf(db, 'entity_ref', refs))
      .pluck('entity_ref');
    return new Set(found);
  }

  /** Services that match with all that was found out about them, those with most to do first. */
  async details(
    db: Db,
    filter: ProgressFilter,
    limit: number,
  ): Promise<(ProgressLine & Pick<StoredReadiness, 'detail'>)[]> {
    const rows: ReadinessRow[] = await this.matching(db, filter)
      .select(...LISTED, 'detail')
      .orderByRaw('contested + expired + missing desc, entity_ref')
      .limit(limit);
    return rows.map(row => ({ ...toLine(row), detail: row.detail ?? '{}' }));
  }

  private matching(db: Db, filter: ProgressFilter): Knex.QueryBuilder {
    const query = db(READINESS_TABLE).where({
      checklist_id: filter.checklistId,
      checklist_hash: filter.checklistHash,
      applies: true,
    });
    const among = (column: string, values: readonly string[] | undefined) => {
      if (values) query.where(anyOf(db, column, values));
    };
    among('tier_id', filter.tier);
    among('owner', filter.owner);
    among('system', filter.system);
    among('entity_ref', filter.visible);
    if (filter.item) {
      const { index, state } = filter.item;
      query.whereRaw('substr(states, ?, 1) = ?', [
        index + 1,
        letterOfState(state),
      ]);
    }
    if (filter.text) {
      query.whereRaw(`search like ? escape '\\'`, [
        containing(filter.text.toLocaleLowerCase('en-US')),
      ]);
    }
    return query;
  }
}
