import { Duration } from 'luxon';
import { TierContract } from '../tier';
import { AnswerRecord } from './answer';
import { CompiledChecklist, MANUAL, ReviewerRule } from './checklist';
import { isSettled } from './counts';
import { DossierItem } from './dossier';
import { DossierChange, dossierChanges, pairsOf } from './dossierChanges';

/** Who may decide on a review in a service of a tier. @public */
export function reviewerRuleOf(
  { definition }: Pick<CompiledChecklist, 'definition'>,
  tierId: string,
): ReviewerRule {
  const { reviewer, reviewerByTier } = definition.signOff;
  return Object.hasOwn(reviewerByTier, tierId)
    ? reviewerByTier[tierId]
    : reviewer;
}

const RULES: Record<ReviewerRule, string> = {
  'not-an-author':
    'Anyone with the permission who neither asked for the review nor answered an item of the phase',
  'not-the-requester':
    'Anyone with the permission except the one who asked for the review',
  anyone: 'Anyone with the permission, also the one who asked for the review',
};

/** A reviewer rule in words. @public */
export const explainReviewerRule = (rule: ReviewerRule): string => RULES[rule];

/** Whether somebody may decide on a review. @public */
export type ReviewVerdict =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no'; readonly reason: string };

/**
 * Who answered items of a phase by hand; an answer from before an item became automatic makes no author.
 *
 * @public
 */
export function authorsOf(
  { items }: Pick<CompiledChecklist, 'items'>,
  answers: ReadonlyMap<string, AnswerRecord>,
  phaseId: string,
): string[] {
  return items
    .filter(({ definition, verify }) => definition.phase === phaseId && !verify)
    .flatMap(({ definition }) => answers.get(definition.id)?.answer?.by ?? []);
}

const normal = (entityRef: string) => entityRef.toLocaleLowerCase('en-US');

/**
 * Whether a person may approve or return a review, the permission aside.
 *
 * @param authors - entity references of those who answered items of the phase
 *
 * @public
 */
export function mayReview({
  rule,
  reviewer,
  requester,
  authors,
}: {
  readonly rule: ReviewerRule;
  readonly reviewer: string;
  readonly requester: string;
  readonly authors: readonly string[];
}): ReviewVerdict {
  const is = (other: string) => normal(other) === normal(reviewer);
  if (rule !== 'anyone' && is(requester)) {
    return {
      kind: 'no',
      reason: 'The one who asked for a review cannot decide on it',
    };
  }
  if (rule === 'not-an-author' && authors.some(is)) {
    return {
      kind: 'no',
      reason: 'Somebody who answered an item of the phase cannot sign it off',
    };
  }
  return { kind: 'yes' };
}

/** How long a sign-off holds by the contract of the tier, in milliseconds; undefined: for ever. @public */
export function reviewEveryMs(
  contract: Pick<TierContract, 'reviewEvery'> | undefined,
): number | undefined {
  const iso = contract?.reviewEvery;
  return iso === undefined ? undefined : Duration.fromISO(iso).toMillis();
}

/** Whether a sign-off still holds, and what is different since. @public */
export interface SignOffStatus {
  readonly valid: boolean;
  /** Milliseconds since the epoch; by the review interval alone. Absent: for ever. */
  readonly validUntil?: number;
  /** Why it no longer holds, in words. */
  readonly problems: readonly string[];
  readonly changes: readonly DossierChange[];
}

const STATE_PROBLEMS = {
  unanswered: 'has no answer',
  'not-met': 'is not met',
  expired: 'has expired',
  contested: 'is contested',
  met: '',
  'not-applicable': '',
} as const;

/** Whether nobody can say: the rule of an automatic item lacks a fact. */
const isUnknown = ({ definition, state }: DossierItem) =>
  definition.verify !== MANUAL && state === 'unanswered';

/**
 * Why an item breaks the sign-off. What the reviewer accepted as missing does not, nor what is unknown: a
 * fact that is late says nothing about the service.
 */
function breach(
  before: DossierItem | undefined,
  after: DossierItem | undefined,
): string[] {
  if (!after?.required || isSettled(after.state) || isUnknown(after)) return [];
  if (before?.required && !isSettled(before.state)) return [];
  const title = `"${after.definition.title}"`;
  const problem = STATE_PROBLEMS[after.state];
  if (!before) return [`${title} is new and ${problem}`];
  return before.required
    ? [`${title} ${problem}`]
    : [`${title} became required and ${problem}`];
}

/**
 * Whether a sign-off still holds: its review interval is not over, and every required item is met or not
 * applicable, save those that were signed as missing and automatic ones whose facts are not known. Other
 * changes are listed and break nothing.
 *
 * @param approvedAt - milliseconds since the epoch
 * @param reviewEvery - milliseconds; see {@link reviewEveryMs}
 * @param signed - the items of the dossier
 * @param current - those of the phase as they are; see {@link dossierItems}
 *
 * @public
 */
export function signOffStatus({
  approvedAt,
  reviewEvery,
  signed,
  current,
  now,
}: {
  readonly approvedAt: number;
  readonly reviewEvery?: number;
  readonly signed: readonly DossierItem[];
  readonly current: readonly DossierItem[];
  readonly now: number;
}): SignOffStatus {
  const validUntil =
    reviewEvery === undefined ? undefined : approvedAt + reviewEvery;
  const problems = [
    ...(validUntil !== undefined && validUntil <= now
      ? ['The review interval of the tier is over']
      : []),
    ...pairsOf(signed, current).flatMap(({ before, after }) =>
      breach(before, after),
    ),
  ];
  return {
    valid: problems.length === 0,
    ...(validUntil !== undefined && { validUntil }),
    problems,
    changes: dossierChanges(signed, current),
  };
}
