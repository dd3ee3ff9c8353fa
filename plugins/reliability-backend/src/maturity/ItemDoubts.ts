import { InputError } from '@backstage/errors';
import {
  answersByItem,
  CompiledChecklist,
  CompiledItem,
  ItemState,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import { AnswerChange, StoredAnswer } from '../readiness/AnswerStore';
import { stateOfLetter } from '../readiness/readinessRow';

/** An item of a checklist by the ids that somebody gave. */
export interface ItemGiven {
  readonly checklistId: string;
  readonly itemId: string;
}

/** An item of a checklist in force. */
export interface KnownItem {
  readonly checklist: CompiledChecklist;
  readonly item: CompiledItem;
}

/** Why an item is doubted. */
export interface Doubt {
  /** Markdown. */
  readonly reason: string;
  /** Entity reference of whoever says so. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What incidents say of items of checklists, and what services answered to them. */
export class ItemDoubts {
  constructor(
    private readonly options: {
      readonly stores: Stores;
      readonly config: Pick<ReliabilityConfig, 'checklists'>;
    },
  ) {}

  /** The item that has or had an id. */
  find({ checklistId, itemId }: ItemGiven): KnownItem | undefined {
    const checklist = this.options.config.checklists.find(
      ({ definition }) => definition.id === checklistId,
    );
    const current = checklist?.currentIds.get(itemId);
    const item = checklist?.items.find(
      ({ definition }) => definition.id === current,
    );
    return checklist && item && { checklist, item };
  }

  /**
   * @param at - put before the names of the fields, such as `contradicts.`
   * @throws InputError, with the field, when there is no such checklist or item
   */
  require(given: ItemGiven, at = ''): KnownItem {
    const found = this.find(given);
    if (found) return found;
    const { checklistId, itemId } = given;
    const isList = this.options.config.checklists.some(
      ({ definition }) => definition.id === checklistId,
    );
    throw new InputError(
      isList
        ? `${at}itemId: there is no item "${itemId}" in the checklist ${checklistId}`
        : `${at}checklistId: there is no checklist "${checklistId}"`,
    );
  }

  /** What an item comes to for services, by reference; those that the checklist is not for are left out. */
  async states(
    db: Db,
    { checklist, item }: KnownItem,
    refs: readonly string[],
  ): Promise<Map<string, ItemState>> {
    const stored = await this.options.stores.readiness.of(db, refs);
    const index = checklist.items.indexOf(item);
    const states = new Map<string, ItemState>();
    for (const [ref, rows] of stored) {
      const row = rows.find(
        ({ checklistId, checklistHash }) =>
          checklistId === checklist.definition.id &&
          checklistHash === checklist.hash,
      );
      if (row?.applies) states.set(ref, stateOfLetter(row.states[index]));
    }
    return states;
  }

  /**
   * Contests an item of those services for which it counts as met. The caller holds the locks on the services
   * and assesses them afterwards.
   */
  async contest(
    tx: Knex.Transaction,
    known: KnownItem,
    refs: readonly string[],
    doubt: Doubt,
  ): Promise<void> {
    const states = await this.states(tx, known, refs);
    const met = refs.filter(ref => states.get(ref) === 'met');
    await this.change(tx, known, met, before => ({
      after: { ...before, contest: doubt },
      action: 'contested',
      ...doubt,
    }));
  }

  /** Takes back the doubts whose reason holds a mark. */
  async settle(
    tx: Knex.Transaction,
    known: KnownItem,
    refs: readonly string[],
    { mark, by, at }: Omit<Doubt, 'reason'> & { readonly mark: string },
  ): Promise<void> {
    await this.change(tx, known, refs, before => {
      const reason = before.contest?.reason;
      return reason?.includes(mark)
        ? {
            after: { ...before, contest: undefined },
            action: 'settled',
            reason,
            by,
            at,
          }
        : undefined;
    });
  }

  private async change(
    tx: Knex.Transaction,
    { checklist, item }: KnownItem,
    refs: readonly string[],
    make: (before: StoredAnswer) => AnswerChange | undefined,
  ): Promise<void> {
    const { answers } = this.options.stores;
    const checklistId = checklist.definition.id;
    const { id: itemId } = item.definition;
    const stored = await answers.ofChecklist(tx, checklistId, refs);
    const changes = refs.flatMap((entityRef): AnswerChange[] => {
      const rows = stored.filter(answer => answer.entityRef === entityRef);
      const before: StoredAnswer = {
        ...(answersByItem(checklist, rows).get(itemId) ?? { version: 0 }),
        entityRef,
        checklistId,
        itemId,
      };
      const change = make(before);
      if (!change) return [];
      const after = { ...change.after, version: before.version + 1 };
      return [{ ...change, after }];
    });
    await answers.save(tx, changes);
  }
}
