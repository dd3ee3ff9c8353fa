import { useCallback, useState, type KeyboardEvent } from 'react';

/** A cell of a grid, both from 0. */
export interface GridCell {
  row: number;
  column: number;
}

/** How a key moves the focus; absent for keys that do not. */
function moved(
  key: string,
  { row, column }: GridCell,
  { rows, columns }: { rows: number; columns: number },
): GridCell | undefined {
  switch (key) {
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, columns - 1) };
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) };
    case 'ArrowDown':
      return { row: Math.min(row + 1, rows - 1), column };
    case 'ArrowUp':
      return { row: Math.max(row - 1, 0), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    default:
      return undefined;
  }
}

/**
 * One stop of the Tab key for a whole grid: arrows move within it, Home and End to the ends of a row. Cells
 * carry `data-row` and `data-column`.
 */
export function useGridFocus(size: { rows: number; columns: number }) {
  const { rows, columns } = size;
  const [chosen, setChosen] = useState<GridCell>({ row: 0, column: 0 });
  // Another page may have fewer rows.
  const active = {
    row: Math.min(chosen.row, Math.max(0, rows - 1)),
    column: Math.min(chosen.column, Math.max(0, columns - 1)),
  };
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { row, column } = (event.target as HTMLElement).dataset;
      if (row === undefined || column === undefined) return;
      const from = { row: Number(row), column: Number(column) };
      const to = moved(event.key, from, { rows, columns });
      if (!to) return;
      event.preventDefault();
      event.currentTarget
        .querySelector<HTMLElement>(
          `[data-row="${to.row}"][data-column="${to.column}"]`,
        )
        ?.focus();
    },
    [rows, columns],
  );
  return { active, choose: setChosen, onKeyDown };
}
