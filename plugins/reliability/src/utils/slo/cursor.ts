/**
 * Where a place of a text begins, as the number of characters before it. A place behind the end of its line
 * or of the text is the end.
 *
 * @param line - from 1
 * @param column - from 1
 */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  if (line > lines.length) return text.length;
  const before = lines
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, 0);
  return before + Math.min(column - 1, lines[line - 1].length);
}

/** The line and the column, both from 1, of a place given as the number of characters before it. */
export function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return {
    line: before.length,
    column: before[before.length - 1].length + 1,
  };
}
