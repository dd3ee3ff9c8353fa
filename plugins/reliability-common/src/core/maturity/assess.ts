import { EXEMPTION_NOTICE } from './attention';
import { ObservedFact } from '../facts/factContext';
import { Facts } from '../facts/facts';
import { contextOf, exemptionOf, judge } from './judge';
import type { NextLevel } from './ladder';
import {
  CheckDefinition,
  CompiledCheck,
  CompiledScorecard,
  Exemption,
  exemptionEnd,
} from './scorecard';
import type { DimensionScore } from './score';
import { attainmentOf } from './attainment';

/** What a check came to. @public */
export type Outcome = 'pass' | 'fail' | 'unknown' | 'not-applicable' | 'exempt';

/** Whether a check counts now: `scheduled` will from its date on, `planned` not yet. @public */
export type Enforcement = 'enforced' | 'scheduled' | 'planned';

/** Why a check is unknown, or what makes it exempt. @public */
export type OutcomeReason =
  | { readonly kind: 'absent'; readonly facts: readonly string[] }
  | { readonly kind: 'stale'; readonly facts: readonly string[] }
  | { readonly kind: 'error'; readonly message: string }
  | {
      readonly kind: 'exempt';
      readonly reason: string;
      readonly approvedBy: string;
      readonly until: string;
    };

/** One check of one service. @public */
export interface CheckResult {
  readonly id: string;
  readonly outcome: Outcome;
  readonly enforcement: Enforcement;
  readonly reason?: OutcomeReason;
}

/** Everything that a scorecard says about one service at one time, as it is stored for thousands. @public */
export interface CompactAssessment {
  /** Index of the level attained, -1 below the first. */
  readonly level: number;
  /** 0–1000. */
  readonly score: number;
  /** 0–1000: the share of the score that rests on known outcomes. */
  readonly coverage: number;
  readonly dimensions: Readonly<Record<string, DimensionScore>>;
  /** Services with the same results share it. */
  readonly checks: readonly CheckResult[];
  /** Of the checks. Services with the same outcomes share it, with dimensions and next level. */
  readonly outcomes: readonly Outcome[];
  /** The values that the checks saw, in the order of the scorecard's paths. */
  readonly observed: readonly ObservedFact[];
  /** Absent at the top. */
  readonly nextLevel?: NextLevel;
  /** When the result can change with no new facts: something goes stale, starts, ends or is about to. */
  readonly nextChangeAt?: number;
}

/** The same with the observed facts by name. @public */
export interface Assessment extends CompactAssessment {
  /** The values that the checks saw, by the path that the checks use. */
  readonly facts: Readonly<Record<string, ObservedFact>>;
}

/** A check with its result, as the score and the ladder read it. @public */
export interface JudgedCheck {
  readonly check: Pick<CompiledCheck, 'levelIndex'> & {
    readonly definition: Pick<CheckDefinition, 'weight' | 'dimension'>;
  };
  readonly result: CheckResult;
}

/** Whether a check counts at a time, in milliseconds since the epoch. @public */
export function enforcementOf(
  check: Pick<CompiledCheck, 'enforceFrom'> & {
    readonly definition: Pick<CheckDefinition, 'planned'>;
  },
  now: number,
): Enforcement {
  if (check.definition.planned) return 'planned';
  return check.enforceFrom !== undefined && check.enforceFrom > now
    ? 'scheduled'
    : 'enforced';
}

function nextChange(
  facts: Facts,
  scorecard: CompiledScorecard,
  exemptions: readonly Exemption[],
  now: number,
): number | undefined {
  let soonest = Infinity;
  const add = (time: number) => {
    if (time > now && time < soonest) soonest = time;
  };
  for (const { expiresAt } of facts) {
    if (expiresAt !== undefined) add(expiresAt);
  }
  for (const { enforceFrom } of scorecard.checks) {
    if (enforceFrom !== undefined) add(enforceFrom);
  }
  for (const exemption of exemptions) {
    const end = exemptionEnd(exemption);
    add(end);
    // An end is announced in the attention that is stored with the report.
    add(end - EXEMPTION_NOTICE);
  }
  return soonest === Infinity ? undefined : soonest;
}

/**
 * The observed facts of an assessment by name. An object of so many names costs more than the rest of what is kept,
 * so it is made only where it is read.
 *
 * @public
 */
export const observedFacts = (
  scorecard: Pick<CompiledScorecard, 'paths'>,
  assessment: Pick<CompactAssessment, 'observed'>,
): Record<string, ObservedFact> =>
  Object.fromEntries(
    scorecard.paths.map(({ text }, index) => [
      text,
      assessment.observed[index],
    ]),
  );

type Results = Partial<Record<Outcome, CheckResult>>;

/** The last results of each check: nearly all services have one of them. */
const lastResults = new WeakMap<CompiledScorecard, readonly Results[]>();

function lastResultsOf(scorecard: CompiledScorecard): readonly Results[] {
  let results = lastResults.get(scorecard);
  if (!results) {
    results = scorecard.checks.map(() => ({}));
    lastResults.set(scorecard, results);
  }
  return results;
}

const isSameList = <T>(one: readonly T[], other: readonly T[]) =>
  one.every((item, index) => item === other[index]);

/**
 * Assesses one service: facts in, every outcome, level, score and coverage out. The only place where
 * they are computed.
 *
 * @param facts - what is known about the service; an absent or stale fact makes the checks that need it unknown
 * @param scorecard - compiled by `compileScorecard`
 * @param now - milliseconds since the epoch
 * @param exemptions - those of this service and scorecard; ended ones are ignored
 *
 * @public
 */
export function assessCompactly(
  facts: Facts,
  scorecard: CompiledScorecard,
  now: number,
  exemptions: readonly Exemption[] = [],
): CompactAssessment {
  const context = contextOf(facts, scorecard, now);
  const inForce =
    exemptions.length === 0
      ? exemptions
      : exemptions.filter(exemption => exemptionEnd(exemption) > now);
  const last = lastResultsOf(scorecard);
  const checks = scorecard.checks.map((check, index): CheckResult => {
    const { id } = check.definition;
    const { outcome, reason } = judge(check, context, exemptionOf(inForce, id));
    const enforcement = enforcementOf(check, now);
    const known = last[index][outcome];
    if (known?.enforcement === enforcement && known.reason === reason) {
      return known;
    }
    const result = { id, enforcement, outcome, ...(reason && { reason }) };
    last[index][outcome] = result;
    return result;
  });
  const attainment = attainmentOf(scorecard, checks);
  return {
    level: attainment.level,
    score: attainment.score,
    coverage: attainment.coverage,
    dimensions: attainment.dimensions,
    checks: isSameList(checks, attainment.results)
      ? attainment.results
      : checks,
    outcomes: attainment.outcomes,
    observed: scorecard.paths.map(context.observe),
    nextLevel: attainment.nextLevel,
    nextChangeAt: nextChange(facts, scorecard, inForce, now),
  };
}

/** The same as {@link assessCompactly}, with the observed facts by name. @public */
export function assess(
  facts: Facts,
  scorecard: CompiledScorecard,
  now: number,
  exemptions?: readonly Exemption[],
): Assessment {
  const compact = assessCompactly(facts, scorecard, now, exemptions);
  return { ...compact, facts: observedFacts(scorecard, compact) };
}
