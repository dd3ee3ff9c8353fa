import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { useEffect, useRef, useState } from 'react';
import type {
  ItemSave,
  ItemSaves,
} from '../../../../hooks/readiness/useItemSaves';
import { useTranslation } from '../../../../hooks/useTranslation';
import { errorText } from '../../../async';

/** What came of the last answer, in words, for the one live region of the list. */
export function useSaveWords(
  saves: ItemSaves,
  items: readonly ChecklistItemState[],
): string {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const seen = useRef<ItemSaves>(saves);
  useEffect(() => {
    const wordsOf = (item: ChecklistItemState, save: ItemSave) => {
      const { title, state } = item;
      switch (save.kind) {
        case 'saved':
          return t('readiness.saving.savedWords', {
            title,
            state: t(`readiness.state.${state}`),
          });
        case 'failed':
          return t('readiness.saving.failedWords', {
            title,
            message: errorText(save.error),
          });
        case 'conflict':
          return t('readiness.saving.conflictWords', { title });
        default:
          return t('readiness.saving.saving');
      }
    };
    const changed = items.find(({ id }) => saves[id] !== seen.current[id]);
    seen.current = saves;
    const save = changed && saves[changed.id];
    if (changed && save) setWords(wordsOf(changed, save));
  }, [saves, items, t]);
  return words;
}
