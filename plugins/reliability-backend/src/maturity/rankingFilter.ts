import {
  canonicalJson,
  Outcome,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isInteger, isText } from '../http/cursor';
import { letterOf } from './reportRow';

/** What the ranking knows of a report: what it sorts and filters by, and the line that it answers. */
export interface RankedReport {
  readonly scorecardId: string;
  readonly entityRef: string;
  readonly rankKey: string;
  readonly levelId: string;
  /** 0–1000, as is the coverage. */
  readonly score: number;
  readonly coverage: number;
  readonly tierId: string;
  readonly tierRank: number;
  readonly sortTitle: string;
  /** Empty where there is none, as are system and domain. */
  readonly owner: string;
  readonly system: string;
  readonly domain: string;
  /** One letter for each check. */
  readonly outcomes: string;
  readonly needsAttention: boolean;
  readonly trend: { readonly score: number; readonly day: string };
  readonly scorecardHash: string;
  readonly assessedAt: number;
  /** JSON of a stored item. */
  readonly item: string;
}

/** What narrows a list. A list of values that is empty matches nothing; one that is absent, everything. */
export interface RankingConditions {
  readonly tier?: readonly string[];
  readonly owner?: readonly string[];
  readonly system?: readonly string[];
  readonly domain?: readonly string[];
  readonly level?: readonly string[];
  /** Outcome of a check, by its place in the scorecard; reports made by other rules do not match. */
  readonly check?: {
    readonly index: number;
    readonly outcome: Outcome;
    readonly scorecardHash: string;
  };
  readonly attention?: boolean;
  readonly text?: string;
}

/** Which list, and what narrows it. */
export interface RankingFilter extends RankingConditions {
  readonly scorecardId: string;
  /** References that the reader may see; absent: all. */
  readonly visible?: readonly string[];
}

/** What the ranking can be sorted by; ties keep the order of the ranking. */
export const orders = {
  rank: report => report.rankKey,
  title: report => report.sortTitle,
  tier: report => report.tierRank,
  score: report => report.score,
  coverage: report => report.coverage,
  owner: report => report.owner,
  trend: report => report.score - report.trend.score,
} as const satisfies Record<string, (report: RankedReport) => string | number>;

export type RankingOrder = keyof typeof orders;

/** The value by which a line was sorted, and the tie-breaker: where the next page begins. */
export interface RankingPosition {
  readonly value: string | number;
  readonly rankKey: string;
}

const TEXT_ORDERS: readonly RankingOrder[] = ['rank', 'title', 'owner'];

/** Whether a value that came back from outside is a position in this order. */
export const isPositionIn =
  (orderBy: RankingOrder) =>
  (position: unknown): position is RankingPosition => {
    if (typeof position !== 'object' || position === null) return false;
    const { value, rankKey } = position as Partial<RankingPosition>;
    const fits = TEXT_ORDERS.includes(orderBy) ? isText : isInteger;
    return isText(rankKey) && fits(value);
  };

/** Everything that narrows, without the ten thousand names that a reader may see. */
export function keyOf(conditions: RankingConditions): string {
  const { tier, owner, system, domain, level } = conditions;
  const { check, attention, text } = conditions;
  return canonicalJson([
    { tier, owner, system, domain, level, check, attention, text },
  ]);
}

type Predicate = (report: RankedReport) => boolean;

/** The conditions as functions, but for the text, which an index finds. */
export function predicatesOf(conditions: RankingConditions): Predicate[] {
  const { check, attention } = conditions;
  const predicates: Predicate[] = [];
  const among = (
    values: readonly string[] | undefined,
    valueOf: (report: RankedReport) => string,
  ) => {
    if (!values) return;
    const wanted = new Set(values);
    predicates.push(report => wanted.has(valueOf(report)));
  };
  if (check) {
    const letter = letterOf(check.outcome);
    predicates.push(
      report =>
        report.outcomes[check.index] === letter &&
        report.scorecardHash === check.scorecardHash,
    );
  }
  if (attention) predicates.push(report => report.needsAttention);
  among(conditions.tier, report => report.tierId);
  among(conditions.owner, report => report.owner);
  among(conditions.system, report => report.system);
  among(conditions.domain, report => report.domain);
  among(conditions.level, report => report.levelId);
  return predicates;
}
