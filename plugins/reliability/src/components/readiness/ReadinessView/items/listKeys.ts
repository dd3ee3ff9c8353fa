import type { KeyboardEvent } from 'react';

/** Whether the keys that are pressed belong to a field. */
export const isTyping = (event: KeyboardEvent) =>
  (event.target as Element).closest(
    'input, textarea, select, [role=dialog]',
  ) !== null;

/** Whether a key is held with it: those belong to the browser. */
export const isChord = (event: KeyboardEvent) =>
  event.ctrlKey || event.metaKey || event.altKey;

/** Marks the element of a row that takes the focus. */
export const ROW_FOCUS = 'data-item-row';

/** Arrow keys move between the rows of the list; the question mark shows the keys. */
export function onListKey(event: KeyboardEvent<HTMLElement>, help: () => void) {
  if (isTyping(event) || isChord(event)) return;
  if (event.key === '?') {
    event.preventDefault();
    help();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const rows = [
    ...event.currentTarget.querySelectorAll<HTMLElement>(`[${ROW_FOCUS}]`),
  ];
  const row = (event.target as Element).closest('li[data-item]');
  const at = rows.findIndex(element => row?.contains(element));
  const next = rows[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
