import { stampNames } from '@plimsoll/backstage-plugin-reliability-common';
import { readTable } from '../http/csvTable';

const TEXTS = [
  'key',
  'title',
  'summary',
  'severity',
  'status',
  'entityRefs',
  'subjects',
  'customerImpact',
  'isTest',
  'cause',
  'url',
  'postmortemUrl',
] as const;

const COLUMNS = [...TEXTS, ...stampNames] as const;

type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Rows of one import. */
export const MOST_ROWS = 10_000;

/** A row of a table as it was read, or why it could not be. */
export type IncidentSheetRow =
  | { readonly kind: 'row'; readonly value: unknown }
  | { readonly kind: 'bad'; readonly reason: string }
  | { readonly kind: 'empty' };

const YES = ['yes', 'y', 'true', '1', 'x'];
const NO = ['no', 'n', 'false', '0'];

/** What is neither yes nor no stays a text, which the schema refuses. */
function flag(cell: string): boolean | string {
  const word = cell.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : cell;
}

const list = (cell: string, separator: RegExp) =>
  cell
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '');

/** A cell that is empty says nothing. */
function toValue(cells: Cells): Record<string, unknown> {
  const { entityRefs, subjects, customerImpact, isTest, status } = cells;
  const stamps = stampNames.flatMap(name =>
    cells[name] === '' ? [] : [[name, cells[name]]],
  );
  const texts = [
    'summary',
    'severity',
    'cause',
    'url',
    'postmortemUrl',
  ].flatMap(name => {
    const cell = cells[name as keyof Cells];
    return cell === '' ? [] : [[name, cell]];
  });
  return {
    key: cells.key,
    title: cells.title,
    ...Object.fromEntries(texts),
    ...(status && { status: status.toLowerCase() }),
    entityRefs: list(entityRefs, /[\s;,]+/),
    subjects: list(subjects, /;/),
    ...(customerImpact && { customerImpact: flag(customerImpact) }),
    ...(isTest && { isTest: flag(isTest) }),
    stamps: Object.fromEntries(stamps),
  };
}

/**
 * Reads a CSV text with a header. Lists stand in one cell: references separated by spaces, commas or `;`, names
 * of subjects by `;`. The rows are in their places, the header not counted.
 *
 * @throws InputError when it is no such table
 */
export function readIncidentSheet(csv: string): IncidentSheetRow[] {
  const table = {
    columns: COLUMNS,
    needed: ['key', 'title'] as const,
    mostRows: MOST_ROWS,
  };
  return readTable(csv, table).map(row =>
    row.kind === 'row' ? { kind: 'row', value: toValue(row.cells) } : row,
  );
}
