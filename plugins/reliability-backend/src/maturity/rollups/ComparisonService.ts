import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ComparableGroup,
  ComparedGroup,
  ComparedGroupItem,
  compareGroups,
  comparisonQuerySchema,
  ComparisonResponse,
  CompiledScorecard,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { dayOf } from '../../database/dates';
import { findScorecard } from '../findScorecard';
import { ProgrammeOptions } from '../programmeOptions';
import { RankedReport } from '../rankingFilter';
import { offsetPage } from './offsetPage';
import { PastDay, PastDays } from '../PastDays';
import { namedTiers, presentRollup } from './presentRollup';
import { ratedServices } from './ratedService';
import { ServiceTypeStore } from './ServiceTypeStore';

type ComparisonCommand = z.output<typeof comparisonQuerySchema>;

/** How many there are of each value, the frequent first. */
function countsOf(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(
    ([a, one], [b, other]) => other - one || (a < b ? -1 : 1),
  );
}

function present(
  group: ComparedGroup,
  scorecard: CompiledScorecard,
): ComparedGroupItem {
  return {
    key: group.key === '' ? null : group.key,
    place: group.place ?? null,
    improvementPlace: group.improvementPlace ?? null,
    unranked: [...group.unranked],
    signals: [...group.signals],
    figures: presentRollup(group.rollup, scorecard),
  };
}

/** Owners or systems compared over services of one tier and type, as one reader may see them. */
export class ComparisonService {
  constructor(
    private readonly options: ProgrammeOptions & {
      readonly types: ServiceTypeStore;
      readonly pastDays: PastDays;
    },
  ) {}

  async get(
    command: ComparisonCommand,
    credentials: BackstageCredentials,
  ): Promise<ComparisonResponse> {
    const { config, knex, ranking, types } = this.options;
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    const { scorecard: id, owner, system, domain } = command;
    const found = await ranking.matching(
      { scorecard: id, owner, system, domain },
      credentials,
    );
    const byTier = new Map(countsOf(found.map(({ tierId }) => tierId)));
    const tiers = namedTiers(config.tiers).map(tier => ({
      ...tier,
      services: byTier.get(tier.id) ?? 0,
    }));
    const tier = this.tierOf(command, tiers);
    const inTier = found.filter(({ tierId }) => tierId === tier.id);
    const known = await types.types(knex);
    const typeOf = (report: RankedReport) => known.get(report.entityRef) ?? '';
    const byType = countsOf(inTier.map(typeOf));
    const type = command.type ?? byType[0]?.[0] ?? '';
    const alike = inTier.filter(report => typeOf(report) === type);
    const groups = await this.groups(alike, command, scorecard);
    const compared = compareGroups(groups, {
      weights: config.rollups.tierWeights,
      levels: scorecard.definition.levels.length,
      minServices: command.minServices,
      minCoverage: command.minCoverage,
    });
    const page = offsetPage(compared, command);
    const ranked = compared.filter(({ place }) => place !== undefined).length;
    return {
      ...page,
      items: page.items.map(group => present(group, scorecard)),
      ranked,
      unranked: compared.length - ranked,
      tier: { id: tier.id, name: tier.name },
      type,
      tiers,
      types: byType.map(([value, services]) => ({ type: value, services })),
      minServices: command.minServices,
      minCoverage: command.minCoverage,
    };
  }

  private tierOf<T extends { id: string; services: number }>(
    { tier }: ComparisonCommand,
    tiers: readonly T[],
  ): T {
    if (tier === undefined) {
      return tiers.find(({ services }) => services > 0) ?? tiers[0];
    }
    const named = tiers.find(({ id }) => id === tier);
    if (named) return named;
    throw new InputError(
      `tier: unknown tier "${tier}", expected one of ${tiers
        .map(({ id }) => id)
        .join(', ')}`,
    );
  }

  private async groups(
    reports: readonly RankedReport[],
    { by }: ComparisonCommand,
    scorecard: CompiledScorecard,
  ): Promise<ComparableGroup[]> {
    const now = this.options.now();
    const past = await this.startOf(reports, scorecard, dayOf(now));
    const services = ratedServices(reports, {
      scorecard,
      now,
      today: dayOf(now),
      countExcused: true,
      coverageThen: ({ entityRef, trend }) =>
        past?.day === trend.day ? past.get(entityRef)?.coverage : undefined,
    });
    const groups = new Map<string, (typeof services)[number][]>();
    services.forEach((service, index) => {
      const key = reports[index][by];
      const members = groups.get(key);
      if (members) members.push(service);
      else groups.set(key, [service]);
    });
    return [...groups].map(([key, members]) => ({ key, services: members }));
  }

  /** The day on which the trends of most began: what coverage is compared with. */
  private async startOf(
    reports: readonly RankedReport[],
    { definition }: CompiledScorecard,
    today: string,
  ): Promise<PastDay | undefined> {
    const days = reports.map(({ trend }) => trend.day);
    const [[day] = []] = countsOf(days.filter(each => each !== today));
    return day === undefined
      ? undefined
      : this.options.pastDays.on(this.options.knex, definition.id, day);
  }
}
