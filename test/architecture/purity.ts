import ts from 'typescript';
import { findNodes, isScript, isTest, Rule } from './source';

const CORE = 'plugins/reliability-common/src/core/';

const IMPURE_CALLS =
  /^(Date\.now|Date|Math\.random|fetch|setTimeout|setInterval|setImmediate|queueMicrotask|require|DateTime\.now|performance\.\w+|crypto\.\w+|console\.\w+)$/;
// Without arguments these read the clock; with arguments they only build a value.
const CLOCK_WHEN_EMPTY = /^DateTime\.(local|utc)$/;
const AMBIENT = /^(process|globalThis|window|document|localStorage)$/;

function namesIn(name: ts.BindingName): string[] {
  return ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap(element =>
        ts.isBindingElement(element) ? namesIn(element.name) : [],
      );
}

function declaredBy(scope: ts.Node): string[] {
  if (ts.isFunctionLike(scope)) {
    return scope.parameters.flatMap(({ name }) => namesIn(name));
  }
  if (ts.isForOfStatement(scope)) return declaredIn(scope.initializer);
  return ts.isBlock(scope) || ts.isSourceFile(scope)
    ? scope.statements.flatMap(statement =>
        ts.isVariableStatement(statement)
          ? declaredIn(statement.declarationList)
          : [],
      )
    : [];
}

function declaredIn(list: ts.Node): string[] {
  return ts.isVariableDeclarationList(list)
    ? list.declarations.flatMap(({ name }) => namesIn(name))
    : [];
}

/** Whether a name is one of the file's own: an SLO has a window too. */
function isOwn(identifier: ts.Identifier): boolean {
  let scope: ts.Node | undefined = identifier.parent;
  while (scope && !declaredBy(scope).includes(identifier.text)) {
    scope = scope.parent;
  }
  return scope !== undefined;
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) {
    const called = node.expression.getText();
    const impure =
      IMPURE_CALLS.test(called) ||
      (CLOCK_WHEN_EMPTY.test(called) && node.arguments.length === 0);
    return impure ? `calls ${called}()` : undefined;
  }
  if (ts.isNewExpression(node)) {
    const built = node.expression.getText();
    return built === 'Date' && !node.arguments?.length
      ? 'reads the clock with new Date()'
      : undefined;
  }
  if (ts.isAwaitExpression(node)) {
    return 'waits for something';
  }
  if (node.kind === ts.SyntaxKind.AsyncKeyword) {
    return 'is asynchronous';
  }
  return ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    AMBIENT.test(node.expression.text) &&
    !isOwn(node.expression)
    ? `looks at ${node.expression.text}`
    : undefined;
}

const example = (text: string) => ({ path: `${CORE}tier/a.ts`, text });

export const purityRules: Rule[] = [
  {
    name: 'core is pure: no clock, no randomness, no waiting, no world',
    appliesTo: file => file.startsWith(CORE) && isScript(file) && !isTest(file),
    check: source => findNodes(source, impurity),
    bad: [
      'const now = Date.now();',
      'const now = new Date();',
      'const now = new Date;',
      'const now = DateTime.now();',
      'const now = DateTime.utc();',
      'const luck = Math.random();',
      'const home = process.env.HOME;',
      'const wide = () => window.innerWidth;',
      'const f = (window: A) => window.ms; const wide = window.innerWidth;',
      'function f() { const window = a(); } function g() { window.open(); }',
      'const reply = fetch(url);',
      'const f = async () => 1;',
      'async function f() { await g(); }',
      'console.log(1);',
    ].map(example),
    good: [
      'const then = new Date(now);',
      'const then = DateTime.utc(2026, 1, 1);',
      'const at = (now: Date) => now.getTime();',
      'const ms = (window: A) => window.ms;',
      'function f({ window }: A) { return () => window.ms; }',
      'function f() { const [window] = a(); return window.ms; }',
      'for (const window of windows) f(window.ms);',
      'const text = "process.env and Date.now() are forbidden here";',
    ].map(example),
  },
];
