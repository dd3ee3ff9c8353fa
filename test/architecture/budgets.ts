import ts from 'typescript';
import {
  Finding,
  findLines,
  findNodes,
  isScript,
  isTest,
  Rule,
} from './source';

const PLUGIN_CODE = /^plugins\/[^/]+\/src\//;
const BACKEND = 'plugins/reliability-backend/src/';

export const lineCount = (text: string) =>
  text.replace(/\n$/, '').split('\n').length;

const tooLong = (text: string, limit: number): Finding[] =>
  lineCount(text) > limit
    ? [{ line: limit + 1, message: `${lineCount(text)} lines, limit ${limit}` }]
    : [];

const lines = (count: number) => 'x;\n'.repeat(count);
const isComponent = (file: string) =>
  PLUGIN_CODE.test(file) && file.endsWith('.tsx') && !isTest(file);
const isPluginCode = (file: string) => PLUGIN_CODE.test(file) && isScript(file);

/** Reads configuration: `config.getString(…)`, `this.rootConfig.getOptional(…)`. */
const CONFIG_READ =
  /(^|\.)\w*config\??\.(get|getOptional)(String|Number|Boolean|Config|StringArray|ConfigArray)?$/i;

function loop(node: ts.Node): string | undefined {
  if (ts.isIterationStatement(node, false)) {
    return 'holds a loop';
  }
  return ts.isCallExpression(node) &&
    /\.(forEach|map|reduce|filter)$/.test(node.expression.getText())
    ? 'holds a loop'
    : undefined;
}

export const budgetRules: Rule[] = [
  {
    name: 'no source file is longer than 300 lines',
    // A migration is a dated document, which nobody takes apart afterwards; of config.d.ts Backstage reads one file.
    appliesTo: file =>
      /^(plugins|packages|scripts|test)\//.test(file) &&
      isScript(file) &&
      !file.includes('/migrations/') &&
      !file.endsWith('/config.d.ts'),
    check: ({ text }) => tooLong(text, 300),
    bad: [{ path: 'plugins/x/src/a.ts', text: lines(301) }],
    good: [{ path: 'plugins/x/src/a.ts', text: lines(300) }],
  },
  {
    name: 'no component file is longer than 200 lines',
    appliesTo: isComponent,
    check: ({ text }) => tooLong(text, 200),
    bad: [{ path: 'plugins/x/src/A.tsx', text: lines(201) }],
    good: [{ path: 'plugins/x/src/A.tsx', text: lines(200) }],
  },
  {
    name: 'no `as any`',
    appliesTo: isPluginCode,
    check: source =>
      findNodes(source, node =>
        (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) &&
        node.type.kind === ts.SyntaxKind.AnyKeyword
          ? 'casts to any'
          : undefined,
      ),
    bad: [{ path: 'plugins/x/src/a.ts', text: 'f(x as any);' }],
    good: [{ path: 'plugins/x/src/a.ts', text: 'f("as any"); x as unknown;' }],
  },
  {
    name: 'the type checker is not silenced',
    appliesTo: isPluginCode,
    check: source => findLines(source, /@ts-(ignore|nocheck)/, 'silences it'),
    bad: [{ path: 'plugins/x/src/a.ts', text: '// @ts-ignore\nf();' }],
    good: [{ path: 'plugins/x/src/a.ts', text: '// @ts-expect-error\nf();' }],
  },
  {
    name: 'no test shuts out the others',
    appliesTo: file => /^(plugins|packages|test)\//.test(file) && isTest(file),
    check: source =>
      findLines(
        source,
        /\b(it|test|describe)\.only\b|^\s*(fit|fdescribe)\(/,
        'shuts out the others',
      ),
    bad: [
      { path: 'plugins/x/src/a.test.ts', text: 'it.only("a", f);' },
      { path: 'plugins/x/src/a.test.ts', text: 'describe.only.each(t)("a");' },
      { path: 'plugins/x/src/a.test.ts', text: '  fit("a", f);' },
    ],
    good: [{ path: 'plugins/x/src/a.test.ts', text: 'it("only", f);' }],
  },
  {
    name: 'plugins log through the logger',
    appliesTo: file => isPluginCode(file) && !isTest(file),
    check: source =>
      findNodes(source, node =>
        ts.isCallExpression(node) &&
        /^console\.(log|info|debug)$/.test(node.expression.getText())
          ? 'logs to the console'
          : undefined,
      ),
    bad: [{ path: 'plugins/x/src/a.ts', text: 'console.log(1);' }],
    good: [
      { path: 'plugins/x/src/a.ts', text: 'logger.info("console.log()");' },
    ],
  },
  {
    name: 'the backend reads its configuration in one place',
    appliesTo: file =>
      file.startsWith(BACKEND) &&
      isScript(file) &&
      !isTest(file) &&
      !/\/config(\/|\.ts$)/.test(file),
    check: source =>
      findNodes(source, node =>
        ts.isCallExpression(node) &&
        CONFIG_READ.test(node.expression.getText().replace(/\s/g, ''))
          ? 'reads configuration'
          : undefined,
      ),
    bad: [
      { path: `${BACKEND}a.ts`, text: 'config.getString("reliability.x");' },
      { path: `${BACKEND}a.ts`, text: 'this.rootConfig.getOptional("x");' },
    ],
    good: [
      { path: `${BACKEND}a.ts`, text: 'const { tiers } = config; map.get(1);' },
    ],
  },
  {
    name: 'plugin.ts only wires',
    appliesTo: file => file === `${BACKEND}plugin.ts`,
    check: source => findNodes(source, loop),
    bad: [
      { path: `${BACKEND}plugin.ts`, text: 'for (const a of b) { c(a); }' },
      { path: `${BACKEND}plugin.ts`, text: 'b.forEach(c);' },
    ],
    good: [
      { path: `${BACKEND}plugin.ts`, text: 'router.use(createRouter());' },
    ],
  },
];

/** The files that create audit events themselves instead of leaving it to the one wrapper. */
export const auditing = (sources: { path: string; text: string }[]) =>
  sources
    .filter(({ path }) => path.startsWith(BACKEND) && !isTest(path))
    .filter(({ text }) => /\bcreateEvent\(/.test(text))
    .map(({ path }) => path);
