import { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { Expr, Matcher } from './expr';
import { fillPlaceholders, THE_WINDOW } from './placeholders';
import { PromqlError } from './PromqlError';

/** Most characters of a query. */
export const MAX_QUERY = 10_000;
/** Deeper than people write; keeps the stack safe from a text that nests for sport. */
const MAX_DEPTH = 60;

const OPERATORS = new Set(
  '+ - * / % ^ atan2 == != > < >= <= and or unless'.split(' '),
);
const DURATION = /^(?:\d+(?:ms|[smhdwy]))+$/;

function refuse(code: string, message: string, offset: number): never {
  throw new PromqlError(code, message, offset);
}

interface Reader {
  readonly placeholders: ReadonlySet<number>;
  text(node: SyntaxNode): string;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let each = node.firstChild; each; each = each.nextSibling) {
    if (!each.type.is('LineComment')) found.push(each);
  }
  return found;
}

function labels(node: SyntaxNode, { text }: Reader): string {
  return `(${childrenOf(node).map(text).join(', ')})`;
}

/** `by (a)`, `on(a) group_left(b)`: the words and lists of labels, printed again. */
function clause(node: SyntaxNode, reader: Reader): string {
  return childrenOf(node)
    .map(each =>
      each.name === 'GroupingLabels'
        ? labels(each, reader)
        : reader.text(each).toLowerCase(),
    )
    .join(' ');
}

function duration(node: SyntaxNode, reader: Reader): string {
  if (reader.placeholders.has(node.from)) return THE_WINDOW;
  const text = reader.text(node);
  return DURATION.test(text)
    ? text
    : refuse(
        'promql-duration',
        `${text} is no plain duration. Write one such as 5m, or {{.window}}`,
        node.from,
      );
}

function matcherOf(node: SyntaxNode, { text }: Reader): string | Matcher {
  const [label, op, value] = childrenOf(node).map(text);
  return value === undefined ? text(node) : { label, op, value };
}

function selector(node: SyntaxNode, reader: Reader): Expr {
  const name = node.getChild('Identifier');
  const matchers = node.getChild('LabelMatchers');
  return {
    kind: 'selector',
    from: node.from,
    name: name ? reader.text(name) : '',
    matchers: matchers
      ? childrenOf(matchers).map(each => matcherOf(each, reader))
      : [],
  };
}

function binary(node: SyntaxNode, reader: Reader, depth: number): Expr {
  const [left, right] = node.getChildren('Expr');
  const op = reader.text(childrenOf(node)[1]).toLowerCase();
  const matching = node.getChild('MatchingModifierClause');
  const fill = childrenOf(node).find(each => each.name.startsWith('Fill'));
  if (!OPERATORS.has(op) || fill) {
    const what = fill ? reader.text(fill) : op;
    refuse(
      'promql-unsupported',
      `${what} is experimental in Prometheus and not used here. Write it with the usual operators`,
      (fill ?? childrenOf(node)[1]).from,
    );
  }
  return {
    kind: 'binary',
    from: node.from,
    op,
    bool: node.getChild('BoolModifier') !== null,
    ...(matching ? { matching: clause(matching, reader) } : {}),
    left: toExpr(left, reader, depth),
    right: toExpr(right, reader, depth),
  };
}

function args(node: SyntaxNode, reader: Reader, depth: number): Expr[] {
  const body = node.getChild('FunctionCallBody');
  return body
    ? body.getChildren('Expr').map(each => toExpr(each, reader, depth))
    : [];
}

function toExpr(node: SyntaxNode, reader: Reader, above: number): Expr {
  const { from } = node;
  const depth = above + 1;
  if (depth > MAX_DEPTH) {
    refuse('promql-size', 'The query nests too deeply', from);
  }
  const inner = () => toExpr(node.getChild('Expr')!, reader, depth);
  switch (node.name) {
    case 'NumberDurationLiteral':
      if (reader.placeholders.has(from)) {
        refuse(
          'promql-placeholder',
          `${reader.text(
            node,
          )} stands for the window and belongs in a range, such as rate(x[{{.window}}]); as a number it says nothing`,
          from,
        );
      }
      return { kind: 'number', from, text: reader.text(node) };
    case 'StringLiteral':
      return { kind: 'string', from, text: reader.text(node) };
    case 'VectorSelector':
      return selector(node, reader);
    case 'ParenExpr':
      return { kind: 'paren', from, of: inner() };
    case 'UnaryExpr': {
      const op = reader.text(node.getChild('UnaryOp')!);
      return { kind: 'unary', from, op, of: inner() };
    }
    case 'MatrixSelector':
    case 'SubqueryExpr': {
      const [range, step] = node.getChildren('DurationExpr');
      const of = inner();
      return {
        kind: 'range',
        from,
        of,
        range: duration(range, reader),
        ...(node.name === 'SubqueryExpr'
          ? { step: step ? duration(step, reader) : '' }
          : {}),
      };
    }
    case 'FunctionCall': {
      const name = reader.text(node.getChild('FunctionIdentifier')!);
      return { kind: 'call', from, name, args: args(node, reader, depth) };
    }
    case 'AggregateExpr': {
      const grouping = node.getChild('AggregateModifier');
      return {
        kind: 'aggregate',
        from,
        op: reader.text(node.getChild('AggregateOp')!).toLowerCase(),
        args: args(node, reader, depth),
        ...(grouping ? { grouping: clause(grouping, reader) } : {}),
      };
    }
    case 'BinaryExpr':
      return binary(node, reader, depth);
    case 'OffsetExpr':
    case 'StepInvariantExpr':
      return refuse(
        'promql-time',
        'The time of a query is set by the window of the SLO: leave offset and @ out',
        from,
      );
    default:
      return refuse(
        'promql-unsupported',
        `${reader.text(node)} is experimental in Prometheus and not used here`,
        from,
      );
  }
}

/** Names what stands where the grammar ends. */
function syntaxError(text: string, offset: number): PromqlError {
  const called = /([A-Za-z_]\w*)\s*$/.exec(text.slice(0, offset))?.[1];
  const rest = text.slice(offset).trim().replace(/\s+/g, ' ');
  if (called && rest.startsWith('(')) {
    return new PromqlError(
      'promql-syntax',
      `${called} is no function of PromQL`,
      offset - called.length,
    );
  }
  const near = rest ? `at "${rest.slice(0, 20)}"` : 'at the end';
  return new PromqlError(
    'promql-syntax',
    `This is not PromQL: it breaks off ${near}. Try the query in Prometheus first; brackets, quotes and commas are what is missing most often`,
    offset,
  );
}

/**
 * Reads a query that a document holds. Nothing of its text goes to a source but what is printed again from
 * the result.
 *
 * @throws PromqlError with the offset of what is wrong
 */
export function parsePromql(text: string): Expr {
  if (!text.trim()) refuse('promql-empty', 'The query is empty', 0);
  if (text.length > MAX_QUERY) {
    refuse(
      'promql-size',
      `The query has ${text.length} characters; at most ${MAX_QUERY} are read. Record a part of it in Prometheus`,
      0,
    );
  }
  const filled = fillPlaceholders(text);
  const top = parser.parse(filled.text).topNode;
  let broken: number | undefined;
  top.cursor().iterate(node => {
    if (node.type.isError && broken === undefined) broken = node.from;
  });
  if (broken !== undefined) throw syntaxError(text, broken);
  return toExpr(
    top.getChild('Expr')!,
    {
      placeholders: filled.placeholders,
      text: node => text.slice(node.from, node.to),
    },
    0,
  );
}
