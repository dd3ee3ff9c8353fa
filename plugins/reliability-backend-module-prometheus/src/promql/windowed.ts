import { bare, Expr, mapExpr, printExpr, selectorsOf, walk } from './expr';
import { printDuration, printTime } from './duration';
import { matchBucketByNumber } from './le';
import { parsePromql } from './parse';
import { THE_WINDOW } from './placeholders';
import { PromqlError } from './PromqlError';

/** A stretch of time in a printed query. */
export interface Range {
  readonly rangeMs: number;
  /** Milliseconds since the epoch; absent: the time of the query. */
  readonly endMs?: number;
}

/** What becomes of a bare metric. */
export type RangeFunction = 'increase' | 'rate' | 'sum_over_time';

/** What a placeholder means where no window of the SLO belongs: in a gauge. */
export const SHORT_WINDOW = 5 * 60_000;

const BY_HAND = new Set(['rate', 'increase', 'irate']);
const OVER_TIME = new Set(['sum_over_time', 'count_over_time']);
/** Functions of one value, and those that rename: the window goes through to the metric. */
const POINTWISE = new Set(
  'abs ceil floor round clamp clamp_max clamp_min label_replace label_join sort sort_desc histogram_count histogram_sum histogram_fraction'.split(
    ' ',
  ),
);
const AGGREGATIONS = new Set('sum avg min max topk bottomk'.split(' '));

function refuse(message: string, { from }: Expr): never {
  throw new PromqlError('promql-window', message, from);
}

/** `name(metric[range] @ end)`. */
function overRange(
  name: string,
  of: Expr,
  { rangeMs, endMs }: Range,
): Extract<Expr, { kind: 'call' }> {
  const range: Expr = {
    kind: 'range',
    from: of.from,
    of,
    range: printDuration(rangeMs),
    ...(endMs === undefined ? {} : { at: printTime(endMs) }),
  };
  return { kind: 'call', from: of.from, name, args: [range] };
}

/**
 * `name((text)[range:step] @ end)`. The range is a millisecond shorter than asked, so that servers with
 * closed and with left-open ranges count the same points: those in (end - range, end].
 */
export function overSteps(
  name: string,
  text: string,
  { rangeMs, endMs }: Range,
  stepMs: number,
): string {
  const at = endMs === undefined ? '' : ` @ ${printTime(endMs)}`;
  const range = `${printDuration(rangeMs - 1)}:${printDuration(stepMs)}`;
  return `${name}((${text})[${range}]${at})`;
}

/** Whether it is `or vector(0)`, which would turn missing data into a zero. */
export function isOrZero(expr: Expr): boolean {
  if (expr.kind !== 'binary' || expr.op !== 'or') return false;
  const right = bare(expr.right);
  return right.kind === 'call' && right.name === 'vector';
}

/** Without `or vector(0)`: what is missing is told apart from 0 by whoever reads the answer. */
export function withoutZero(expr: Expr): Expr {
  return mapExpr(expr, each => {
    let current = each;
    while (isOrZero(current) && current.kind === 'binary') {
      current = current.left;
    }
    return current;
  });
}

function isScalar(expr: Expr): boolean {
  return !walk(expr).some(each => each.kind === 'selector');
}

function isFraction(expr: Expr): boolean {
  const inner = bare(expr);
  return inner.kind === 'call' && inner.name === 'histogram_fraction';
}

function windowBinary(
  expr: Extract<Expr, { kind: 'binary' }>,
  inner: (each: Expr) => Expr,
): Expr {
  const scaled =
    isScalar(expr.left) ||
    isScalar(expr.right) ||
    isFraction(expr.left) ||
    isFraction(expr.right);
  const allowed =
    ['+', '-', 'or', 'and', 'unless'].includes(expr.op) ||
    (['*', '/'].includes(expr.op) && scaled);
  if (!allowed) {
    refuse(
      ['*', '/'].includes(expr.op)
        ? `A window cannot be pushed through "${expr.op}" between two metrics. Write the count of events alone, such as sum(http_requests_total{code=~"5.."}); a ratio that exists already belongs under "raw"`
        : `A window cannot be pushed through "${expr.op}": a counter has no meaning before it is counted over a window. Select with labels instead`,
      expr,
    );
  }
  return { ...expr, left: inner(expr.left), right: inner(expr.right) };
}

/**
 * Pushes a range function inside an expression, down to each metric, and replaces ranges that were written
 * by hand. A sum of counters must be taken after their increase: a restart of one would otherwise count as
 * a drop of the sum.
 *
 * @throws PromqlError where that cannot be done
 */
export function pushWindow(expr: Expr, fn: RangeFunction, range: Range): Expr {
  const inner = (each: Expr) => pushWindow(each, fn, range);
  switch (expr.kind) {
    case 'number':
    case 'string':
      return expr;
    case 'selector':
      return overRange(fn, matchBucketByNumber(expr), range);
    case 'paren':
    case 'unary':
      return { ...expr, of: inner(expr.of) };
    case 'binary':
      return windowBinary(expr, inner);
    case 'aggregate':
      return AGGREGATIONS.has(expr.op)
        ? { ...expr, args: expr.args.map(inner) }
        : refuse(
            `${expr.op}() does not count events. Write sum(…) over the metric`,
            expr,
          );
    case 'range':
      if (expr.range === THE_WINDOW && expr.step === undefined) {
        return inner(expr.of);
      }
      return refuse(
        'A range stands here without rate() or increase(). Leave the range out: the window of the SLO is filled in',
        expr,
      );
    case 'call': {
      const [first] = expr.args;
      const selected = first?.kind === 'range' && first.step === undefined;
      if (BY_HAND.has(expr.name) && first) {
        return selected
          ? overRange(
              fn === 'sum_over_time' ? 'increase' : fn,
              matchBucketByNumber(selectorsOf(first)[0]),
              range,
            )
          : refuse(
              `${expr.name}() of a subquery counts a restart as new events. Take the ${expr.name} of each metric first: sum(${expr.name}(x[5m]))`,
              expr,
            );
      }
      if (OVER_TIME.has(expr.name) && selected) {
        return overRange(
          expr.name,
          matchBucketByNumber(selectorsOf(first)[0]),
          range,
        );
      }
      return POINTWISE.has(expr.name)
        ? { ...expr, args: expr.args.map(inner) }
        : refuse(
            `A window cannot be pushed through ${expr.name}(). Write the metric that counts the events, such as sum(http_requests_total), or record this expression in Prometheus and name the recording`,
            expr,
          );
    }
    default:
      return expr satisfies never;
  }
}

/**
 * A ratio that holds the placeholder of the window, with that window filled in: then the ratio is that of
 * the whole window, and quiet minutes weigh no more than they should.
 *
 * @returns undefined where there is no placeholder, or something beside it that cannot be moved in time
 */
export function filledRatio(expr: Expr, range: Range): string | undefined {
  const ranges = walk(expr).flatMap(each =>
    each.kind === 'range' ? [each] : [],
  );
  const movable =
    ranges.some(each => each.range === THE_WINDOW) &&
    ranges.every(each => each.step === undefined) &&
    selectorsOf(expr).length === ranges.length;
  if (!movable) return undefined;
  const at = range.endMs === undefined ? {} : { at: printTime(range.endMs) };
  const filled = mapExpr(instant(expr, range.rangeMs), each =>
    each.kind === 'range' ? { ...each, ...at } : each,
  );
  return printExpr(filled);
}

/** An expression as it reads at one time: ranges by hand stay, placeholders get a range. */
export function instant(expr: Expr, rangeMs: number): Expr {
  return mapExpr(expr, each => {
    if (each.kind === 'selector') return matchBucketByNumber(each);
    if (each.kind !== 'range') return each;
    const text = printDuration(rangeMs);
    return {
      ...each,
      range: each.range === THE_WINDOW ? text : each.range,
      ...(each.step === THE_WINDOW ? { step: text } : {}),
    };
  });
}

/**
 * Prints a query with its window filled in. A counter becomes its increase, a gauge the sum of its samples,
 * or, where a sum cannot be pushed inside, the sum of its values at each step.
 *
 * @param text - PromQL as a document holds it
 * @param options.stepMs - distance of samples
 * @throws PromqlError
 */
export function windowed(
  text: string,
  kind: 'counter' | 'gauge',
  range: Range,
  options: { readonly stepMs: number },
): string {
  const expr = withoutZero(parsePromql(text));
  if (kind === 'counter') return printExpr(pushWindow(expr, 'increase', range));
  try {
    return printExpr(pushWindow(expr, 'sum_over_time', range));
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error;
    const value = printExpr(instant(expr, SHORT_WINDOW));
    return overSteps('sum_over_time', value, range, options.stepMs);
  }
}
