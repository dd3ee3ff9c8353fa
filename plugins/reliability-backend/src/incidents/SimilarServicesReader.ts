import { SimilarServices } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Stores } from '../database/stores';
import { KnownItem } from '../maturity/ItemDoubts';
import { IncidentBrief } from './IncidentBriefStore';

const EXAMPLES = 10;

const NONE: SimilarServices = {
  basis: [],
  services: 0,
  withGap: null,
  examples: [],
};

/** Where a lesson goes: an item of a checklist, or a new one in it. */
export type LessonTarget = Pick<KnownItem, 'checklist'> &
  Partial<Pick<KnownItem, 'item'>>;

/**
 * Services like those of an incident: of one of their tiers, and with the same checklist. One reader serves one
 * reply; what was asked before is not asked again.
 */
export class SimilarServicesReader {
  private readonly known = new Map<string, Promise<SimilarServices>>();
  private readonly isSeen: (ref: string) => boolean;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      /** References of services that the reader may see; absent: all. */
      readonly visible?: readonly string[];
    },
  ) {
    const seen = options.visible && new Set(options.visible);
    this.isSeen = ref => seen?.has(ref) ?? true;
  }

  /** @param target - undefined: there is no such checklist any more */
  async of(
    target: LessonTarget | undefined,
    { services }: Pick<IncidentBrief, 'services'>,
  ): Promise<SimilarServices> {
    if (!target) return NONE;
    const seen = services.filter(({ entityRef }) => this.isSeen(entityRef));
    const tiers = [...new Set(seen.map(({ tierId }) => tierId))].sort();
    const own = services.map(({ entityRef }) => entityRef);
    const key = JSON.stringify([
      target.checklist.definition.id,
      target.item?.definition.id,
      tiers,
      own,
    ]);
    const found = this.known.get(key) ?? this.read(target, tiers, own);
    this.known.set(key, found);
    return found;
  }

  private async read(
    { checklist, item }: LessonTarget,
    tiers: readonly string[],
    own: readonly string[],
  ): Promise<SimilarServices> {
    const { knex, stores, visible } = this.options;
    const { id, title } = checklist.definition;
    const filter = {
      checklistId: id,
      checklistHash: checklist.hash,
      visible,
      except: own,
      ...(tiers.length > 0 && { tiers }),
    };
    // Of no item nothing is stored: all services are alike.
    const index = item ? checklist.items.indexOf(item) : -1;
    const counts = await stores.itemStates.counts(knex, filter, index);
    const examples = await stores.itemStates.examples(
      knex,
      filter,
      index,
      EXAMPLES,
    );
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const settled =
      (counts.get('met') ?? 0) + (counts.get('not-applicable') ?? 0);
    return {
      basis: [...tiers, title],
      services: total,
      withGap: item ? total - settled : null,
      examples: examples.map(({ entityRef, title: name, owner, state }) => ({
        entityRef,
        title: name,
        owner: owner ?? null,
        state: item ? state : null,
      })),
    };
  }
}
