import { firstIndex, merge } from './sortedLists';
import {
  keyOf,
  orders,
  predicatesOf,
  RankedReport,
  RankingConditions,
  RankingOrder,
  RankingPosition,
} from './rankingFilter';
import { TextIndex } from './TextIndex';

export interface RankingPage {
  readonly orderBy: RankingOrder;
  readonly descending: boolean;
  readonly after?: RankingPosition;
  readonly limit: number;
}

/** Filtered lists kept for the next page of a walk. */
const MAX_MATCHES = 50;

type Values = 'owner' | 'system' | 'domain' | 'tierId' | 'levelId';

const byText = (a: string, b: string) => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

function byOrder(orderBy: RankingOrder, descending: boolean) {
  const valueOf = orders[orderBy];
  const sign = descending ? -1 : 1;
  return (a: RankedReport, b: RankedReport) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === other) return byText(a.rankKey, b.rankKey);
    return one < other ? -sign : sign;
  };
}

const byRank = byOrder('rank', false);

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function setOf(refs: readonly string[]): ReadonlySet<string> {
  const set = sets.get(refs) ?? new Set(refs);
  sets.set(refs, set);
  return set;
}

/**
 * The reports of one scorecard, or those of them that a reader may see, in the order of the ranking. Never
 * changes, so that count, places and page of one answer agree.
 */
export class RankedList {
  private readonly orders = new Map<string, readonly RankedReport[]>();
  private readonly matches = new Map<string, readonly RankedReport[]>();
  private readonly views = new WeakMap<readonly string[], RankedList>();
  private texts: TextIndex | undefined;

  private constructor(
    readonly reports: readonly RankedReport[],
    /** What this is a part of, which may be sorted already. */
    private readonly part?: { of: RankedList; seen: ReadonlySet<string> },
  ) {}

  static of(reports: readonly RankedReport[]): RankedList {
    return new RankedList([...reports].sort(byRank));
  }

  /** The list after some reports left and others came; orders that were in use stay sorted. */
  with(
    removed: ReadonlySet<RankedReport>,
    added: readonly RankedReport[],
  ): RankedList {
    const list = new RankedList(
      merge(this.reports, { removed, added }, byRank),
    );
    for (const [key, reports] of this.orders) {
      const [orderBy, descending] = JSON.parse(key);
      const compare = byOrder(orderBy, descending);
      list.orders.set(key, merge(reports, { removed, added }, compare));
    }
    return list;
  }

  /** What a reader may see of it. The references are one remembered list, so the view is made once. */
  visibleTo(refs: readonly string[] | undefined): RankedList {
    if (!refs) return this;
    let view = this.views.get(refs);
    if (!view) {
      const seen = setOf(refs);
      view = new RankedList(
        this.reports.filter(({ entityRef }) => seen.has(entityRef)),
        { of: this, seen },
      );
      this.views.set(refs, view);
    }
    return view;
  }

  /** One page and the position after which the next begins. */
  page(
    conditions: RankingConditions,
    { orderBy, descending, after, limit }: RankingPage,
  ): { items: readonly RankedReport[]; total: number; next?: RankingPosition } {
    const found = this.matching(conditions, orderBy, descending);
    const valueOf = orders[orderBy];
    const start = after ? firstAfter(found, after, orderBy, descending) : 0;
    const items = found.slice(start, start + limit);
    const last = items[items.length - 1];
    return {
      items,
      total: found.length,
      next:
        found.length > start + limit
          ? { value: valueOf(last), rankKey: last.rankKey }
          : undefined,
    };
  }

  /** The place of a key among all, counted from 1. */
  rankOf(rankKey: string): number {
    return 1 + firstIndex(this.reports, report => report.rankKey >= rankKey);
  }

  /** How many there are of each value, the frequent first. */
  counts(
    conditions: RankingConditions,
    field: Values,
    options: { match?: string; limit?: number } = {},
  ): { value: string; count: number }[] {
    const { match = '', limit } = options;
    const part = match.toLocaleLowerCase('en-US');
    const counts = new Map<string, number>();
    for (const { [field]: value } of this.matching(conditions)) {
      if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .filter(([value]) => value.toLocaleLowerCase('en-US').includes(part))
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || byText(a.value, b.value))
      .slice(0, limit);
  }

  /** Sums over all that match; averages are rounded down. */
  totals(conditions: RankingConditions, currentHash: string) {
    const found = this.matching(conditions);
    const sum = (valueOf: (report: RankedReport) => number) =>
      found.reduce((total, report) => total + valueOf(report), 0);
    const average = (total: number) =>
      found.length === 0 ? 0 : Math.floor(total / found.length);
    return {
      total: found.length,
      averageScore: average(sum(({ score }) => score)),
      averageCoverage: average(sum(({ coverage }) => coverage)),
      needAttention: sum(({ needsAttention }) => (needsAttention ? 1 : 0)),
      outdated: sum(report => (report.scorecardHash === currentHash ? 0 : 1)),
    };
  }

  private sorted(
    orderBy: RankingOrder,
    descending: boolean,
  ): readonly RankedReport[] {
    if (orderBy === 'rank' && !descending) return this.reports;
    const key = JSON.stringify([orderBy, descending]);
    let sorted = this.orders.get(key);
    if (!sorted) {
      const { part } = this;
      sorted = part
        ? part.of
            .sorted(orderBy, descending)
            .filter(({ entityRef }) => part.seen.has(entityRef))
        : [...this.reports].sort(byOrder(orderBy, descending));
      this.orders.set(key, sorted);
    }
    return sorted;
  }

  /** All that match, in an order. */
  matching(
    conditions: RankingConditions,
    orderBy: RankingOrder = 'rank',
    descending = false,
  ): readonly RankedReport[] {
    const key = `${keyOf(conditions)} ${orderBy} ${descending}`;
    const known = this.matches.get(key);
    if (known) return known;
    let found = this.sorted(orderBy, descending);
    if (conditions.text) found = this.withText(conditions.text, found);
    for (const predicate of predicatesOf(conditions)) {
      found = found.filter(predicate);
    }
    this.matches.set(key, found);
    if (this.matches.size > MAX_MATCHES) {
      const [oldest] = this.matches.keys();
      this.matches.delete(oldest);
    }
    return found;
  }

  /** Those with a text, in the order of a list of all. */
  private withText(text: string, sorted: readonly RankedReport[]) {
    this.texts ??= new TextIndex(this.reports);
    const found = this.texts
      .find(text.toLocaleLowerCase('en-US'))
      .map(index => this.reports[index]);
    if (sorted === this.reports) return found;
    const wanted = new Set(found);
    return sorted.filter(report => wanted.has(report));
  }
}

function firstAfter(
  sorted: readonly RankedReport[],
  { value, rankKey }: RankingPosition,
  orderBy: RankingOrder,
  descending: boolean,
): number {
  const valueOf = orders[orderBy];
  return firstIndex(sorted, report => {
    const own = valueOf(report);
    if (own === value) return report.rankKey > rankKey;
    return descending ? own < value : own > value;
  });
}
