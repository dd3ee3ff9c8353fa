import { ChecklistItem } from '../checklist';

/** An item as the files of this folder write it: what is left out has the usual value. */
type Draft = Pick<ChecklistItem, 'id' | 'title' | 'why' | 'how'> & {
  readonly phase: 'design' | 'pre-production' | 'live';
} & Partial<Pick<ChecklistItem, 'required' | 'weight'>>;

type ManualDraft = Draft & Partial<Pick<ChecklistItem, 'evidence' | 'expires'>>;
type AutomaticDraft = Draft & Pick<ChecklistItem, 'verify'>;

/** Who must meet an item. The numbers are ranks: a company may name its tiers as it likes. */
export const EVERYBODY = true;
export const UP_TO_RANK_2 = 'tier.rank <= 2';
export const UP_TO_RANK_1 = 'tier.rank <= 1';
export const RANK_0 = 'tier.rank == 0';
export const NOBODY = false;

/** How long an answer holds that ages faster where more depends on the service. */
export const quarterly = {
  default: 'P1Y',
  'tier-0': 'P90D',
  'tier-1': 'P180D',
};
export const halfYearly = { default: 'P1Y', 'tier-0': 'P180D' };

/** The items of a category that people answer. */
export const manual =
  (category: string) =>
  (draft: ManualDraft): ChecklistItem => ({
    category,
    required: EVERYBODY,
    verify: 'manual',
    evidence: 'optional',
    weight: 1,
    ...draft,
  });

/** The items of a category that answer themselves. */
export const automatic =
  (category: string) =>
  (draft: AutomaticDraft): ChecklistItem => ({
    category,
    required: EVERYBODY,
    evidence: 'none',
    weight: 1,
    ...draft,
  });

/** Steps as a numbered list, and what convinces somebody who was not there. */
export function steps(list: readonly string[], evidence: string): string {
  const numbered = list.map((step, index) => `${index + 1}. ${step}`);
  return `${numbered.join('\n')}\n\n**Good evidence:** ${evidence}`;
}
