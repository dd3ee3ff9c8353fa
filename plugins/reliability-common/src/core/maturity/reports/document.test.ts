import {
  documentHtml,
  documentMarkdown,
  documentRows,
  PrintableDocument,
} from './document';

const document = (
  section: Partial<PrintableDocument['sections'][number]> = {},
): PrintableDocument => ({
  title: 'Review of October 2026',
  subtitle: 'All services',
  madeAt: '2026-11-01T09:00:00Z',
  sections: [
    {
      id: 'levels',
      title: 'Levels',
      lines: ['Two services lost a level.'],
      table: {
        columns: ['Service', 'Score'],
        rows: [
          [{ text: 'Pay', href: '/catalog/default/component/pay' }, 71.5],
          ['Cart', null],
        ],
        more: 0,
      },
      ...section,
    },
  ],
});

const table = (...rows: PrintableDocument['sections'][0]['lines'][]) => ({
  columns: ['What'],
  rows,
  more: 0,
});

describe('a document as Markdown', () => {
  it('has headings, sentences and a table', () => {
    expect(documentMarkdown(document())).toBe(`# Review of October 2026

All services

## Levels

Two services lost a level.

| Service | Score |
| --- | --- |
| [Pay](</catalog/default/component/pay>) | 71.5 |
| Cart | – |
`);
  });

  it.each([
    ['a heading', '# Not a title', '\\# Not a title'],
    ['a list', '- point', '\\- point'],
    ['a number', '1. first', '1\\. first'],
    ['a table', 'a | b', 'a \\| b'],
    ['a link', '[x](javascript:1)', '\\[x\\](javascript:1)'],
    ['HTML', '<img src=x>', '\\<img src=x\\>'],
    ['two lines', 'one\n\n## two', 'one \\#\\# two'],
  ])('keeps %s that somebody wrote a text', (_, written, shown) => {
    const text = documentMarkdown(document({ lines: [written], table: null }));
    expect(text.split('\n')[6]).toBe(shown);
  });

  it.each([
    [' javascript:alert(1)', 'x'],
    ['//evil.example', 'x'],
    ['data:text/html,x', 'x'],
  ])('does not link to %s', (href, text) => {
    const made = document({
      table: { columns: ['What'], rows: [[{ text, href }]], more: 0 },
    });
    expect(documentMarkdown(made)).not.toContain(href);
    expect(documentHtml(made)).not.toContain(href);
  });

  it.each([
    [1, 'One more is left out.'],
    [7, '7 more are left out.'],
  ])('says that %d rows are left out', (more, sentence) => {
    const made = document({ table: { ...table(['x']), more } });
    expect(documentMarkdown(made)).toContain(sentence);
    expect(documentHtml(made)).toContain(sentence);
  });
});

describe('a document as a page', () => {
  it('escapes everything, also in titles and addresses', () => {
    const html = documentHtml({
      ...document({
        id: '"><x',
        title: '<b>',
        lines: ['"quoted" & <i>'],
        table: {
          columns: ['<c>'],
          rows: [[{ text: '<t>', href: 'https://x.example/?a="b' }]],
          more: 0,
        },
      }),
      title: '</title><script>',
    });
    expect(html).not.toMatch(/<(b|i|c|t|x|script)>/);
    expect(html).toContain('href="https://x.example/?a=&quot;b"');
  });

  it('puts columns of numbers to the right', () => {
    const html = documentHtml(document());
    expect(html).toContain('<th scope="col" class="n">Score</th>');
    expect(html).toContain('<td class="n">71.5</td>');
    expect(html).toContain('<th scope="col">Service</th>');
  });

  it('leaves a table without rows out', () => {
    expect(documentHtml(document({ table: table() }))).not.toContain('<table');
  });
});

it('a document as rows names its section in every row', () => {
  expect(documentRows(document())).toEqual([
    ['Review of October 2026', 'All services'],
    ['Levels', 'Two services lost a level.'],
    ['Levels', 'Service', 'Score'],
    ['Levels', 'Pay', '71.5'],
    ['Levels', 'Cart', '–'],
  ]);
});
