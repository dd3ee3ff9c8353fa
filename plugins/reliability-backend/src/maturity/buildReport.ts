import {
  Assessment,
  attentionOf,
  CompiledScorecard,
  DROP_NOTICE,
  Facts,
  TierResolution,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceRecord } from '../catalog/ServiceStore';
import { encodeExplanation } from './reportCodec';
import { ReportWrite, StoredReport } from './reportRow';

/** A service with all that an assessment of it needs. */
export interface Subject {
  readonly service: ServiceRecord;
  readonly tier: TierResolution;
  readonly facts: Facts;
  readonly reports: ReadonlyMap<string, StoredReport>;
}

/** The id of a level, `none` below the first. */
export const levelIdOf = (scorecard: CompiledScorecard, level: number) =>
  scorecard.definition.levels[level]?.id ?? 'none';

/** The report of an assessment. */
export function buildReport(
  { service, tier }: Subject,
  scorecard: CompiledScorecard,
  assessment: Assessment,
  context: {
    before?: StoredReport;
    problems: readonly string[];
    now: number;
  },
): ReportWrite {
  const { before, problems, now } = context;
  const fell = before !== undefined && assessment.level < before.level;
  const droppedAt = fell ? now : before?.droppedAt;
  const notice = (droppedAt ?? -Infinity) + DROP_NOTICE;
  const { nextChangeAt } = assessment;
  return {
    scorecardId: scorecard.definition.id,
    service,
    tier: tier.tier,
    level: assessment.level,
    levelId: levelIdOf(scorecard, assessment.level),
    score: assessment.score,
    coverage: assessment.coverage,
    dimensions: assessment.dimensions,
    attention: attentionOf(
      assessment,
      scorecard,
      { tier, problems, droppedAt },
      now,
    ),
    outcomes: new Map(
      assessment.checks.map(({ id, outcome }) => [id, outcome]),
    ),
    droppedAt,
    scorecardHash: scorecard.hash,
    assessedAt: now,
    nextChangeAt:
      notice > now ? Math.min(notice, nextChangeAt ?? notice) : nextChangeAt,
    explanation: encodeExplanation(assessment),
  };
}

/** Whether a report would be written again as it stands. */
export function isSame(
  before: StoredReport,
  report: ReportWrite,
  { service, tier }: Subject,
): boolean {
  return (
    before.explanation === report.explanation &&
    before.scorecardHash === report.scorecardHash &&
    before.title === service.title &&
    before.owner === service.owner &&
    before.system === service.system &&
    before.domain === service.domain &&
    before.lifecycle === service.lifecycle &&
    before.tierId === (tier.tier?.id ?? UNTIERED) &&
    before.score === report.score &&
    before.coverage === report.coverage &&
    before.level === report.level &&
    JSON.stringify(before.attention) === JSON.stringify(report.attention)
  );
}
