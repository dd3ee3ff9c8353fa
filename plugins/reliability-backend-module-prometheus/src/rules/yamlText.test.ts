import { parse } from 'yaml';
import { COMMENT, commentLines, yamlText } from './yamlText';

it.each([
  'plain',
  'two words',
  "it's",
  'a "quote"',
  'a: b # c',
  '- x',
  'yes',
  'Null',
  '12',
  '1e3',
  '2m',
  '',
  ' ',
  'line\nbreak',
  'tab\tbell\u0007',
  'next\u0085line\u2028',
  '{{ $value }}',
  '\\',
  'a\n- alert: injected',
  'Pay 💳',
  'Pay 💳\nnow',
  '\uffff',
])('%j comes back as it was', text => {
  for (const version of ['1.1', '1.2'] as const) {
    expect(
      parse(yamlText({ key: text, list: [text], [text]: 1 }), { version }),
    ).toEqual({ key: text, list: [text], [text]: 1 });
  }
});

it.each(['Pay 💳', 'Pay 💳\nnow', 'half \ud83d of one'])(
  'nothing of %j is an escape that Prometheus refuses',
  text => {
    expect(yamlText({ key: text })).not.toMatch(/\\ud[89a-f]/i);
  },
);

it('comments stand above what they are about, and hold nothing but themselves', () => {
  const text = yamlText({
    groups: [{ [COMMENT]: 'why\ntwo', name: 'a', rules: [], labels: {} }],
  });
  expect(text).toBe(
    'groups:\n  # why\n  # two\n  - name: a\n    rules: []\n    labels: {}\n',
  );
  expect(commentLines('a\r\nb:\u0007c')).toEqual(['# a', '# b: c']);
});
