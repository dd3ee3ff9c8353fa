import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
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
import { ReliabilityConfig } from '../config/config';
import { dayOf, isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor, isText, pageOf } from '../http/cursor';
import { JsonText } from '../http/JsonText';
import { findScorecard } from './findScorecard';
import { facetLabels, levelRef, rankedLine } from './present';
import { isPositionIn, RankedReport, RankingFilter } from './rankingFilter';
import { RankIndex } from './RankIndex';
import {
  FacetCommand,
  FilterCommand,
  ListCommand,
  PageCommand,
} from './commands';

const facetFields = {
  owner: 'owner',
  system: 'system',
  domain: 'domain',
  tier: 'tierId',
  level: 'levelId',
} as const satisfies Record<Facet, string>;

/** The ranking, as one reader may see it. */
export class RankingService {
  private readonly index: RankIndex;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly now: () => number;
    },
  ) {
    const { knex, stores, now } = options;
    this.index = new RankIndex({ knex, ranking: stores.ranking, now });
  }

  /** Whoever wrote sees the result at once. */
  changed(): void {
    this.index.changed();
  }

  async list(
    command: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<JsonText<ListServicesResponse>> {
    const { config, now } = this.options;
    const { orderBy, order, limit, cursor } = command;
    const filter = await this.filterOf(command, credentials);
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    const madeFor = fingerprint([
      { ...filter, visible: undefined },
      orderBy,
      order,
    ]);
    const list = await this.index.list(filter);
    const page = list.page(filter, {
      orderBy,
      descending: order === 'desc',
      after: decodeCursor(cursor, madeFor, isPositionIn(orderBy)),
      limit,
    });
    const today = dayOf(now());
    const lines = page.items.map(report =>
      rankedLine(report, scorecard, {
        rank: list.rankOf(report.rankKey),
        today,
      }),
    );
    const rest: Omit<ListServicesResponse, 'items'> = {
      totalItems: page.total,
      rankedTotal: list.reports.length,
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
    };
    return new JsonText(
      `{"items":[${lines.join(',')}],${JSON.stringify(rest).slice(1)}`,
    );
  }

  /** The place of a service among all that the reader may see, and how many there are. */
  async rankOf(
    scorecard: CompiledScorecard,
    rankKey: string,
    credentials: BackstageCredentials,
  ): Promise<{ rank: number; rankedTotal: number }> {
    const list = await this.index.list({
      scorecardId: scorecard.definition.id,
      visible: await this.visibleTo(credentials),
    });
    return { rank: list.rankOf(rankKey), rankedTotal: list.reports.length };
  }

  /** The reports that match a filter and that the reader may see, in the order of the ranking. */
  async matching(
    command: FilterCommand,
    credentials: BackstageCredentials,
  ): Promise<readonly RankedReport[]> {
    const filter = await this.filterOf(command, credentials);
    return (await this.index.list(filter)).matching(filter);
  }

  /** The reports on a scorecard, whoever may see them: for tasks, and for what is filtered afterwards. */
  async all(scorecardId: string): Promise<readonly RankedReport[]> {
    const list = await this.index.list({ scorecardId, visible: undefined });
    return list.reports;
  }

  /** The reports of some services, whoever may see them. */
  async of(
    scorecardId: string,
    refs: readonly string[],
  ): Promise<readonly RankedReport[]> {
    return this.index.reports(scorecardId, refs);
  }

  async summary(
    command: FilterCommand,
    credentials: BackstageCredentials,
  ): Promise<SummaryResponse> {
    const { knex, stores, config } = this.options;
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    const filter = await this.filterOf(command, credentials);
    const { definition, hash } = scorecard;
    const list = await this.index.list(filter);
    const totals = list.totals(filter, hash);
    const levels = list.counts(filter, 'levelId');
    const tiers = list.counts(filter, 'tierId');
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
    const { config } = this.options;
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    // A facet offers what could be chosen beside the other filters, so its own does not count.
    const filter = await this.filterOf(
      { ...command, [field]: undefined },
      credentials,
    );
    const list = await this.index.list(filter);
    const counts = list.counts(filter, facetFields[field], command);
    const labelOf = facetLabels(field, scorecard, config.tiers);
    return {
      items: counts.map(({ value, count }) => ({
        value,
        label: labelOf(value),
        count,
      })),
    };
  }

  async dataProblems(
    command: PageCommand,
    credentials: BackstageCredentials,
  ): Promise<DataProblemsResponse> {
    const { knex, stores } = this.options;
    const found = await stores.services.withProblems(knex, {
      visible: await this.visibleTo(credentials),
      after: decodeCursor(command.cursor, 'problems', isText),
      limit: command.limit + 1,
    });
    const { items, ...page } = pageOf(found.items, command.limit, last =>
      encodeCursor(last.entityRef, 'problems'),
    );
    return {
      items: items.map(({ entityRef, title, owner, problems }) => ({
        entityRef,
        title,
        owner: owner ?? null,
        problem: problems.join('; '),
      })),
      totalItems: found.total,
      ...page,
    };
  }

  /** References of the services that a reader may see; undefined: all. */
  private async visibleTo(
    credentials: BackstageCredentials,
  ): Promise<readonly string[] | undefined> {
    const visibility = await this.options.access.visibility(credentials);
    return visibility.kind === 'refs' ? visibility.refs : undefined;
  }

  private async filterOf(
    command: FilterCommand,
    credentials: BackstageCredentials,
  ): Promise<RankingFilter> {
    const scorecard = findScorecard(
      this.options.config.scorecards,
      command.scorecard,
    );
    const { tier, owner, system, domain, level, attention, q } = command;
    return {
      scorecardId: scorecard.definition.id,
      visible: await this.visibleTo(credentials),
      tier,
      owner,
      system,
      domain,
      level,
      attention,
      check: checkFilter(command, scorecard),
      text: q?.trim() || undefined,
    };
  }
}

function checkFilter(
  { check, outcome }: FilterCommand,
  { definition, hash }: CompiledScorecard,
): RankingFilter['check'] {
  if (check === undefined) {
    if (outcome === undefined) return undefined;
    throw new InputError('outcome: needs the parameter check beside it');
  }
  const index = definition.checks.findIndex(({ id }) => id === check);
  if (index < 0) {
    throw new InputError(
      `check: there is no check "${check}" in the scorecard`,
    );
  }
  return { index, outcome: outcome ?? 'fail', scorecardHash: hash };
}
