import {
  CompiledScorecard,
  RankedServiceItem,
  ServiceTier,
  Tier,
  TierOverride,
  TierResolution,
  UNTIERED,
  UNTIERED_RANK,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../database/dates';
import { StoredReport } from './reportRow';

/** A level as it is answered; -1 is no level. */
export function levelRef(scorecard: CompiledScorecard, index: number) {
  const level = scorecard.definition.levels[index];
  return level
    ? { id: level.id, name: level.name, index }
    : { id: 'none', name: 'No level', index: -1 };
}

/** A level by its id, which may be that of an older version of the scorecard. */
export function levelRefById(scorecard: CompiledScorecard, id: string) {
  const index = scorecard.definition.levels.findIndex(level => level.id === id);
  return index >= 0 || id === 'none'
    ? levelRef(scorecard, index)
    : { id, name: id, index: -1 };
}

/** The trend of a score; null on the first day, when there is nothing to compare with. */
function trendOf({ trend, score }: StoredReport) {
  return {
    since: trend.day,
    scoreThen: trend.score,
    delta: score - trend.score,
  };
}

/** One line of the ranking. */
export function rankedService(
  report: StoredReport,
  scorecard: CompiledScorecard,
  context: { rank: number; tiers: readonly Tier[] },
): RankedServiceItem {
  const { tierId, tierRank } = report;
  const tier = context.tiers.find(({ id }) => id === tierId);
  return {
    entityRef: report.entityRef,
    title: report.title,
    rank: context.rank,
    tier: {
      id: tierId,
      name: tier?.name ?? (tierId === UNTIERED ? 'Untiered' : tierId),
      rank: tierRank === UNTIERED_RANK ? null : tierRank,
    },
    owner: report.owner ?? null,
    system: report.system ?? null,
    domain: report.domain ?? null,
    lifecycle: report.lifecycle ?? null,
    level: levelRefById(scorecard, report.levelId),
    score: report.score,
    coverage: report.coverage,
    dimensions: report.dimensions,
    trend: trendOf(report),
    attention: [...report.attention],
    assessedAt: isoTime(report.assessedAt),
    outdated: report.scorecardHash !== scorecard.hash,
  };
}

/** The tier of a service with where it comes from. */
export function serviceTier(
  resolution: TierResolution,
  override: TierOverride | undefined,
): ServiceTier {
  const { tier, source, declared, problem } = resolution;
  return {
    id: tier?.id ?? UNTIERED,
    name: tier?.name ?? 'Untiered',
    rank: tier?.rank ?? null,
    source,
    ...(declared && {
      declared: { value: declared.written, place: declared.place },
    }),
    ...(override && {
      override: { ...override, setAt: isoTime(override.setAt) },
    }),
    ...(problem !== undefined && { problem }),
  };
}
