import {
  documentHtml,
  documentMarkdown,
  documentRows,
  ReportDocument,
  ReportFormat,
} from '@plimsoll/backstage-plugin-reliability-common';
import Papa from 'papaparse';
import { guard } from '../../http/csvTable';
import { TextReply } from '../../http/TextReply';

/** A document in the form that was asked for. */
export function formatDocument(
  document: ReportDocument,
  format: ReportFormat,
  name: string,
): ReportDocument | TextReply {
  switch (format) {
    case 'md':
      return new TextReply(
        documentMarkdown(document),
        'text/markdown',
        `${name}.md`,
      );
    case 'html':
      return new TextReply(documentHtml(document), 'text/html', `${name}.html`);
    case 'csv':
      return new TextReply(
        `${Papa.unparse(
          documentRows(document).map(row => row.map(guard)),
          { newline: '\r\n' },
        )}\r\n`,
        'text/csv',
        `${name}.csv`,
      );
    default:
      return document;
  }
}
