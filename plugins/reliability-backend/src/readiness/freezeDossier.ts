import { createHash } from 'node:crypto';
import {
  canonicalJson,
  Dossier,
  dossierItems,
  explainReviewerRule,
  reviewerRuleOf,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../database/dates';
import { ChecklistView } from './presentChecklist';
import { StoredReview } from './ReviewStore';

/** A frozen copy as it is stored. */
export interface DossierText {
  /** Canonical JSON. */
  readonly text: string;
  /** SHA-256 of it, in hexadecimal. */
  readonly hash: string;
}

const hashOf = (text: string) =>
  createHash('sha256').update(text, 'utf8').digest('hex');

/** What an approval approves, as text with its hash. */
export function freezeDossier(
  view: ChecklistView,
  review: StoredReview,
): DossierText {
  const { checklist, assessment, answers } = view;
  const { id, title, phases } = checklist.definition;
  const phase = phases.find(candidate => candidate.id === review.phaseId)!;
  const dossier: Dossier = {
    format: 'plimsoll-dossier/1',
    service: {
      entityRef: view.entityRef,
      title: view.serviceTitle,
      owner: view.owner,
      tier: view.tier,
    },
    checklist: {
      id,
      title,
      hash: checklist.hash,
      phase: { id: phase.id, title: phase.title },
    },
    review: {
      id: review.id,
      requestedBy: review.requestedBy,
      requestedAt: isoTime(review.requestedAt),
      note: review.note,
      approvedBy: review.decidedBy!,
      approvedAt: isoTime(review.decidedAt!),
      comment: review.comment,
      comments: { ...review.comments },
      reviewerRule: explainReviewerRule(
        reviewerRuleOf(checklist, view.tier.id),
      ),
    },
    counts: assessment.phases.find(({ id: found }) => found === phase.id)!
      .counts,
    items: dossierItems(checklist, assessment, answers, phase.id),
  };
  const text = canonicalJson(dossier);
  return { text, hash: hashOf(text) };
}

/** Whether a frozen copy is still what was approved. */
export const isIntact = ({ text, hash }: DossierText): boolean =>
  hashOf(text) === hash;
