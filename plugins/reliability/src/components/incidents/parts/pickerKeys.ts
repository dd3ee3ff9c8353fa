import type { KeyboardEvent } from 'react';

/** The keys of a field with suggestions. Escape closes them first and the dialog around only after. */
export const pickerKeys =
  (picker: {
    open: boolean;
    at: number;
    count: number;
    onMove: (place: number) => void;
    onPick: () => void;
    onClose: () => void;
  }) =>
  (event: KeyboardEvent): void => {
    const { open, at, count, onMove, onPick, onClose } = picker;
    // Enter in an empty or unfinished field must not send the form around it.
    if (event.key === 'Enter') event.preventDefault();
    if (!open) return;
    const actions: Record<string, () => void> = {
      ArrowDown: () => onMove((at + 1) % count),
      ArrowUp: () => onMove((at + count - 1) % count),
      Enter: onPick,
      Escape: onClose,
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
