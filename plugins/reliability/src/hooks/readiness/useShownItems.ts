import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { useMemo, useRef, useState } from 'react';
import { isMissing, matchesText } from '../../utils/readiness/items';

/** What narrows the items of a checklist. */
export interface ItemFilter {
  missing: boolean;
  text: string;
}

/**
 * The items that a filter leaves. An item that was shown stays until the filter changes: one that was
 * just answered must not slip away under the fingers of whoever answers. `wanted` is shown in any case.
 */
export function useShownItems(
  items: readonly ChecklistItemState[],
  wanted?: string,
) {
  const [filter, setFilter] = useState<ItemFilter>({
    missing: false,
    text: '',
  });
  const kept = useRef<{ filter: ItemFilter; ids: Set<string> }>();
  const shown = useMemo(() => {
    if (kept.current?.filter !== filter) {
      kept.current = { filter, ids: new Set() };
    }
    const { ids } = kept.current;
    const text = filter.text.trim();
    const found = items.filter(
      item =>
        ids.has(item.id) ||
        item.id === wanted ||
        ((!filter.missing || isMissing(item.state)) &&
          (text === '' || matchesText(item, text))),
    );
    found.forEach(item => ids.add(item.id));
    return found;
  }, [items, filter, wanted]);
  return { filter, setFilter, shown };
}
