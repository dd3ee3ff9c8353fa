import {
  CompiledScorecard,
  Facet,
  RankedServiceItem,
  ServiceTier,
  Tier,
  TierOverride,
  TierResolution,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../database/dates';
import { RankedReport } from './rankingFilter';
import { StoredItem } from './reportRow';

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
function trendOf({ trend, score }: RankedReport, today: string) {
  if (trend.day === today) return null;
  return {
    since: trend.day,
    scoreThen: trend.score,
    delta: score - trend.score,
  };
}

/** The words for the values of a facet: references speak for themselves, tiers and levels have names. */
export function facetLabels(
  field: Facet,
  scorecard: CompiledScorecard,
  tiers: readonly Tier[],
): (value: string) => string {
  const named = {
    tier: [...tiers, { id: UNTIERED, name: 'Untiered' }],
    level: [...scorecard.definition.levels, { id: 'none', name: 'No level' }],
    owner: [],
    system: [],
    domain: [],
  }[field];
  const names = new Map(
    named.map(({ id, name }): [string, string] => [id, name]),
  );
  return value => names.get(value) ?? value;
}

/**
 * One line of the ranking as JSON: the stored part, and what depends on the reader and the day. Put together
 * as text, because reading fifty lines only to print them again would cost more than the query.
 */
export function rankedLine(
  report: RankedReport,
  scorecard: CompiledScorecard,
  context: { rank: number; today: string },
): string {
  const rest: Omit<RankedServiceItem, keyof StoredItem> = {
    rank: context.rank,
    trend: trendOf(report, context.today),
    assessedAt: isoTime(report.assessedAt),
    outdated: report.scorecardHash !== scorecard.hash,
  };
  return `${report.item.slice(0, -1)},${JSON.stringify(rest).slice(1)}`;
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
