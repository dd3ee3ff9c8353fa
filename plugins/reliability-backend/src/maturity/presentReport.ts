import {
  CheckReport,
  CompiledCheck,
  CompiledScorecard,
  explainReason,
  fillContract,
  ObservedFact,
  OutcomeReason,
  Report,
  unitOf,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../database/dates';
import { levelRef } from './present';
import { decodeExplanation, Explanation } from './reportCodec';
import { StoredItem, StoredReport } from './reportRow';
import { ScorecardVersion } from './ScorecardVersionStore';

/** A fact as it is answered. */
export function observedFact(path: string, fact: ObservedFact) {
  const unit = unitOf(path);
  return {
    path,
    state: fact.state,
    ...(fact.value !== undefined && { value: fact.value as unknown }),
    ...(unit && { unit }),
    ...(fact.at !== undefined && { at: isoTime(fact.at) }),
    ...(fact.source !== undefined && { source: fact.source }),
  };
}

function reasonReport(reason: OutcomeReason) {
  return {
    kind: reason.kind,
    text: explainReason(reason),
    ...(reason.kind === 'exempt' && {
      until: reason.until,
      approvedBy: reason.approvedBy,
    }),
  };
}

function checkReport(
  check: CompiledCheck,
  { checks, facts }: Explanation,
): CheckReport[] {
  const { definition } = check;
  const result = checks.find(({ id }) => id === definition.id);
  // A check that the rules gained since the assessment has no result yet; the report says that it is outdated.
  if (!result) return [];
  const paths = new Set(
    [...(check.when?.paths ?? []), ...check.pass.paths].map(({ text }) => text),
  );
  const seen = [...paths].flatMap(path =>
    facts[path] ? [observedFact(path, facts[path])] : [],
  );
  const times = seen.flatMap(({ at }) => at ?? []).sort();
  const sources = [...new Set(seen.flatMap(({ source }) => source ?? []))];
  const { id, title, level, dimension, weight, enforceFrom, when, why, fix } =
    definition;
  return [
    {
      id,
      title,
      level,
      dimension,
      weight,
      outcome: result.outcome,
      enforcement: result.enforcement,
      ...(enforceFrom && { enforceFrom }),
      ...(result.reason && { reason: reasonReport(result.reason) }),
      ...(when && { when: fillContract(when, facts) }),
      expected: fillContract(definition.pass, facts),
      actual: seen,
      ...(times.length > 0 && { at: times[0] }),
      ...(sources.length > 0 && { source: sources.join(', ') }),
      ...(why && { why }),
      ...(fix && { fix }),
    },
  ];
}

const COUNTED = ['pass', 'fail', 'unknown', 'exempt'];
const MET = ['pass', 'exempt'];

function ladder(
  scorecard: CompiledScorecard,
  checks: readonly CheckReport[],
  attained: number,
): Report['levels'] {
  return scorecard.definition.levels.map((level, index) => {
    const counted = checks.filter(
      check =>
        check.level === level.id &&
        check.enforcement === 'enforced' &&
        COUNTED.includes(check.outcome),
    );
    return {
      id: level.id,
      name: level.name,
      index,
      ...(level.description && { description: level.description }),
      ...(level.minScore !== undefined && { minScore: level.minScore }),
      attained: index <= attained,
      met: counted.filter(check => MET.includes(check.outcome)).length,
      counted: counted.length,
    };
  });
}

/**
 * A stored report with the texts of the scorecard: everything that explains a score.
 *
 * @param version - of the scorecard that made the report, which may be an older one
 */
export function presentReport(
  stored: StoredReport,
  scorecard: CompiledScorecard,
  version: ScorecardVersion,
  place: { rank: number; rankedTotal: number },
): Report {
  const explanation = decodeExplanation(stored.explanation, version);
  const item = JSON.parse(stored.item) as StoredItem;
  const checks = scorecard.checks.flatMap(check =>
    checkReport(check, explanation),
  );
  const { id, title } = scorecard.definition;
  const next = explanation.nextLevel;
  return {
    scorecard: { id, title, hash: scorecard.hash },
    level: levelRef(scorecard, stored.level),
    levels: ladder(scorecard, checks, stored.level),
    score: stored.score,
    coverage: stored.coverage,
    ...place,
    dimensions: item.dimensions,
    attention: item.attention,
    nextLevel: next
      ? {
          id: levelRef(scorecard, next.level).id,
          name: levelRef(scorecard, next.level).name,
          blocking: [...next.blocking],
          missingScore: next.missingScore,
          nothingApplies: next.nothingApplies,
          liftsTo: levelRef(scorecard, next.liftsTo),
        }
      : null,
    checks,
    assessedAt: isoTime(stored.assessedAt),
    outdated: stored.scorecardHash !== scorecard.hash,
  };
}
