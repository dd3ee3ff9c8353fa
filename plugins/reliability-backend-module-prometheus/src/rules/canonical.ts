import { Expr, mapExpr, Matcher, printExpr } from '../promql/expr';
import { parsePromql } from '../promql/parse';
import { PromqlError } from '../promql/PromqlError';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};

/** A PromQL duration in milliseconds: `1h30m`, `299999ms`. */
export function canonicalDuration(text: string): number {
  return [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit],
    0,
  );
}

/** A quoted text with one kind of quotes; backquotes escape nothing. */
function string(text: string): string {
  const inner = text.slice(1, -1);
  if (text.startsWith('`')) return JSON.stringify(inner);
  return JSON.stringify(
    inner.replace(/\\(["'\\])/g, (_match, char: string) => char),
  );
}

function matcher(each: string | Matcher): string | Matcher {
  return typeof each === 'string'
    ? each
    : { ...each, value: string(each.value) };
}

const keyOf = (each: string | Matcher) =>
  typeof each === 'string' ? each : `${each.label}${each.op}${each.value}`;

/** `by ()`, `on ()` and `group_left ()` say nothing with an empty list, save `on ()`. */
function clause(text: string | undefined): string | undefined {
  const short = text?.replace(/(group_(?:left|right)) \(\)/, '$1');
  return short === 'by ()' || short === 'ignoring ()' ? undefined : short;
}

function normalised(expr: Expr): Expr {
  switch (expr.kind) {
    case 'number':
      return Number.isNaN(Number(expr.text))
        ? { ...expr, text: expr.text.toLowerCase() }
        : { ...expr, text: String(Number(expr.text)) };
    case 'string':
      return { ...expr, text: string(expr.text) };
    case 'selector':
      return {
        ...expr,
        matchers: expr.matchers
          .map(matcher)
          .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      };
    case 'range':
      return {
        ...expr,
        range: `${canonicalDuration(expr.range)}ms`,
        ...(expr.step ? { step: `${canonicalDuration(expr.step)}ms` } : {}),
      };
    case 'aggregate':
      return { ...expr, grouping: clause(expr.grouping) };
    case 'binary':
      return { ...expr, matching: clause(expr.matching) };
    default:
      return expr;
  }
}

/**
 * An expression in one spelling: numbers, durations, quotes, order of matchers and spaces no longer matter.
 * Text that is no PromQL for us stays as it is, with single spaces.
 */
export function canonical(text: string): string {
  try {
    return printExpr(mapExpr(parsePromql(text), normalised));
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error;
    return text.replace(/\s+/g, ' ').trim();
  }
}
