import { ItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, Db } from '../database/sql';
import {
  letterOfState,
  READINESS_TABLE,
  stateOfLetter,
} from '../readiness/readinessRow';

/** Services for which a checklist is. A list that is empty matches nothing; one that is absent, everything. */
export interface ItemStateFilter {
  readonly checklistId: string;
  /** Of the definition in force. */
  readonly checklistHash: string;
  /** Ids of tiers. */
  readonly tiers?: readonly string[];
  /** References of services that the reader may see. */
  readonly visible?: readonly string[];
  /** References of services that are left out. */
  readonly except: readonly string[];
}

/** What an item comes to for a service. */
export interface ServiceItemState {
  readonly entityRef: string;
  readonly title: string;
  readonly owner?: string;
  readonly state: ItemState;
}

/** Nothing is left to do where an item is in one of these states. */
const SETTLED = [letterOfState('met'), letterOfState('not-applicable')];

/** How one item of a checklist stands over many services. */
export class ItemStateStore {
  /**
   * How many services there are, by the state of an item.
   *
   * @param index - place of the item in the checklist
   */
  async counts(
    db: Db,
    filter: ItemStateFilter,
    index: number,
  ): Promise<Map<ItemState, number>> {
    const rows: { letter: string; count: number | string }[] =
      await this.matching(db, filter)
        .select(db.raw('substr(states, ?, 1) as letter', [index + 1]))
        .count({ count: '*' })
        .groupBy('letter');
    return new Map(
      rows.map(({ letter, count }) => [stateOfLetter(letter), Number(count)]),
    );
  }

  /** Some services, those first for which something is left to do about an item, then by reference. */
  async examples(
    db: Db,
    filter: ItemStateFilter,
    index: number,
    limit: number,
  ): Promise<ServiceItemState[]> {
    const rows: {
      entity_ref: string;
      title: string;
      owner: string | null;
      letter: string;
    }[] = await this.matching(db, filter)
      .select('entity_ref', 'title', 'owner')
      .select(db.raw('substr(states, ?, 1) as letter', [index + 1]))
      .orderByRaw(
        'case when substr(states, ?, 1) in (?, ?) then 1 else 0 end, entity_ref',
        [index + 1, ...SETTLED],
      )
      .limit(limit);
    return rows.map(({ entity_ref, title, owner, letter }) => ({
      entityRef: entity_ref,
      title,
      owner: owner ?? undefined,
      state: stateOfLetter(letter),
    }));
  }

  private matching(db: Db, filter: ItemStateFilter): Knex.QueryBuilder {
    const query = db(READINESS_TABLE)
      .where({
        checklist_id: filter.checklistId,
        checklist_hash: filter.checklistHash,
        applies: true,
      })
      .whereNotIn('entity_ref', [...filter.except]);
    if (filter.tiers) query.whereIn('tier_id', [...filter.tiers]);
    if (filter.visible) query.where(anyOf(db, 'entity_ref', filter.visible));
    return query;
  }
}
