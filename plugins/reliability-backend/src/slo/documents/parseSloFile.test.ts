import { SliQueryProblem } from '@plimsoll/backstage-plugin-reliability-node';
import { parseSloFile, QueryCheck, readSloDocuments } from './parseSloFile';

const context = {
  sources: [{ name: 'main', type: 'prometheus', default: true }],
  file: 'slo.yaml',
};

const HEAD = 'apiVersion: plimsoll.dev/v1\nkind: SLO\n';
const short = (name: string, more = '') =>
  `${HEAD}name: ${name}\ntarget: 99.9\nbad: errors_total\ntotal: requests_total\n${more}`;

/** `3:9 target-range` for each, and the path where there is one. */
const tellsOf = (text: string, check?: QueryCheck) =>
  parseSloFile(text, context, check).diagnostics.map(
    ({ line, column, code, path }) =>
      `${line}:${column} ${code}${path && ` ${path}`}`,
  );

describe('a file of several documents', () => {
  it('is read as YAML with separators', () => {
    const { slos, diagnostics } = parseSloFile(
      `---\n${short('one')}---\n# nothing\n---\n${short('two')}`,
      context,
    );
    expect(slos.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['a JSON list', (list: unknown[]) => JSON.stringify(list)],
    [
      'a JSON list with tabs',
      (list: unknown[]) => JSON.stringify(list, null, '\t'),
    ],
  ])('is read as %s', (_, write) => {
    const list = ['one', 'two'].map(name => readSloDocuments(short(name))[0]);
    const { slos, diagnostics } = parseSloFile(write(list), context);
    expect(diagnostics).toEqual([]);
    expect(slos.map(({ name }) => name)).toEqual(['one', 'two']);
  });

  it('keeps the good ones beside one that is no YAML', () => {
    const broken = 'apiVersion: plimsoll.dev/v1\nname: "never closed\n';
    const { slos, diagnostics } = parseSloFile(
      `${short('one')}---\n${broken}---\n${short('two')}`,
      context,
    );
    expect(slos.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(diagnostics.map(({ code }) => code)).toContain('yaml-syntax');
  });

  it('carries the name of the file', () => {
    const [first] = parseSloFile('kind: SLO', context).diagnostics;
    expect(first).toMatchObject({ file: 'slo.yaml', severity: 'error' });
    expect(parseSloFile('1', { sources: [] }).diagnostics[0].file).toBeNull();
  });
});

describe('a diagnostic points at', () => {
  it.each<[string, string, string[]]>([
    ['the value', short('Up'), ['3:7 name-invalid name']],
    [
      'the value in the second document',
      `${short('one')}---\n${short('Up')}`,
      ['10:7 name-invalid name'],
    ],
    [
      'the key where the member is not known',
      short('up', 'runbok: x\n'),
      ['7:1 member-unknown runbok'],
    ],
    [
      'the key where the value holds more',
      short('up', 'labels:\n  team:\n    - 1\n'),
      ['8:3 label-invalid labels.team'],
    ],
    [
      'the beginning where a member is missing',
      `${HEAD}name: up\nbad: a\ntotal: b\n`,
      ['1:1 target-missing'],
    ],
    [
      'what holds the missing member',
      'apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: up\nspec:\n  service: pay\n  budgetingMethod: Occurrences\n  indicatorRef: x\n  timeWindow:\n    - isRolling: true\n  objectives: [{ target: 0.9 }]\n',
      [
        '8:17 ref-unknown spec.indicatorRef',
        '10:7 member-missing spec.timeWindow[0].duration',
      ],
    ],
    [
      'an item of a list',
      `- ${short('up').replace(/\n(?=.)/g, '\n  ')}- 5\n`,
      ['7:3 document-not-a-mapping'],
    ],
    [
      'the key of a group on one line',
      'apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: a, annotations: {} }\nspec: {}\n',
      ['4:1 sli-kind spec'],
    ],
  ])('%s', (_, text, tells) => {
    expect(tellsOf(text)).toEqual(tells);
  });
});

describe('a text that is not what it should be', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x, x]',
    ...'bcdefgh'.split('').map((name, index) => {
      const before = 'abcdefg'[index];
      return `${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`;
    }),
  ].join('\n');

  it.each<[string, string, string[]]>([
    ['empty', '', ['1:1 file-empty']],
    ['only comments', '# later\n---\n# even later\n', ['1:1 file-empty']],
    ['a web page', '<!DOCTYPE html>\n<html></html>', ['1:1 file-html']],
    ['too large', `# ${'x'.repeat(512_000)}`, ['1:1 file-too-large']],
    ['a member twice', short('up', 'target: 99\n'), ['7:1 yaml-duplicate-key']],
    ['tabs', `${HEAD}labels:\n\tteam: a\n`, ['4:1 yaml-syntax']],
    ['a bomb of aliases', bomb, ['1:1 yaml-aliases']],
    ['an alias of nothing', `${HEAD}name: *up\n`, ['3:7 yaml-syntax']],
    ['just words', 'hello', ['1:1 document-not-a-mapping']],
  ])('%s', (_, text, tells) => {
    const told = tellsOf(text);
    expect(told.slice(0, tells.length)).toEqual(tells);
    expect(parseSloFile(text, context).slos).toEqual([]);
  });

  it.each([
    ['members', `${HEAD}${'a: 1\n'.repeat(30_000)}`],
    ['documents', '---\na: 1\n'.repeat(1_001)],
  ])('with more %s than anybody writes is refused at once', (_, text) => {
    expect(tellsOf(text)).toEqual(['1:1 file-too-large']);
  });

  it('with a few hundred aliases is refused', () => {
    const many = Array(200).fill('*a').join(', ');
    expect(tellsOf(`a: &a 1\nb: [${many}]`)).toEqual(['1:1 yaml-aliases']);
  });

  it('nested beyond measure', () => {
    const { slos, diagnostics } = parseSloFile('['.repeat(100_000), context);
    expect(slos).toEqual([]);
    expect(diagnostics[0]).toMatchObject({
      severity: 'error',
      code: 'yaml-syntax',
    });
  });

  it('is named with what to do', () => {
    const [{ message }] = parseSloFile('a: b: c', context).diagnostics;
    expect(message).toMatch(/^This is not YAML: .*goes in quotes/);
  });
});

describe('YAML as people write it', () => {
  const window = `window:\n  duration: 1M\n  startTime: 2026-01-01 00:00:00\n  timeZone: UTC\n`;

  it.each([
    ['', 'a start time without quotes stays local time'],
    ['%YAML 1.1\n---\n', 'also where the file says YAML 1.1, which has dates'],
  ])('%s%s', directive => {
    const { slos, diagnostics } = parseSloFile(
      `${directive}${short('up', window)}`,
      context,
    );
    expect(diagnostics).toEqual([]);
    expect(slos[0].window).toMatchObject({ startTime: '2026-01-01 00:00:00' });
  });

  it('anchors, aliases and merged groups', () => {
    const text = `${HEAD}name: up\ntarget: 99.9\nbad: &q errors_total\ntotal: *q\nlabels: { <<: &l { team: a }, area: b }\n`;
    const { slos, diagnostics } = parseSloFile(text, context);
    expect(diagnostics).toEqual([]);
    expect(slos[0].labels).toEqual({ team: ['a'], area: ['b'] });
  });
});

describe('a query that its source finds wrong', () => {
  const problem = (offset?: number): SliQueryProblem => ({
    severity: 'error',
    code: 'promql-syntax',
    message: 'no',
    member: 'query',
    offset,
  });
  /** Finds the mark wrong. */
  const check: QueryCheck = ({ spec }) => {
    const at = String(spec.query).indexOf('!');
    return at < 0 ? [] : [problem(at)];
  };
  const withBad = (written: string) =>
    `${HEAD}name: up\ntarget: 99.9\ntotal: all\nbad: ${written}\n`;

  it.each<[string, string, string]>([
    ['plain', 'sum(a!)', '6:11'],
    ['over two lines', 'sum(\n  a!)', '7:4'],
    ['in double quotes', '"sum(a!)"', '6:12'],
    ['in double quotes with escapes', '"a{b=\\"c\\"}!"', '6:17'],
    ['in single quotes', "'a{b=''c''}!'", '6:17'],
    ['as a block', '|\n  sum(\n    a!\n  )', '8:6'],
    ['as a folded block', '>-\n  sum(\n  a!\n  )', '8:4'],
  ])('%s: is pointed at to the character', (_, written, at) => {
    const { slos } = parseSloFile(withBad(written), context, check);
    expect(slos).toEqual([]);
    expect(tellsOf(withBad(written), check)).toEqual([
      `${at} promql-syntax bad`,
    ]);
  });

  const sli =
    'apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: e }\nspec:\n  ratioMetric:\n    counter: true\n    bad: { metricSource: { spec: { query: a! } } }\n    total: { metricSource: { spec: { query: b } } }\n';
  const slo = (name: string) =>
    `---\napiVersion: openslo/v1\nkind: SLO\nmetadata: { name: ${name} }\nspec:\n  service: pay\n  indicatorRef: e\n  budgetingMethod: Occurrences\n  timeWindow: [{ duration: 30d, isRolling: true }]\n  objectives: [{ target: 0.999 }, { target: 0.99 }]\n`;

  it('is pointed at in an SLI of its own, once for all that use it', () => {
    expect(tellsOf(`${sli}${slo('x')}${slo('y')}`, check)).toEqual([
      '7:44 promql-syntax spec.ratioMetric.bad.metricSource.spec.query',
    ]);
  });

  it('is looked at once, however many refer to it', () => {
    const seen = jest.fn(check);
    const { diagnostics } = parseSloFile(
      `${sli}${slo('x')}${slo('y')}${slo('z')}`,
      context,
      seen,
    );
    expect(diagnostics).not.toEqual([]);
    const asked = seen.mock.calls.map(([{ spec }, role]) =>
      JSON.stringify([spec, role]),
    );
    expect(asked).toEqual([...new Set(asked)]);
  });

  it('is pointed at as a whole where the query was put together', () => {
    const text = `${HEAD}name: up\ntarget: 99.9\nlatency:\n  histogram: h\n  under: 1\n`;
    const found = tellsOf(text, () => [problem(3)]);
    expect(found).toEqual(['5:1 promql-syntax latency']);
  });

  it('leaves the SLO in where the source only warns', () => {
    const warns: QueryCheck = (_query, role) =>
      role === 'total' ? [{ ...problem(), severity: 'warning' }] : [];
    const { slos, diagnostics } = parseSloFile(short('up'), context, warns);
    expect(slos).toHaveLength(1);
    expect(diagnostics).toEqual([
      expect.objectContaining({ line: 6, column: 8, severity: 'warning' }),
    ]);
  });
});
