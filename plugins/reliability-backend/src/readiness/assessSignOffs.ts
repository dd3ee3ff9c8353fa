import {
  ChecklistAssessment,
  CompiledChecklist,
  dossierItems,
  reviewEveryMs,
  SignOffStatus,
  signOffStatus,
  TierResolution,
} from '@plimsoll/backstage-plugin-reliability-common';
import { StoredAnswer } from './AnswerStore';
import { StoredReview, StoredSignOff } from './ReviewStore';

/** Answers to one checklist, by the current id of their item. */
export type AnswersOfChecklist = ReadonlyMap<string, StoredAnswer>;

/** The last approval of a phase and whether it holds. */
export interface AssessedSignOff {
  readonly review: StoredReview;
  readonly status: SignOffStatus;
}

/** Compares the approvals of one checklist of a service with what it says now. */
export function assessSignOffs(
  signOffs: readonly StoredSignOff[],
  looked: {
    readonly checklist: CompiledChecklist;
    readonly assessment: ChecklistAssessment;
    readonly answers: AnswersOfChecklist;
    readonly tier: TierResolution;
  },
  now: number,
): AssessedSignOff[] {
  const { checklist, assessment, answers, tier } = looked;
  return signOffs
    .filter(({ review }) => review.checklistId === checklist.definition.id)
    .map(({ review, dossier }) => ({
      review,
      status: signOffStatus({
        approvedAt: review.decidedAt ?? 0,
        reviewEvery: reviewEveryMs(tier.tier?.contract),
        signed: dossier.items,
        current: dossierItems(checklist, assessment, answers, review.phaseId),
        now,
      }),
    }));
}
