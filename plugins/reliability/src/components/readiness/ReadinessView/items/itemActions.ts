import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import type { TypedTexts } from '../../../../hooks/readiness/useItemDraft';
import type { AnswerDraft } from '../../../../hooks/readiness/useItemSaves';

/** What a row can ask for. The same object for the life of the list, or sixty rows would be drawn anew. */
export interface ItemActions {
  typedTexts: TypedTexts;
  save: (item: ChecklistItemState, draft: AnswerDraft) => void;
  discard: (id: string) => void;
  contest: (id: string) => void;
  settle: (id: string) => void;
  history: (id: string) => void;
}
