import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  changeTotals,
  CompiledScorecard,
  fingerprint,
  ListScoreChangesResponse,
  mainCauseOf,
  mainFlipOf,
  MoverItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../../access/Access';
import { ReliabilityConfig } from '../../config/config';
import { Stores } from '../../database/stores';
import {
  decodeCursor,
  encodeCursor,
  isInteger,
  isText,
} from '../../http/cursor';
import { findScorecard } from '../findScorecard';
import { levelRef } from '../present';
import { RankedReport } from '../rankingFilter';
import { RankingService } from '../RankingService';
import { StoredItem } from '../reportRow';
import { changeFilter, ListScoreChangesCommand } from './changeFilter';
import { DayPairs } from './DayPairs';
import { PastDay, PastState, PastStates } from './PastStates';
import { checkTitles, pastLevel, presentFlipBriefly } from './presentChanges';
import { Both, Selection, selectPair } from './selectPair';

type Mover = Required<Both>;

/** Where a page of movers ended. */
type Position = readonly [size: number, entityRef: string];

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length === 2 &&
  isInteger(value[0]) &&
  isText(value[1]);

const sizeOf = ({ comparison }: Mover) => Math.abs(comparison.delta);

const biggestFirst = (a: Mover, b: Mover) =>
  sizeOf(b) - sizeOf(a) || (a.entityRef < b.entityRef ? -1 : 1);

/** Up or down by score; by level where the score stayed. */
function wayOf({ comparison: { delta, level } }: Mover) {
  if (delta === 0) return level.direction;
  return delta > 0 ? 'up' : 'down';
}

const averageOf = (scores: readonly number[]) =>
  scores.length === 0
    ? null
    : Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length);

const versionsOf = ({ both }: Selection) =>
  new Set(
    both.flatMap(({ before, after, comparison }) =>
      comparison ? [before.version, after.version] : [],
    ),
  );

/** Reports by service, put together once for as long as a list of them stands. */
const byRef = new WeakMap<
  readonly RankedReport[],
  ReadonlyMap<string, RankedReport>
>();

/** What differs between two days of many services, as one reader may see it. */
export class ScoreChangesService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly ranking: RankingService;
      readonly states: PastStates;
      readonly pairs: DayPairs;
    },
  ) {}

  /** @throws InputError for days in the future, before the retention or in the wrong order */
  async list(
    command: ListScoreChangesCommand,
    credentials: BackstageCredentials,
  ): Promise<ListScoreChangesResponse> {
    const { config, states, pairs } = this.options;
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    const days = states.requirePair(command);
    const pair = await pairs.of(scorecard, days);
    const current = await this.current(scorecard);
    const selection = await this.select(pair, current, command, credentials);
    const { id, title } = scorecard.definition;
    const totals = changeTotals(
      selection.both.flatMap(({ comparison }) => comparison ?? []),
    );
    const titleOf = checkTitles(scorecard, versionsOf(selection));
    return {
      ...this.page(command, days, selection, { scorecard, current, titleOf }),
      scorecard: { id, title },
      from: this.day(pair.before, selection, 'before', scorecard),
      to: this.day(pair.after, selection, 'after', scorecard),
      compared: selection.both.length,
      came: selection.came,
      left: selection.left,
      removed: selection.removed,
      points: { ...totals.points },
      levels: { gained: { ...totals.gained }, lost: { ...totals.lost } },
      checks: totals.checks.map(({ check, causes, ...counts }) => ({
        check,
        title: titleOf(check),
        ...counts,
        causes: { ...causes },
      })),
    };
  }

  private async current(
    scorecard: CompiledScorecard,
  ): Promise<ReadonlyMap<string, RankedReport>> {
    const reports = await this.options.ranking.all(scorecard.definition.id);
    const known = byRef.get(reports);
    if (known) return known;
    const found = new Map(reports.map(report => [report.entityRef, report]));
    byRef.set(reports, found);
    return found;
  }

  private async select(
    pair: Parameters<typeof selectPair>[0],
    current: ReadonlyMap<string, RankedReport>,
    command: ListScoreChangesCommand,
    credentials: BackstageCredentials,
  ): Promise<Selection> {
    const { knex, stores, access } = this.options;
    const visible = await access.visibleRefs(credentials);
    const parents = command.owner
      ? await stores.groups.parents(knex)
      : new Map<string, string[]>();
    return selectPair(pair, {
      isWanted: changeFilter(command, parents),
      current,
      visible: visible && new Set(visible),
    });
  }

  private day(
    { day, source }: PastDay,
    selection: Selection,
    side: 'before' | 'after',
    scorecard: CompiledScorecard,
  ): ListScoreChangesResponse['from'] {
    const states = selection[side];
    return {
      day,
      source,
      services: states.length,
      levels: levelCounts(states, scorecard),
      averageScore: averageOf(selection.both.map(each => each[side].score)),
    };
  }

  private page(
    { limit, cursor, ...asked }: ListScoreChangesCommand,
    days: { from: string; to: string },
    { both }: Selection,
    shown: Shown,
  ): Pick<ListScoreChangesResponse, 'items' | 'totalItems' | 'nextCursor'> {
    const madeFor = fingerprint(['score-changes', { ...asked, ...days }]);
    const after = decodeCursor(cursor, madeFor, isPosition);
    const movers = both.filter((each): each is Mover => {
      const { comparison } = each;
      if (!comparison) return false;
      const way = wayOf(each as Mover);
      if (way === 'same') return false;
      return (
        (asked.direction === 'all' || asked.direction === way) &&
        (asked.cause === undefined || mainCauseOf(comparison) === asked.cause)
      );
    });
    const sorted = movers.sort(biggestFirst);
    const rest = after
      ? sorted.filter(
          mover =>
            sizeOf(mover) < after[0] ||
            (sizeOf(mover) === after[0] && mover.entityRef > after[1]),
        )
      : sorted;
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(mover => presentMover(mover, shown)),
      totalItems: sorted.length,
      ...(last &&
        rest.length > limit && {
          nextCursor: encodeCursor([sizeOf(last), last.entityRef], madeFor),
        }),
    };
  }
}

interface Shown {
  readonly scorecard: CompiledScorecard;
  readonly current: ReadonlyMap<string, RankedReport>;
  readonly titleOf: (check: string) => string;
}

/** Counts by level as it is now; a level that is no more comes after. */
function levelCounts(
  states: readonly PastState[],
  scorecard: CompiledScorecard,
): ListScoreChangesResponse['from']['levels'] {
  const counts = new Map(
    [-1, ...scorecard.definition.levels.keys()].map(index => {
      const ref = levelRef(scorecard, index);
      return [ref.id, { ...ref, count: 0 }];
    }),
  );
  for (const state of states) {
    const known = counts.get(state.levelId);
    if (known) known.count += 1;
    else {
      counts.set(state.levelId, { ...pastLevel(state, scorecard), count: 1 });
    }
  }
  return [...counts.values()];
}

function presentMover(
  { entityRef, before, after, comparison }: Mover,
  { scorecard, current, titleOf }: Shown,
): MoverItem {
  const { title, owner } = JSON.parse(
    current.get(entityRef)!.item,
  ) as StoredItem;
  const flip = mainFlipOf(comparison);
  return {
    entityRef,
    title,
    owner,
    tier: current.get(entityRef)!.tierId,
    level: {
      from: pastLevel(before, scorecard),
      to: pastLevel(after, scorecard),
    },
    score: { from: before.score, to: after.score },
    delta: comparison.delta,
    direction: comparison.level.direction,
    cause: mainCauseOf(comparison) ?? null,
    points: { ...comparison.points },
    flipCount: comparison.flips.length,
    mainFlip: flip ? presentFlipBriefly(flip, titleOf) : null,
  };
}
