import { InputError } from '@backstage/errors';
import {
  ExportAnswersResponse,
  MAX_IMPORT,
} from '@plimsoll/backstage-plugin-reliability-common';
import Papa from 'papaparse';
import { readEvidence, writeEvidence } from './evidenceText';

type ExportedAnswer = ExportAnswersResponse['rows'][number];

const COLUMNS = [
  'entityRef',
  'itemId',
  'answer',
  'note',
  'evidence',
  'at',
  'by',
] as const;
type Column = (typeof COLUMNS)[number];

const NEEDED: readonly Column[] = ['entityRef', 'itemId', 'answer'];

/** A row of a table as it was read, or why it could not be. */
export type SheetRow =
  | { readonly kind: 'row'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'bad'; readonly reason: string }
  | { readonly kind: 'empty' };

/**
 * A cell that begins like a formula would be run by a spreadsheet, so it takes an apostrophe before it. One
 * that has apostrophes there already takes another, so that taking one away always gives what it was.
 */
const guard = (cell: string) =>
  /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
const unguard = (cell: string) =>
  /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;

/** Answers as CSV with a header. */
export function writeSheet(rows: readonly ExportedAnswer[]): string {
  const cells = rows.map(row =>
    COLUMNS.map(column =>
      guard(column === 'evidence' ? writeEvidence(row.evidence) : row[column]),
    ),
  );
  return `${Papa.unparse([[...COLUMNS], ...cells], { newline: '\n' })}\n`;
}

const bare = (name: string) => name.replace(/[\s_-]/g, '').toLowerCase();

function columnsOf(header: readonly string[]): (Column | undefined)[] {
  const columns = header.map(name => {
    if (name.trim() === '') return undefined;
    const found = COLUMNS.find(column => bare(column) === bare(name));
    if (found) return found;
    throw new InputError(
      `csv: unknown column "${name.trim()}", expected ${COLUMNS.join(', ')}`,
    );
  });
  const missing = NEEDED.filter(column => !columns.includes(column));
  if (missing.length > 0) {
    throw new InputError(`csv: the header lacks ${missing.join(', ')}`);
  }
  const twice = columns.find(
    (column, index) => column && columns.indexOf(column) !== index,
  );
  if (twice) throw new InputError(`csv: the column ${twice} is there twice`);
  return columns;
}

function toRow(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
): SheetRow {
  const filled = cells.map(cell => unguard(cell.trim()));
  if (filled.every(cell => cell === '')) return { kind: 'empty' };
  if (filled.some((cell, index) => cell !== '' && !columns[index])) {
    return { kind: 'bad', reason: 'row: has more cells than the header' };
  }
  const cellOf = (column: Column) => filled[columns.indexOf(column)] ?? '';
  const evidence = readEvidence(cellOf('evidence'));
  if (!evidence) {
    return {
      kind: 'bad',
      reason:
        'evidence: expected "Title <https://…>" or plain links, separated by spaces or ;',
    };
  }
  return {
    kind: 'row',
    value: {
      entityRef: cellOf('entityRef'),
      itemId: cellOf('itemId'),
      answer: cellOf('answer')
        .toLowerCase()
        .replace(/[\s_]+/g, '-'),
      note: cellOf('note'),
      evidence,
      ...(cellOf('at') && { at: cellOf('at') }),
      ...(cellOf('by') && { by: cellOf('by') }),
    },
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
 * Reads a CSV text with a header. The rows are in their places, the header not counted.
 *
 * @throws InputError when it is no such table
 */
export function readSheet(csv: string): SheetRow[] {
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
  const columns = columnsOf(header);
  const read = rows.map(cells => toRow(cells, columns));
  if (read.filter(({ kind }) => kind !== 'empty').length > MAX_IMPORT) {
    throw new InputError(`csv: at most ${MAX_IMPORT} rows in one request`);
  }
  return read;
}
