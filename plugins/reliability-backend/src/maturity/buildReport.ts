import {
  attentionOf,
  CompactAssessment,
  CompiledScorecard,
  DROP_NOTICE,
  Facts,
  Outcome,
  TierResolution,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceRecord } from '../catalog/ServiceStore';
import { membersOf, sharedJson } from '../database/sharedJson';
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

type Rating = Pick<StoredItem, 'level' | 'score' | 'coverage' | 'dimensions'>;

/** By the outcomes, which services that have the same share. */
const ratings = new WeakMap<readonly Outcome[], Rating>();

/** The part of a line that follows from the outcomes alone. */
function ratingOf(
  scorecard: CompiledScorecard,
  { level, score, coverage, dimensions, outcomes }: CompactAssessment,
): Rating {
  let rating = ratings.get(outcomes);
  if (!rating) {
    rating = { level: levelRef(scorecard, level), score, coverage, dimensions };
    ratings.set(outcomes, rating);
  }
  return rating;
}

/** The part of a line that follows from the service. */
function subjectPart({
  service,
  tier: { tier },
}: Subject): Omit<StoredItem, keyof Rating | 'attention'> {
  return {
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
  };
}

/** The report of an assessment. */
export function buildReport(
  subject: Subject,
  scorecard: CompiledScorecard,
  assessment: CompactAssessment,
  context: {
    before?: ComparedReport;
    problems: readonly string[];
    now: number;
  },
): ReportWrite {
  const { service, tier, nextChangeAt } = subject;
  const { before, problems, now } = context;
  const { level, score, coverage, outcomes } = assessment;
  const fell = before !== undefined && level < before.level;
  const droppedAt = fell ? now : before?.droppedAt;
  const notice = (droppedAt ?? -Infinity) + DROP_NOTICE;
  const about = subjectPart(subject);
  const rating = ratingOf(scorecard, assessment);
  const attention = attentionOf(
    assessment,
    scorecard,
    { tier, problems, droppedAt },
    now,
  );
  return {
    scorecardId: scorecard.definition.id,
    service,
    level,
    levelId: rating.level.id,
    score,
    coverage,
    tier: about.tier,
    needsAttention: attention.length > 0,
    item: `{${membersOf(JSON.stringify(about))},${membersOf(
      sharedJson(rating),
    )},"attention":${JSON.stringify(attention)}}`,
    outcomes,
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
    before.item === report.item
  );
}
