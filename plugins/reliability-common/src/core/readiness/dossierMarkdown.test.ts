import { answerOf, doubt, frozen, itemOf, NOW, proof } from '../../testUtils';
import { Answer } from './answer';
import { Dossier } from './dossier';
import { dossierMarkdown } from './dossierMarkdown';
import { CountedItem, ItemTally } from './counts';

function countItems(items: readonly CountedItem[]) {
  const tally = new ItemTally();
  items.forEach(item => tally.add(item));
  return tally.total();
}

function dossierOf(
  answer: Partial<Answer> = {},
  changed: {
    service?: string;
    note?: string;
    comments?: Record<string, string>;
  } = {},
): Dossier {
  const { service = 'Pay', note = '', comments = {} } = changed;
  return {
    format: 'plimsoll-dossier/1',
    service: {
      entityRef: 'component:default/pay',
      title: service,
      owner: null,
      tier: { id: 'tier-1', name: 'Business critical' },
    },
    checklist: {
      id: 'launch',
      title: 'Launch',
      hash: 'abc',
      phase: { id: 'design', title: 'Design' },
    },
    review: {
      id: '1',
      requestedBy: 'user:default/bob',
      requestedAt: '2026-11-20T10:00:00.000Z',
      note,
      approvedBy: 'user:default/eve',
      approvedAt: '2026-11-20T11:00:00.000Z',
      comment: '',
      comments,
      reviewerRule: 'Anyone',
    },
    counts: countItems([
      { state: 'met', required: true, expiring: false, weight: 1 },
    ]),
    items: frozen([itemOf({ expires: 'P1Y', why: 'It matters' })], {
      item: { answer: answerOf(answer) },
    }),
  };
}
const lines = (...of: Parameters<typeof dossierOf>) =>
  dossierMarkdown(dossierOf(...of), 'f00').split('\n');

it('is a page that a person can read', () => {
  const text = dossierMarkdown(
    dossierOf({ note: 'Tried twice.\nIt held.', evidence: [proof] }),
    'f00',
  );
  expect(text).toBe(`# Launch, Design: Pay

- Service: component:default/pay
- Owner: none
- Tier: Business critical (tier-1)
- Review asked by: user:default/bob at 2026-11-20T10:00:00.000Z
- Approved by: user:default/eve at 2026-11-20T11:00:00.000Z
- Who may sign off: Anyone
- Required items met: 1 of 1
- Items met: 1 of 1
- Definition: launch, hash abc
- Hash of this dossier: f00

## Items

### It is so

- Item: item
- State: **Met**, required
- Answer: yes, by user:default/ada at 2026-11-19T12:00:00.000Z, holds until 2027-11-19T12:00:00.000Z
- Evidence: [Report](<https://example.com/report>), added by user:default/ada at 2026-11-19T12:00:00.000Z

Note:

> Tried twice.\\
> It held.

Why:

> It matters
`);
});

describe('what people write', () => {
  it.each([
    ['a heading', '# Approved', '> \\# Approved'],
    ['a heading by a line below', 'a\n===', '> a\\\n> \\==='],
    ['a rule', '---', '> \\---'],
    ['a list', '- one', '> \\- one'],
    ['a numbered list', '1. one', '> 1\\. one'],
    ['a quotation', '> said', '> \\> said'],
    ['a fence', '```\ncode', '> \\`\\`\\`\\\n> code'],
    ['HTML', '<img src=x>', '> \\<img src=x\\>'],
    ['an entity', '&lt;b&gt;', '> \\&lt;b\\&gt;'],
    ['a link', '[a](javascript:b)', '> \\[a\\](javascript:b)'],
    ['an image', '![a](b)', '> \\!\\[a\\](b)'],
    ['strong text', '**Met** and _so_', '> \\*\\*Met\\*\\* and \\_so\\_'],
    ['a table', 'a | b', '> a \\| b'],
    ['a code block', '    code', '> code'],
    ['an end of the quotation', 'a\n\n# b', '> a\n>\n> \\# b'],
    ['a backslash at the end', 'a\\\nb', '> a\\\\\\\n> b'],
    ['a separator of lines', 'a\u2028# b', '> a\\\n> \\# b'],
    ['a date', '2026-11-20 ok', '> 2026-11-20 ok'],
  ])('as %s stays text', (_, note, printed) => {
    expect(lines({ note }).join('\n')).toContain(`Note:\n\n${printed}\n\nWhy:`);
    expect(lines({}, { note }).join('\n')).toContain(
      `Asked with:\n\n${printed}\n\n## Items`,
    );
  });

  it('in a title stays in its line', () => {
    expect(lines({}, { service: 'Pay\n\n## Approved' })[0]).toBe(
      '# Launch, Design: Pay \\#\\# Approved',
    );
  });

  it.each([
    ['data:text/html,a', 'Evidence: a\\]: data:text/html,a, added'],
    [
      'https://x.example/a b>',
      'Evidence: [a\\]](<https://x.example/a%20b%3E>), added',
    ],
    [
      'https://x.example/(a)',
      'Evidence: [a\\]](<https://x.example/(a)>), added',
    ],
  ])('as the link %s', (url, printed) => {
    const text = lines({ evidence: [{ ...proof, title: 'a]', url }] });
    expect(text.join('\n')).toContain(printed);
  });
});

it('tells comments of the reviewer, doubts and what a rule saw', () => {
  const items = frozen(
    [itemOf({ verify: 'entity.ownerExists' })],
    { item: { contest: doubt } },
    NOW,
  );
  const text = dossierMarkdown(
    { ...dossierOf({}, { comments: { item: 'Look again' } }), items },
    'f00',
  );
  expect(text).toContain('- Value: entity.ownerExists = true (known)');
  expect(text).toContain(
    'Contested by user:default/bob at 2026-11-20T11:00:00.000Z:\n\n> It was never tried',
  );
  expect(text).toContain('Comment of the reviewer:\n\n> Look again');
});
