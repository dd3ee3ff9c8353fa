import { bare, Expr, selectorsOf, walk } from './expr';
import { THE_WINDOW } from './placeholders';
import { PromqlError } from './PromqlError';

/**
 * Refuses what cannot be right whatever it counts: Prometheus would answer with a message about vectors.
 *
 * @param counted - whether a window is filled in, so that a placeholder may stand alone
 * @throws PromqlError
 */
export function checkTypes(expr: Expr, counted: boolean): void {
  const top = bare(expr);
  if (!selectorsOf(expr).length) {
    throw new PromqlError(
      'promql-no-metric',
      'The query names no metric, so it measures nothing',
      top.from,
    );
  }
  for (const each of walk(expr)) {
    if (each.kind === 'selector') checkSelector(each);
  }
  const placed = new Set(
    walk(expr).flatMap(each => (each.kind === 'call' ? each.args : [])),
  );
  const stray = walk(expr).find(
    each =>
      each.kind === 'range' &&
      !placed.has(each) &&
      (each.range !== THE_WINDOW || !counted),
  );
  if (stray) {
    throw new PromqlError(
      'promql-range-alone',
      'A range stands here without a function that reads it. Leave it out, or write for instance rate(x[5m])',
      stray.from,
    );
  }
}

function checkSelector(selector: Extract<Expr, { kind: 'selector' }>): void {
  const narrow = selector.matchers.some(
    matcher =>
      typeof matcher === 'string' ||
      (matcher.op.startsWith('=') && !/^.(\.[*+])?.$/.test(matcher.value)),
  );
  if (!selector.name && !narrow) {
    throw new PromqlError(
      'promql-everything',
      'This selects every series that the server has. Name a metric',
      selector.from,
    );
  }
}
