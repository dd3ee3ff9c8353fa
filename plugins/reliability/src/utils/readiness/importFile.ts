import type { ImportAnswersRequest } from '@plimsoll/backstage-plugin-reliability-common';

type Rows = Pick<ImportAnswersRequest, 'rows' | 'csv'>;

/** What a file holds for an import: rows of JSON, bare or as the export writes them, else a CSV text. */
export function importOf(name: string, text: string): Rows {
  const looksLikeJson = /\.json$/i.test(name) || /^\s*[[{]/.test(text);
  if (!looksLikeJson) return { csv: text };
  const value: unknown = JSON.parse(text);
  const rows = Array.isArray(value)
    ? value
    : (value as { rows?: unknown } | null)?.rows;
  if (!Array.isArray(rows)) {
    throw new Error('expected a list of rows, or an object with "rows"');
  }
  return { rows };
}
