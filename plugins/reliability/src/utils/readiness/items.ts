import type {
  ChecklistItemState,
  ChecklistResponse,
  ItemState,
} from '@plimsoll/backstage-plugin-reliability-common';

/** By what the items of a checklist are grouped. */
export type Grouping = 'phase' | 'category';

/** A heading with its items. */
export interface ItemGroup {
  id: string;
  title: string;
  description?: string;
  items: ChecklistItemState[];
}

const settled: readonly ItemState[] = ['met', 'not-applicable'];

/** Whether somebody has something to do about an item in this state. */
export const isMissing = (state: ItemState) => !settled.includes(state);

/** The items below their headings, in the order of the checklist; headings without items are left out. */
export function groupItems(
  items: readonly ChecklistItemState[],
  { phases, categories }: Pick<ChecklistResponse, 'phases' | 'categories'>,
  by: Grouping,
): ItemGroup[] {
  const headings = by === 'phase' ? phases : categories;
  const unnamed = [...new Set(items.map(item => item[by]))]
    .filter(id => !headings.some(heading => heading.id === id))
    .map(id => ({ id, title: id, description: undefined }));
  return [...headings, ...unnamed]
    .map(({ id, title, description }) => ({
      id,
      title,
      description,
      items: items.filter(item => item[by] === id),
    }))
    .filter(group => group.items.length > 0);
}

/** Whether every word of the text stands somewhere in the item. */
export function matchesText(item: ChecklistItemState, text: string): boolean {
  const { title, id, why = '', how = '', answer } = item;
  const hay = [title, id, why, how, answer?.note].join(' ').toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every(word => hay.includes(word));
}

/**
 * The next checklist with the items of the previous one wherever they are equal, so that what did not
 * change is not drawn again.
 */
export function keepEqualItems(
  previous: ChecklistResponse | undefined,
  next: ChecklistResponse,
): ChecklistResponse {
  if (!previous) return next;
  const known = new Map(previous.items.map(item => [item.id, item]));
  return {
    ...next,
    items: next.items.map(item => {
      const old = known.get(item.id);
      return old && JSON.stringify(old) === JSON.stringify(item) ? old : item;
    }),
  };
}
