import {
  attentionOf,
  CompactAssessment,
  CompiledScorecard,
  DROP_NOTICE,
  Facts,
  TierResolution,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceRecord } from '../catalog/ServiceStore';
import { levelRef } from './present';
import { encodeExplanation } from './reportCodec';
import { ReportWrite, StoredItem, ComparedReport } from './reportRow';

/** A service with all that an assessment of it needs. */
export interface Subject {
  readonly service: ServiceRecord;
  readonly tier: TierResolution;
  readonly facts: Facts;
  /** When time alone changes a fact next; absent: never. */
  readonly nextChangeAt?: number;
}

function soonest(times: readonly (number | undefined)[]): number | undefined {
  let first: number | undefined;
  for (const time of times) {
    if (time !== undefined && (first === undefined || time < first)) {
      first = time;
    }
  }
  return first;
}

/** The report of an assessment. */
export function buildReport(
  { service, tier: resolution, nextChangeAt }: Subject,
  scorecard: CompiledScorecard,
  assessment: CompactAssessment,
  context: {
    before?: ComparedReport;
    problems: readonly string[];
    now: number;
  },
): ReportWrite {
  const { before, problems, now } = context;
  const { tier } = resolution;
  const fell = before !== undefined && assessment.level < before.level;
  const droppedAt = fell ? now : before?.droppedAt;
  const notice = (droppedAt ?? -Infinity) + DROP_NOTICE;
  const { level, score, coverage, dimensions } = assessment;
  const levelNow = levelRef(scorecard, level);
  const item: StoredItem = {
    entityRef: service.entityRef,
    title: service.title,
    tier: {
      id: tier?.id ?? UNTIERED,
      name: tier?.name ?? 'Untiered',
      rank: tier?.rank ?? null,
    },
    owner: service.owner ?? null,
    system: service.system ?? null,
    domain: service.domain ?? null,
    lifecycle: service.lifecycle ?? null,
    level: levelNow,
    score,
    coverage,
    dimensions,
    attention: attentionOf(
      assessment,
      scorecard,
      { tier: resolution, problems, droppedAt },
      now,
    ),
  };
  return {
    scorecardId: scorecard.definition.id,
    service,
    level,
    levelId: levelNow.id,
    score,
    coverage,
    item,
    line: JSON.stringify(item),
    outcomes: assessment.checks.map(({ outcome }) => outcome),
    droppedAt,
    scorecardHash: scorecard.hash,
    assessedAt: now,
    nextChangeAt: soonest([
      assessment.nextChangeAt,
      nextChangeAt,
      notice > now ? notice : undefined,
    ]),
    explanation: encodeExplanation(assessment),
  };
}

/** Whether a report would be written again as it stands. */
export function isSame(before: ComparedReport, report: ReportWrite): boolean {
  return (
    before.scorecardHash === report.scorecardHash &&
    before.explanation === report.explanation &&
    before.item === report.line
  );
}
