/** A label matcher, printed as it was written. */
export interface Matcher {
  readonly label: string;
  readonly op: string;
  /** With its quotes. */
  readonly value: string;
}

/** Where a query was written; offset of the first character from 0. */
interface Written {
  readonly from: number;
}

/** A metric, as in `http_requests_total{code="500"}`. */
export interface Selector extends Written {
  readonly kind: 'selector';
  /** Empty where only matchers name the metric. */
  readonly name: string;
  /** Names in quotes inside the braces, then matchers. */
  readonly matchers: readonly (string | Matcher)[];
}

/** `by (a, b)`, `on(a) group_left(b)` and the like, printed again from its parts. */
export type Clause = string;

/**
 * A PromQL expression that we understand. Parentheses are kept, so that printing never has to think of
 * precedence.
 */
export type Expr =
  | Selector
  | (Written & { readonly kind: 'number' | 'string'; readonly text: string })
  | (Written & {
      readonly kind: 'range';
      readonly of: Expr;
      readonly range: string;
      /** Present: a subquery. Empty: the step of the server. */
      readonly step?: string;
      /** End of the range; seconds since the epoch. Only we write it. */
      readonly at?: string;
    })
  | (Written & {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expr[];
    })
  | (Written & {
      readonly kind: 'aggregate';
      readonly op: string;
      readonly args: readonly Expr[];
      readonly grouping?: Clause;
    })
  | (Written & {
      readonly kind: 'binary';
      readonly op: string;
      readonly bool: boolean;
      readonly matching?: Clause;
      readonly left: Expr;
      readonly right: Expr;
    })
  | (Written & {
      readonly kind: 'unary';
      readonly op: string;
      readonly of: Expr;
    })
  | (Written & { readonly kind: 'paren'; readonly of: Expr });

/** The expressions directly inside one. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'call':
    case 'aggregate':
      return expr.args;
    case 'binary':
      return [expr.left, expr.right];
    case 'range':
    case 'unary':
    case 'paren':
      return [expr.of];
    default:
      return [];
  }
}

/** Rewrites the expressions inside one, the outer one first. */
export function mapExpr(expr: Expr, change: (each: Expr) => Expr): Expr {
  const changed = change(expr);
  const inner = (each: Expr) => mapExpr(each, change);
  switch (changed.kind) {
    case 'call':
    case 'aggregate':
      return { ...changed, args: changed.args.map(inner) };
    case 'binary':
      return {
        ...changed,
        left: inner(changed.left),
        right: inner(changed.right),
      };
    case 'range':
    case 'unary':
    case 'paren':
      return { ...changed, of: inner(changed.of) };
    default:
      return changed;
  }
}

/** An expression and all inside it, the outer before the inner. */
export function walk(expr: Expr): Expr[] {
  return [expr, ...childrenOf(expr).flatMap(walk)];
}

/** The metrics of an expression, in the order of the text. */
export function selectorsOf(expr: Expr): Selector[] {
  return walk(expr).filter(
    (each): each is Selector => each.kind === 'selector',
  );
}

/** Without the parentheses around it. */
export function bare(expr: Expr): Expr {
  return expr.kind === 'paren' ? bare(expr.of) : expr;
}

function printMatcher(matcher: string | Matcher): string {
  return typeof matcher === 'string'
    ? matcher
    : `${matcher.label}${matcher.op}${matcher.value}`;
}

/** Prints an expression as PromQL, on one line and without comments. */
export function printExpr(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
    case 'string':
      return expr.text;
    case 'selector':
      return expr.matchers.length
        ? `${expr.name}{${expr.matchers.map(printMatcher).join(',')}}`
        : expr.name;
    case 'range': {
      const step = expr.step === undefined ? '' : `:${expr.step}`;
      const at = expr.at === undefined ? '' : ` @ ${expr.at}`;
      return `${printExpr(expr.of)}[${expr.range}${step}]${at}`;
    }
    case 'call':
      return `${expr.name}(${expr.args.map(printExpr).join(', ')})`;
    case 'aggregate': {
      const grouping = expr.grouping ? ` ${expr.grouping} ` : '';
      return `${expr.op}${grouping}(${expr.args.map(printExpr).join(', ')})`;
    }
    case 'binary': {
      const words = [expr.op, expr.bool ? 'bool' : '', expr.matching ?? ''];
      return [
        printExpr(expr.left),
        ...words.filter(Boolean),
        printExpr(expr.right),
      ].join(' ');
    }
    case 'unary':
      return `${expr.op}${printExpr(expr.of)}`;
    case 'paren':
      return `(${printExpr(expr.of)})`;
    default:
      return expr satisfies never;
  }
}
