import { inline } from '../../incidents/markdown';

/** A cell of a table: a text, a number, or a text with an address. @public */
export type DocumentCell =
  | string
  | number
  | null
  | { readonly text: string; readonly href: string };

/** A part of a document. @public */
export interface DocumentSection {
  readonly id: string;
  readonly title: string;
  /** Sentences before the table. */
  readonly lines: readonly string[];
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly DocumentCell[])[];
    /** Rows that are left out. */
    readonly more: number;
  } | null;
}

/** Something to read or print, whatever it is about. @public */
export interface PrintableDocument {
  readonly title: string;
  readonly subtitle: string;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly sections: readonly DocumentSection[];
}

const textOf = (cell: DocumentCell): string => {
  if (cell === null) return '–';
  return typeof cell === 'object' ? cell.text : String(cell);
};

const isWeb = (address: string) => /^(https?:\/\/|\/(?!\/))/i.test(address);

function markdownCell(cell: DocumentCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = inline(textOf(cell));
  if (cell === null || typeof cell !== 'object' || !isWeb(cell.href)) {
    return text;
  }
  return `[${text}](<${cell.href.replace(/[\s<>\\|]/g, encodeURIComponent)}>)`;
}

const moreLine = (more: number) =>
  more === 1 ? 'One more is left out.' : `${more} more are left out.`;

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/**
 * The document as Markdown. What others wrote cannot change how the rest is read.
 *
 * @public
 */
export function documentMarkdown(document: PrintableDocument): string {
  const parts = document.sections.map(({ title, lines, table }) =>
    [
      `## ${inline(title)}`,
      ...lines.flatMap(line => ['', inline(line)]),
      ...(table && table.rows.length > 0
        ? [
            '',
            row(table.columns.map(inline)),
            row(table.columns.map(() => '---')),
            ...table.rows.map(cells => row(cells.map(markdownCell))),
            ...(table.more > 0 ? ['', moreLine(table.more)] : []),
          ]
        : []),
    ].join('\n'),
  );
  const head = `# ${inline(document.title)}\n\n${inline(document.subtitle)}`;
  return `${[head, ...parts].join('\n\n')}\n`;
}

const inHtml = (text: string) =>
  text.replace(
    /[&<>"']/g,
    mark =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }[
        mark
      ]!),
  );

function htmlCell(cell: DocumentCell): string {
  const text = inHtml(textOf(cell));
  if (cell === null || typeof cell !== 'object' || !isWeb(cell.href)) {
    return text;
  }
  return `<a href="${inHtml(cell.href)}">${text}</a>`;
}

/** Black on white, one column, no table cut between two pages where it can be helped. */
const STYLE = `body{font:14px/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.8rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid #bbb;padding-bottom:.25rem;break-after:avoid}
.sub{color:#444;margin:.25rem 0 0}table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ddd}
th{font-weight:600}td.n,th.n{text-align:right}tr{break-inside:avoid}.more{color:#444}a{color:#0b4f8a}
@media print{body{margin:0;max-width:none}a{color:inherit;text-decoration:none}}`;

function htmlTable(table: NonNullable<DocumentSection['table']>): string {
  if (table.rows.length === 0) return '';
  const numeric = table.columns.map((_, index) =>
    table.rows.every(
      cells => typeof cells[index] === 'number' || cells[index] === null,
    ),
  );
  const mark = (index: number) => (numeric[index] ? ' class="n"' : '');
  const head = table.columns
    .map((name, index) => `<th scope="col"${mark(index)}>${inHtml(name)}</th>`)
    .join('');
  const rows = table.rows
    .map(
      cells =>
        `<tr>${cells
          .map((cell, index) => `<td${mark(index)}>${htmlCell(cell)}</td>`)
          .join('')}</tr>`,
    )
    .join('\n');
  const more =
    table.more > 0 ? `<p class="more">${moreLine(table.more)}</p>` : '';
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows}\n</tbody></table>${more}`;
}

/** The document as a page of its own that prints well; it loads nothing. @public */
export function documentHtml(document: PrintableDocument): string {
  const sections = document.sections.map(
    ({ id, title, lines, table }) =>
      `<section id="${inHtml(id)}"><h2>${inHtml(title)}</h2>${lines
        .map(line => `<p>${inHtml(line)}</p>`)
        .join('')}${table ? htmlTable(table) : ''}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${inHtml(
    document.title,
  )}</title><style>${STYLE}</style></head>
<body><h1>${inHtml(document.title)}</h1><p class="sub">${inHtml(
    document.subtitle,
  )}</p>
${sections.join('\n')}
</body></html>
`;
}

/**
 * The document as rows for a spreadsheet: the tables one below the other, each row with the title of its section
 * first; sentences are rows with one cell.
 *
 * @public
 */
export function documentRows(document: PrintableDocument): string[][] {
  return [
    [document.title, document.subtitle],
    ...document.sections.flatMap(({ title, lines, table }) => [
      ...lines.map(line => [title, line]),
      ...(table && table.rows.length > 0
        ? [
            [title, ...table.columns],
            ...table.rows.map(cells => [title, ...cells.map(textOf)]),
          ]
        : []),
    ]),
  ];
}
