import { InputError } from '@backstage/errors';
import Papa from 'papaparse';

/** A row of a table as it was read, or why it could not be. */
export type TableRow<C extends string> =
  | { readonly kind: 'row'; readonly cells: Readonly<Record<C, string>> }
  | { readonly kind: 'bad'; readonly reason: string }
  | { readonly kind: 'empty' };

/** Which columns a table may have. */
export interface TableColumns<C extends string> {
  readonly columns: readonly C[];
  readonly needed: readonly C[];
  /** Rows that are not empty. */
  readonly mostRows: number;
}

/**
 * A cell that begins like a formula would be run by a spreadsheet, so it takes an apostrophe before it. One
 * that has apostrophes there already takes another, so that taking one away always gives what it was.
 */
export const guard = (cell: string): string =>
  /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
const unguard = (cell: string) =>
  /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;

const bare = (name: string) => name.replace(/[\s_-]/g, '').toLowerCase();

function columnsOf<C extends string>(
  header: readonly string[],
  { columns: known, needed }: TableColumns<C>,
): (C | undefined)[] {
  const columns = header.map(name => {
    if (name.trim() === '') return undefined;
    const found = known.find(column => bare(column) === bare(name));
    if (found) return found;
    throw new InputError(
      `csv: unknown column "${name.trim()}", expected ${known.join(', ')}`,
    );
  });
  const missing = needed.filter(column => !columns.includes(column));
  if (missing.length > 0) {
    throw new InputError(`csv: the header lacks ${missing.join(', ')}`);
  }
  const twice = columns.find(
    (column, index) => column && columns.indexOf(column) !== index,
  );
  if (twice) throw new InputError(`csv: the column ${twice} is there twice`);
  return columns;
}

function toRow<C extends string>(
  cells: readonly string[],
  columns: readonly (C | undefined)[],
  known: readonly C[],
): TableRow<C> {
  const filled = cells.map(cell => unguard(cell.trim()));
  if (filled.every(cell => cell === '')) return { kind: 'empty' };
  if (filled.some((cell, index) => cell !== '' && !columns[index])) {
    return { kind: 'bad', reason: 'row: has more cells than the header' };
  }
  const named = known.map(column => [
    column,
    filled[columns.indexOf(column)] ?? '',
  ]);
  return {
    kind: 'row',
    cells: Object.fromEntries(named) as Record<C, string>,
  };
}

/** What separates the cells: no name of a column holds one of these. */
function delimiterOf(text: string): string {
  const [header] = text.split(/[\r\n]/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) =>
    count(delimiter) > count(best) ? delimiter : best,
  );
}

/**
 * Reads a CSV text with a header. The rows are in their places, the header not counted; a column that is not
 * there is as if it were empty.
 *
 * @throws InputError when it is no such table
 */
export function readTable<C extends string>(
  csv: string,
  table: TableColumns<C>,
): TableRow<C>[] {
  const text = csv.replace(/^[\ufeff\r\n]+/, '');
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
  });
  const [problem] = errors.filter(({ type }) => type === 'Quotes');
  if (problem) {
    throw new InputError(
      `csv: row ${
        problem.row ?? 0
      }: a cell has a quote that is not closed or not doubled`,
    );
  }
  const [header = [], ...rows] = data;
  const columns = columnsOf(header, table);
  const read = rows.map(cells => toRow(cells, columns, table.columns));
  if (read.filter(({ kind }) => kind !== 'empty').length > table.mostRows) {
    throw new InputError(`csv: at most ${table.mostRows} rows in one request`);
  }
  return read;
}
