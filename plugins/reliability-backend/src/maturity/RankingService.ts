import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  canonicalJson,
  CompiledScorecard,
  DataProblemsResponse,
  Facet,
  FacetResponse,
  fingerprint,
  ListServicesResponse,
  SummaryResponse,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { Remembered } from '../access/Remembered';
import { ReliabilityConfig } from '../config/config';
import { isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor, isText } from '../http/cursor';
import { levelRef, rankedService } from './present';
import { RankingFilter, RankingPosition } from './RankingStore';
import {
  FacetCommand,
  FilterCommand,
  ListCommand,
  PageCommand,
} from './commands';

/** How long counts and ranks are used again on another replica than the one that wrote. */
const COUNTS_TTL_MS = 1000;

const isPosition = (value: unknown): value is RankingPosition =>
  typeof value === 'object' && value !== null && 'rankKey' in value;

const facetColumns = {
  owner: 'owner',
  system: 'system',
  domain: 'domain',
  tier: 'tier_id',
  level: 'level_id',
} as const satisfies Record<Facet, string>;

/** The ranking, as one reader may see it. */
export class RankingService {
  private readonly counts: Remembered<number>;
  private readonly ranks: Remembered<readonly string[]>;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly now: () => number;
    },
  ) {
    const remember = { ttlMs: COUNTS_TTL_MS, now: options.now };
    this.counts = new Remembered(remember);
    this.ranks = new Remembered(remember);
  }

  /** Forgets counts and ranks, so that whoever wrote sees the result at once. */
  changed(): void {
    this.counts.clear();
    this.ranks.clear();
  }

  /** @throws NotFoundError when no such scorecard is configured */
  scorecard(id: string | undefined): CompiledScorecard {
    const { scorecards } = this.options.config;
    const found =
      id === undefined
        ? scorecards[0]
        : scorecards.find(({ definition }) => definition.id === id);
    if (!found) throw new NotFoundError(`There is no scorecard "${id}"`);
    return found;
  }

  async list(
    command: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListServicesResponse> {
    const { knex, stores } = this.options;
    const scorecard = this.scorecard(command.scorecard);
    const filter = await this.filterOf(command, credentials);
    const { orderBy, order, limit } = command;
    const madeFor = fingerprint([
      { ...filter, visible: undefined },
      orderBy,
      order,
    ]);
    const page = await stores.ranking.page(knex, filter, {
      orderBy,
      descending: order === 'desc',
      after: decodeCursor(command.cursor, madeFor, isPosition),
      limit,
    });
    const [totalItems, ranks] = await Promise.all([
      this.count(filter),
      this.rankKeys(scorecard, filter.visible),
    ]);
    return {
      items: page.items.map(report =>
        rankedService(report, scorecard, {
          rank: rankIn(ranks, report.rankKey),
          tiers: this.options.config.tiers,
        }),
      ),
      totalItems,
      rankedTotal: ranks.length,
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
    };
  }

  /** The place of a service among all that the reader may see, and how many there are. */
  async rankOf(
    scorecard: CompiledScorecard,
    rankKey: string,
    credentials: BackstageCredentials,
  ): Promise<{ rank: number; rankedTotal: number }> {
    const visibility = await this.options.access.visibility(credentials);
    const ranks = await this.rankKeys(
      scorecard,
      visibility.kind === 'refs' ? visibility.refs : undefined,
    );
    return { rank: rankIn(ranks, rankKey), rankedTotal: ranks.length };
  }

  async summary(
    command: FilterCommand,
    credentials: BackstageCredentials,
  ): Promise<SummaryResponse> {
    const { knex, stores, config } = this.options;
    const scorecard = this.scorecard(command.scorecard);
    const filter = await this.filterOf(command, credentials);
    const { definition, hash } = scorecard;
    const totals = await stores.ranking.totals(knex, filter, hash);
    const levels = await stores.ranking.counts(knex, filter, 'level_id');
    const tiers = await stores.ranking.counts(knex, filter, 'tier_id');
    const problems = await stores.services.withProblems(knex, {
      visible: filter.visible,
      limit: 1,
    });
    const sweep = await stores.sweeps.last(knex, 'catalog');
    const countOf = (counts: typeof levels, id: string) =>
      counts.find(({ value }) => value === id)?.count ?? 0;
    return {
      ...totals,
      levels: [-1, ...definition.levels.keys()].map(index => {
        const ref = levelRef(scorecard, index);
        return { ...ref, count: countOf(levels, ref.id) };
      }),
      tiers: [...config.tiers, { id: UNTIERED, name: 'Untiered' }].map(
        ({ id, name }) => ({ id, name, count: countOf(tiers, id) }),
      ),
      dataProblems: problems.total,
      catalogCheckedAt: sweep ? isoTime(sweep.completedAt) : null,
    };
  }

  async facet(
    field: Facet,
    command: FacetCommand,
    credentials: BackstageCredentials,
  ): Promise<FacetResponse> {
    const { knex, stores, config } = this.options;
    const scorecard = this.scorecard(command.scorecard);
    // A facet offers what could be chosen beside the other filters, so its own does not count.
    const filter = await this.filterOf(
      { ...command, [field]: undefined },
      credentials,
    );
    const counts = await stores.ranking.counts(
      knex,
      filter,
      facetColumns[field],
      { match: command.match, limit: command.limit },
    );
    const names = new Map(
      [...config.tiers, ...scorecard.definition.levels]
        .map(({ id, name }): [string, string] => [id, name])
        .concat([
          [UNTIERED, 'Untiered'],
          ['none', 'No level'],
        ]),
    );
    return {
      items: counts.map(({ value, count }) => ({
        value,
        label:
          field === 'tier' || field === 'level'
            ? names.get(value) ?? value
            : value,
        count,
      })),
    };
  }

  async dataProblems(
    command: PageCommand,
    credentials: BackstageCredentials,
  ): Promise<DataProblemsResponse> {
    const { knex, stores, access } = this.options;
    const visibility = await access.visibility(credentials);
    const { items, total } = await stores.services.withProblems(knex, {
      visible: visibility.kind === 'refs' ? visibility.refs : undefined,
      after: decodeCursor(command.cursor, 'problems', isText),
      limit: command.limit,
    });
    const last = items[items.length - 1];
    return {
      items: items.map(({ entityRef, title, owner, problems }) => ({
        entityRef,
        title,
        owner: owner ?? null,
        problem: problems.join('; '),
      })),
      totalItems: total,
      ...(items.length === command.limit &&
        last && { nextCursor: encodeCursor(last.entityRef, 'problems') }),
    };
  }

  private async filterOf(
    command: FilterCommand,
    credentials: BackstageCredentials,
  ): Promise<RankingFilter> {
    const { definition } = this.scorecard(command.scorecard);
    const visibility = await this.options.access.visibility(credentials);
    const { tier, owner, system, domain, level, attention, q } = command;
    return {
      scorecardId: definition.id,
      visible: visibility.kind === 'refs' ? visibility.refs : undefined,
      tier,
      owner,
      system,
      domain,
      level,
      attention,
      check: checkFilter(command, definition.checks),
      text: q?.trim() || undefined,
    };
  }

  private count(filter: RankingFilter): Promise<number> {
    const { knex, stores } = this.options;
    return this.counts.get(keyOf(filter), () =>
      stores.ranking.count(knex, filter),
    );
  }

  private rankKeys(
    scorecard: CompiledScorecard,
    visible: readonly string[] | undefined,
  ): Promise<readonly string[]> {
    const { knex, stores } = this.options;
    const filter = { scorecardId: scorecard.definition.id, visible };
    return this.ranks.get(keyOf(filter), () =>
      stores.ranking.rankKeys(knex, filter),
    );
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

function checkFilter(
  { check, outcome }: FilterCommand,
  checks: readonly { id: string }[],
): RankingFilter['check'] {
  if (check === undefined) {
    if (outcome === undefined) return undefined;
    throw new InputError('outcome: needs the parameter check beside it');
  }
  if (!checks.some(({ id }) => id === check)) {
    throw new InputError(
      `check: there is no check "${check}" in the scorecard`,
    );
  }
  return { id: check, outcome: outcome ?? 'fail' };
}

/** The place of a key in a sorted list, counted from 1. */
function rankIn(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sorted[middle] < key) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
