import { Knex } from 'knex';
import { RankedList } from './RankedList';
import { RankedReport, RankingFilter } from './rankingFilter';
import { RankingChanges, RankingStore } from './RankingStore';
import { ChangeMark } from './reportChanges';

/** How long it is before this process looks for what another replica wrote. */
const FRESH_MS = 1000;

interface Loaded {
  readonly mark: ChangeMark;
  /** By scorecard, then by service. */
  readonly reports: Map<string, Map<string, RankedReport>>;
  readonly lists: Map<string, RankedList>;
}

const NOTHING = RankedList.of([]);

/**
 * The ranking in memory, about one and a half kilobytes for each report: a page is sorted and filtered without the
 * database. It follows the stored reports: at most once a second it reads what any replica changed, and
 * before the next answer when this process wrote.
 */
export class RankIndex {
  private loaded: Loaded | undefined;
  private freshUntil = -Infinity;
  private refreshing: Promise<void> | undefined;
  /** Writes of this process, and how many of them the last look saw. */
  private writes = 0;
  private seenWrites = 0;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly ranking: RankingStore;
      readonly now: () => number;
    },
  ) {}

  /** This process wrote: the next answer shows it. */
  changed(): void {
    this.writes += 1;
  }

  /** The reports of a scorecard that a reader may see. */
  async list({
    scorecardId,
    visible,
  }: Pick<RankingFilter, 'scorecardId' | 'visible'>): Promise<RankedList> {
    await this.follow();
    const list = this.loaded?.lists.get(scorecardId) ?? NOTHING;
    return list.visibleTo(visible);
  }

  /** The reports of services on a scorecard, whoever may see them; what is not ranked is left out. */
  async reports(
    scorecardId: string,
    refs: readonly string[],
  ): Promise<RankedReport[]> {
    await this.follow();
    const reports = this.loaded?.reports.get(scorecardId);
    return refs.flatMap(ref => reports?.get(ref) ?? []);
  }

  private async follow(): Promise<void> {
    const { writes } = this;
    if (this.seenWrites < writes || this.options.now() >= this.freshUntil) {
      await this.refresh();
    }
    // That look may have begun before the last write.
    if (this.seenWrites < writes) await this.refresh();
  }

  /** Those who ask at once share one look. */
  private refresh(): Promise<void> {
    this.refreshing ??= this.look().finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  private async look(): Promise<void> {
    const { knex, ranking, now } = this.options;
    const begun = now();
    const { writes } = this;
    const changes =
      this.loaded && (await ranking.changes(knex, this.loaded.mark));
    // A mark that went back is that of another database, such as one restored from a backup.
    if (changes && BigInt(changes.mark) >= BigInt(this.loaded!.mark)) {
      this.loaded = applied(this.loaded!, changes);
    } else {
      this.loaded = await this.load();
    }
    this.seenWrites = writes;
    this.freshUntil = begun + FRESH_MS;
  }

  private async load(): Promise<Loaded> {
    const { knex, ranking } = this.options;
    const mark = await ranking.mark(knex);
    const changed: RankedReport[] = [];
    for await (const page of ranking.all(knex)) {
      for (const report of page) changed.push(report);
    }
    const empty = { mark, reports: new Map(), lists: new Map() };
    return applied(empty, { mark, removed: [], changed });
  }
}

function applied(before: Loaded, changes: RankingChanges): Loaded {
  const { reports } = before;
  const gone = new Map<string, Set<RankedReport>>();
  const come = new Map<string, Map<string, RankedReport>>();
  const of = <V>(map: Map<string, V>, key: string, make: () => V): V => {
    const known = map.get(key) ?? make();
    map.set(key, known);
    return known;
  };
  const take = ({ scorecardId, entityRef }: RankingChanges['removed'][0]) => {
    const known = reports.get(scorecardId)?.get(entityRef);
    if (!known) return;
    of(gone, scorecardId, () => new Set()).add(known);
    reports.get(scorecardId)!.delete(entityRef);
  };
  changes.removed.forEach(take);
  for (const report of changes.changed) {
    const { scorecardId, entityRef } = report;
    take(report);
    of(reports, scorecardId, () => new Map()).set(entityRef, report);
    of(come, scorecardId, () => new Map()).set(entityRef, report);
  }
  const lists = new Map(before.lists);
  for (const id of new Set([...gone.keys(), ...come.keys()])) {
    const list = lists.get(id) ?? NOTHING;
    const added = [...(come.get(id)?.values() ?? [])];
    lists.set(id, list.with(gone.get(id) ?? new Set(), added));
  }
  return { mark: changes.mark, reports, lists };
}
