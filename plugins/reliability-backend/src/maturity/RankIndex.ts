import {
  canonicalJson,
  ListServicesResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Remembered } from '../access/Remembered';
import { JsonText } from '../http/JsonText';
import { RankingFilter, RankingStore } from './RankingStore';

/** How long counts and ranks are used again on another replica than the one that wrote. */
const COUNTS_TTL_MS = 1000;

/** Pages kept: some tens of kilobytes each. */
const MAX_PAGES = 100;

type RankedPage = JsonText<ListServicesResponse>;

/**
 * Counts, places in the ranking and whole pages, kept for a moment: every page of a list needs the first two
 * again, and a morning's hundred readers the same page.
 */
export class RankIndex {
  private readonly counts: Remembered<number>;
  private readonly ranks: Remembered<readonly string[]>;
  private readonly pages: Remembered<RankedPage>;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly ranking: RankingStore;
      readonly now: () => number;
    },
  ) {
    const remember = { ttlMs: COUNTS_TTL_MS, now: options.now };
    this.counts = new Remembered(remember);
    this.ranks = new Remembered(remember);
    this.pages = new Remembered({ ...remember, maxKeys: MAX_PAGES });
  }

  /** Forgets everything, so that whoever wrote sees the result at once. */
  clear(): void {
    this.counts.clear();
    this.ranks.clear();
    this.pages.clear();
  }

  /**
   * One page of the list.
   *
   * @param rest - what beside the filter makes it this page
   */
  page(
    filter: RankingFilter,
    rest: readonly unknown[],
    ask: () => Promise<RankedPage>,
  ): Promise<RankedPage> {
    return this.pages.get(keyOf(filter) + JSON.stringify(rest), ask);
  }

  /** How many services match. */
  count(filter: RankingFilter): Promise<number> {
    const { knex, ranking } = this.options;
    return this.counts.get(keyOf(filter), () => ranking.count(knex, filter));
  }

  /** The rank keys of all services that a reader may see, in the order of the ranking. */
  rankKeys(
    scorecardId: string,
    visible: readonly string[] | undefined,
  ): Promise<readonly string[]> {
    const { knex, ranking } = this.options;
    const filter = { scorecardId, visible };
    return this.ranks.get(keyOf(filter), () => ranking.rankKeys(knex, filter));
  }
}

const listIds = new WeakMap<readonly string[], number>();
let lastListId = 0;

/** The references that a reader may see are one remembered list; its identity stands for ten thousand names. */
function identityOf(list: readonly string[]): number {
  const known = listIds.get(list);
  if (known !== undefined) return known;
  lastListId += 1;
  listIds.set(list, lastListId);
  return lastListId;
}

function keyOf({ visible, ...filter }: RankingFilter): string {
  return canonicalJson([filter, visible ? identityOf(visible) : 'all']);
}

/** The place of a key in a sorted list, counted from 1. */
export function rankIn(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sorted[middle] < key) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
