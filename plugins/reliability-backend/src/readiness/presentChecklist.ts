import {
  Answer,
  ChecklistAssessment,
  ChecklistItemState,
  ChecklistResponse,
  ChecklistSummary,
  CompiledChecklist,
  contentHash,
  dossierItems,
  explainReviewerRule,
  PhaseState,
  Review,
  reviewerRuleOf,
  SignOff,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../database/dates';
import { observedFact } from '../maturity/presentReport';
import { StoredAnswer } from './AnswerStore';
import { AnswersOfChecklist, AssessedSignOff } from './assessSignOffs';
import { ReadinessDetail, StoredReadiness } from './readinessRow';
import { StoredReview } from './ReviewStore';

/** One checklist of one service with everything that its page needs. */
export interface ChecklistView {
  readonly entityRef: string;
  readonly serviceTitle: string;
  readonly owner: string | null;
  readonly tier: { readonly id: string; readonly name: string };
  readonly checklist: CompiledChecklist;
  readonly stored: StoredReadiness;
  readonly detail: ReadinessDetail;
  readonly assessment: ChecklistAssessment;
  readonly answers: AnswersOfChecklist;
  /** The last of each phase. */
  readonly reviews: readonly StoredReview[];
  readonly signOffs: readonly AssessedSignOff[];
  /** When each item appeared. */
  readonly since: ReadonlyMap<string, number>;
}

const optionalIso = (time: number | undefined) =>
  time === undefined ? null : isoTime(time);

/** A review as it is answered. */
export function presentReview(
  review: StoredReview,
  { definition }: CompiledChecklist,
  serviceTitle: string,
): Review {
  const { id, title, phases } = definition;
  const phase = phases.find(candidate => candidate.id === review.phaseId);
  return {
    id: review.id,
    entityRef: review.entityRef,
    serviceTitle,
    checklist: { id, title },
    phase: { id: review.phaseId, title: phase?.title ?? review.phaseId },
    state: review.state,
    requestedBy: review.requestedBy,
    requestedAt: isoTime(review.requestedAt),
    note: review.note,
    decidedBy: review.decidedBy ?? null,
    decidedAt: optionalIso(review.decidedAt),
    comment: review.comment,
    comments: { ...review.comments },
    dossierHash: review.dossierHash ?? null,
  };
}

function presentSignOff({ review, status }: AssessedSignOff): SignOff {
  return {
    reviewId: review.id,
    by: review.decidedBy ?? '',
    at: isoTime(review.decidedAt ?? 0),
    requestedBy: review.requestedBy,
    dossierHash: review.dossierHash ?? '',
    valid: status.valid,
    validUntil: optionalIso(status.validUntil),
    problems: [...status.problems],
    changes: [...status.changes],
  };
}

function presentPhase(
  view: ChecklistView,
  { counts, blocking }: ChecklistAssessment['phases'][number],
  phase: CompiledChecklist['definition']['phases'][number],
): PhaseState {
  const { checklist, assessment, answers, reviews, signOffs } = view;
  const review = reviews.find(({ phaseId }) => phaseId === phase.id);
  const signOff = signOffs.find(
    candidate => candidate.review.phaseId === phase.id,
  );
  return {
    ...phase,
    ...counts,
    contentHash: contentHash(
      dossierItems(checklist, assessment, answers, phase.id),
    ),
    blocking: [...blocking],
    review: review ? presentReview(review, checklist, view.serviceTitle) : null,
    signOff: signOff ? presentSignOff(signOff) : null,
  };
}

/** An answer as it is answered, without its end. */
export function presentAnswer(answer: Answer) {
  return {
    ...answer,
    at: isoTime(answer.at),
    evidence: answer.evidence.map(link => ({
      ...link,
      addedAt: isoTime(link.addedAt),
    })),
  };
}

/** The comment of whoever returned the phase last, unless the item was answered since. */
function commentOn(
  itemId: string,
  review: StoredReview | undefined,
  answer: StoredAnswer | undefined,
): ChecklistItemState['comment'] {
  const text = review?.comments[itemId];
  if (!review || text === undefined || review.state !== 'returned') return null;
  const { decidedBy = '', decidedAt = 0 } = review;
  return (answer?.answer?.at ?? 0) > decidedAt
    ? null
    : { text, by: decidedBy, at: isoTime(decidedAt) };
}

function presentItems(view: ChecklistView): ChecklistItemState[] {
  const { checklist, assessment, answers, reviews, since, stored } = view;
  return checklist.items.map(({ definition, verify }, index) => {
    const item = assessment.items[index];
    const { id, phase } = definition;
    const answer = answers.get(id);
    const contest = answer?.contest;
    return {
      id,
      title: definition.title,
      category: definition.category,
      phase,
      why: definition.why,
      how: definition.how,
      links: definition.links ?? [],
      required: item.required,
      automatic: item.automatic,
      ...(verify && { rule: definition.verify }),
      actual: Object.entries(item.observed).map(([path, fact]) =>
        observedFact(path, fact),
      ),
      evidenceRule: definition.evidence,
      weight: definition.weight,
      since: isoTime(since.get(id) ?? stored.assessedAt),
      state: item.state,
      expiring: item.expiring,
      answer:
        answer?.answer && !item.automatic
          ? {
              ...presentAnswer(answer.answer),
              expiresAt: optionalIso(item.expiresAt),
            }
          : null,
      contest: contest ? { ...contest, at: isoTime(contest.at) } : null,
      version: answer?.version ?? 0,
      comment: commentOn(
        id,
        reviews.find(({ phaseId }) => phaseId === phase),
        answer,
      ),
    };
  });
}

/** The page of a checklist. */
export function presentChecklist(view: ChecklistView): ChecklistResponse {
  const { checklist, detail, tier } = view;
  const { id, title, description, phases } = checklist.definition;
  return {
    entityRef: view.entityRef,
    serviceTitle: view.serviceTitle,
    owner: view.owner,
    tier,
    id,
    title,
    description,
    hash: checklist.hash,
    categories: [...checklist.categories],
    ...detail.counts,
    phases: phases.map((phase, index) =>
      presentPhase(view, view.assessment.phases[index], phase),
    ),
    items: presentItems(view),
    forecast: detail.forecast.map(({ at, items, level }) => ({
      at: isoTime(at),
      items: [...items],
      level: level ?? null,
    })),
    reviewerRule: explainReviewerRule(reviewerRuleOf(checklist, tier.id)),
    assessedAt: isoTime(view.stored.assessedAt),
  };
}

/** The line of a checklist among those of a service. */
export function presentSummary(view: ChecklistView): ChecklistSummary {
  const { definition, hash } = view.checklist;
  const { id, title, description } = definition;
  return {
    id,
    title,
    description,
    hash,
    ...view.detail.counts,
    phases: definition.phases.map((phase, index) => {
      const { counts } = view.assessment.phases[index];
      const review = view.reviews.find(({ phaseId }) => phaseId === phase.id);
      return {
        id: phase.id,
        title: phase.title,
        requiredMet: counts.requiredMet,
        requiredTotal: counts.requiredTotal,
        reviewState: review?.state ?? null,
        signedOff: view.signOffs.some(
          signOff =>
            signOff.review.phaseId === phase.id && signOff.status.valid,
        ),
      };
    }),
  };
}
