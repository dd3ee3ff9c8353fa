import {
  ExportAnswersResponse,
  MAX_IMPORT,
} from '@plimsoll/backstage-plugin-reliability-common';
import Papa from 'papaparse';
import { guard, readTable } from '../http/csvTable';
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

/** Answers as CSV with a header. */
export function writeSheet(rows: readonly ExportedAnswer[]): string {
  const cells = rows.map(row =>
    COLUMNS.map(column =>
      guard(column === 'evidence' ? writeEvidence(row.evidence) : row[column]),
    ),
  );
  return `${Papa.unparse([[...COLUMNS], ...cells], { newline: '\n' })}\n`;
}

function toRow(cells: Readonly<Record<Column, string>>): SheetRow {
  const evidence = readEvidence(cells.evidence);
  if (!evidence) {
    return {
      kind: 'bad',
      reason:
        'evidence: expected "Title <https://…>" or plain links, separated by spaces or ;',
    };
  }
  const { entityRef, itemId, answer, note, at, by } = cells;
  return {
    kind: 'row',
    value: {
      entityRef,
      itemId,
      answer: answer.toLowerCase().replace(/[\s_]+/g, '-'),
      note,
      evidence,
      ...(at && { at }),
      ...(by && { by }),
    },
  };
}

/**
 * Reads a CSV text with a header. The rows are in their places, the header not counted.
 *
 * @throws InputError when it is no such table
 */
export function readSheet(csv: string): SheetRow[] {
  const table = { columns: COLUMNS, needed: NEEDED, mostRows: MAX_IMPORT };
  return readTable(csv, table).map(row =>
    row.kind === 'row' ? toRow(row.cells) : row,
  );
}
