import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  authorsOf,
  CompiledChecklist,
  contentHash,
  dossierItems,
  mayReview,
  reliabilityReadinessAnswerPermission,
  reliabilityReadinessReviewPermission,
  ReviewDecision,
  reviewerRuleOf,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { isoTime } from '../database/dates';
import { ChecklistView } from './presentChecklist';
import { StoredReview } from './ReviewStore';

/** @throws InputError that names the phases there are */
export function requirePhase(
  { definition }: CompiledChecklist,
  phaseId: string,
): void {
  const known = definition.phases.map(({ id }) => id);
  if (!known.includes(phaseId)) {
    throw new InputError(
      `phase: there is no phase "${phaseId}" in the checklist ${
        definition.id
      }, only ${known.join(', ')}`,
    );
  }
}

/** The titles of the required items of a phase that are missing, as a list in words; empty where none is. */
export function missingIn(
  { checklist, assessment }: ChecklistView,
  phaseId: string,
): string {
  const blocking = new Set(
    assessment.phases.find(({ id }) => id === phaseId)?.blocking,
  );
  return checklist.items
    .filter(({ definition }) => blocking.has(definition.id))
    .map(({ definition }) => `"${definition.title}"`)
    .join(', ');
}

/** @throws ConflictError while a review of the phase waits for its decision */
export function requireNoneOpen(
  { reviews }: ChecklistView,
  phaseId: string,
): void {
  const open = reviews.find(
    review => review.phaseId === phaseId && review.state === 'requested',
  );
  if (open) {
    throw new ConflictError(
      `${open.requestedBy} asked for a review of the phase at ${isoTime(
        open.requestedAt,
      )} already; it waits for a decision`,
    );
  }
}

/** @throws ConflictError when somebody has decided */
export function requireOpen(review: StoredReview): void {
  if (review.state === 'requested') return;
  throw new ConflictError(
    `The review was ${review.state} by ${review.decidedBy} at ${isoTime(
      review.decidedAt ?? 0,
    )} already`,
  );
}

/**
 * Comments by the current ids of their items.
 *
 * @throws InputError when the phase has no such item
 */
export function commentsOn(
  { currentIds, definition }: CompiledChecklist,
  phaseId: string,
  comments: Readonly<Record<string, string>>,
): Record<string, string> {
  const known = new Set(
    definition.items
      .filter(({ phase }) => phase === phaseId)
      .map(({ id }) => id),
  );
  return Object.fromEntries(
    Object.entries(comments).map(([itemId, text]) => {
      const current = currentIds.get(itemId);
      if (current === undefined || !known.has(current)) {
        throw new InputError(
          `comments: there is no item "${itemId}" in the phase ${phaseId}`,
        );
      }
      return [current, text];
    }),
  );
}

/**
 * Whoever asked may withdraw, and whoever may answer; only a person with the permission approves or returns.
 *
 * @throws NotAllowedError
 */
export async function requireMayDecide(
  { entityRef, requestedBy }: StoredReview,
  decision: ReviewDecision['decision'],
  credentials: BackstageCredentials,
  { access, auth }: { readonly access: Access; readonly auth: AuthService },
): Promise<void> {
  const withdraws = decision === 'withdraw';
  if (withdraws && requestedBy === nameOf(credentials)) return;
  // The permissions of Backstage let every machine pass, and who is behind it is not known.
  if (!withdraws && !auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError('Only a person can decide on a review');
  }
  const permission = withdraws
    ? reliabilityReadinessAnswerPermission
    : reliabilityReadinessReviewPermission;
  await access.requireOn(permission, credentials, entityRef);
}

/** @throws NotAllowedError when the rule of the tier keeps the person from deciding */
export function requireReviewer(
  { checklist, tier, answers }: ChecklistView,
  review: StoredReview,
  reviewer: string,
): void {
  const verdict = mayReview({
    rule: reviewerRuleOf(checklist, tier.id),
    reviewer,
    requester: review.requestedBy,
    authors: authorsOf(checklist, answers, review.phaseId),
  });
  if (verdict.kind === 'no') throw new NotAllowedError(verdict.reason);
}

/** @throws ConflictError when what was read is not what is there */
export function requireSameContent(
  { checklist, assessment, answers }: ChecklistView,
  phaseId: string,
  hash: string,
): void {
  const items = dossierItems(checklist, assessment, answers, phaseId);
  if (contentHash(items) !== hash) {
    throw new ConflictError(
      'The phase was changed since you read it: read it again, then decide',
    );
  }
}
