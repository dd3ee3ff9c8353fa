import { SLO_DIAGNOSTICS } from '@plimsoll/backstage-plugin-reliability-common';
import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parseSloFile } from './parseSloFile';

const page = readFileSync(
  resolve(__dirname, '../../../../../docs/slo-documents.md'),
  'utf8',
);

describe('docs/slo-documents.md', () => {
  const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(
    ([, text]): [string, string] => [
      /name: ([a-z-]+)/.exec(text)?.[1] ?? '',
      text,
    ],
  );

  it('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  it.each(examples)('the example %s is right as it stands', (_, text) => {
    const sources = [{ name: 'prometheus', type: 'prometheus' }];
    const { slos, diagnostics } = parseSloFile(text, { sources });
    expect(diagnostics).toEqual([]);
    expect(slos).toHaveLength(1);
  });

  it('lists every code with its severity and meaning', () => {
    const [, table] = page.split('<!-- codes: begin -->');
    const rows = [
      ...table.matchAll(/^\| `([a-z-]+)` +\| (\w+) +\| (.*?) +\|$/gm),
    ].map(([, code, severity, meaning]) => [code, severity, meaning]);
    expect(rows).toEqual(
      Object.entries(SLO_DIAGNOSTICS).map(([code, { severity, meaning }]) => [
        code,
        severity,
        meaning,
      ]),
    );
  });
});
