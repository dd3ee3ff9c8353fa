import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';

type Status = PostmortemResponse['status'];

/** Why a step cannot be taken now. */
export type StepBlock =
  | 'forbidden'
  | 'elsewhere'
  | 'not-begun'
  | 'unsaved'
  | 'missing-sections'
  | 'own';

/** A step from the status of a postmortem to another one. */
export interface PostmortemStep {
  readonly to: Status;
  /** Absent: it can be taken. */
  readonly block?: StepBlock;
}

const following: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['in-review'],
  'in-review': ['published', 'draft'],
  published: ['draft'],
};

/**
 * The steps that may come next, each with why it cannot be taken now.
 *
 * @param me - entity reference of the reader; undefined while it is not known
 */
export function stepsOf(
  postmortem: Pick<
    PostmortemResponse,
    | 'exists'
    | 'source'
    | 'status'
    | 'author'
    | 'missingSections'
    | 'canEdit'
    | 'reviewBySomebodyElse'
  >,
  { dirty, me }: { dirty: boolean; me: string | undefined },
): PostmortemStep[] {
  const { exists, source, status, author, missingSections } = postmortem;
  const blockOf = (to: Status): StepBlock | undefined => {
    if (!postmortem.canEdit) return 'forbidden';
    if (source === 'provider') return 'elsewhere';
    if (!exists) return 'not-begun';
    if (dirty) return 'unsaved';
    if (to === 'draft') return undefined;
    if (missingSections.length > 0) return 'missing-sections';
    const own = author !== null && author === me;
    return to === 'published' &&
      own &&
      postmortem.reviewBySomebodyElse !== false
      ? 'own'
      : undefined;
  };
  return following[status].map(to => ({ to, block: blockOf(to) }));
}
