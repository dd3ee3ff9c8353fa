import { Sli, SloQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { checkTypes } from './checkTypes';
import { printNumber } from './duration';
import { bare, Expr, printExpr, walk } from './expr';
import { parsePromql } from './parse';
import { PromqlError } from './PromqlError';
import {
  filledRatio,
  instant,
  overSteps,
  pushWindow,
  Range,
  RangeFunction,
  SHORT_WINDOW,
  withoutZero,
} from './windowed';

/** What a printed query counts: `total` and one of the others. Each gives one sample or none. */
export interface Parts {
  readonly good?: string;
  readonly bad?: string;
  readonly total: string;
}

/** How far apart samples are; milliseconds. */
export interface PrintOptions {
  readonly stepMs: number;
}

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
const MEMBERS = ['query', 'promql', 'expr'] as const;

/** The member of a query's spec that holds its PromQL. */
export function queryMember({ spec }: SloQuery): string {
  return MEMBERS.find(each => typeof spec[each] === 'string') ?? MEMBERS[0];
}

/** The PromQL of a query; empty where a document holds none. */
export function queryText(query: SloQuery): string {
  const text = query.spec[queryMember(query)];
  return typeof text === 'string' ? text : '';
}

/**
 * The query of a document, read.
 *
 * @param counted - whether a window is filled in
 * @throws PromqlError also where it would select everything
 */
export function queryExpr(query: SloQuery, counted = true): Expr {
  const expr = withoutZero(parsePromql(queryText(query)));
  checkTypes(expr, counted);
  return expr;
}

/** One sample of however many there are. */
function summed(expr: Expr, text: string): string {
  const outer = bare(expr);
  return outer.kind === 'aggregate' && outer.op === 'sum' && !outer.grouping
    ? text
    : `sum(${text})`;
}

function isRate(expr: Expr): boolean {
  return (
    expr.kind === 'call' && ['rate', 'increase', 'irate'].includes(expr.name)
  );
}

function canPush(expr: Expr): boolean {
  try {
    pushWindow(expr, 'sum_over_time', { rangeMs: 1000 });
    return true;
  } catch (error) {
    if (error instanceof PromqlError) return false;
    throw error;
  }
}

/**
 * How the two queries of a ratio that is no counter are counted. Both in the same way: samples of one over
 * steps of the other would be no ratio.
 */
function basisOf(both: readonly Expr[]): 'rates' | 'samples' | 'steps' {
  const rates = both.filter(expr => walk(expr).some(isRate)).length;
  if (!both.every(canPush)) return 'steps';
  if (rates === 0) return 'samples';
  return rates === both.length ? 'rates' : 'steps';
}

function ratioParts(
  sli: Extract<Sli, { kind: 'ratio' }>,
  range: Range,
  { stepMs }: PrintOptions,
  fn: 'increase' | 'rate',
): Parts {
  const total = queryExpr(sli.total);
  const name = sli.bad ? 'bad' : 'good';
  const part = queryExpr((sli.bad ?? sli.good)!);
  const basis = sli.counter ? 'rates' : basisOf([part, total]);
  const perSecond =
    fn === 'rate' && basis !== 'rates' ? ` / ${range.rangeMs / 1000}` : '';
  const print = (expr: Expr): string => {
    if (basis === 'steps') {
      const value = printExpr(instant(expr, SHORT_WINDOW));
      return `sum(${overSteps('sum_over_time', value, range, stepMs)})`;
    }
    const pushed: RangeFunction = basis === 'rates' ? fn : 'sum_over_time';
    return summed(expr, printExpr(pushWindow(expr, pushed, range)));
  };
  return {
    [name]: `${print(part)}${perSecond}`,
    total: `${print(total)}${perSecond}`,
  };
}

/** Values that are shares; NaN (nothing divided by nothing) and what cannot be a share are no samples. */
function share(text: string): string {
  return `((${text}) >= 0) <= 1.000001`;
}

function sampleParts(
  sli: Exclude<Sli, { kind: 'ratio' }>,
  range: Range,
  { stepMs }: PrintOptions,
  fn: 'increase' | 'rate',
): Parts {
  const query = queryExpr(sli.query, false);
  const value = printExpr(instant(query, SHORT_WINDOW));
  const perSecond = fn === 'rate' ? ` / ${range.rangeMs / 1000}` : '';
  const over = (name: string, text: string) =>
    `sum(${overSteps(name, text, range, stepMs)})${perSecond}`;
  if (sli.kind === 'threshold') {
    const good = `(${value}) ${OPERATORS[sli.op]} bool ${printNumber(
      sli.value,
    )}`;
    return {
      good: over('sum_over_time', good),
      // A comparison drops NaN, which is neither good nor bad.
      total: over('count_over_time', `(${value}) >= -Inf`),
    };
  }
  const part = sli.rawType === 'success' ? 'good' : 'bad';
  const whole = filledRatio(query, range);
  if (whole !== undefined) {
    const mean = `avg(${share(whole)})`;
    const samples = printNumber(
      (fn === 'rate' ? 1000 : range.rangeMs) / stepMs,
    );
    return {
      [part]: `${mean} * ${samples}`,
      total: `(${mean} * 0 + ${samples})`,
    };
  }
  return {
    [part]: over('sum_over_time', share(value)),
    total: over('count_over_time', share(value)),
  };
}

/**
 * Events, or samples, of an SLI in a range.
 *
 * @param fn - `rate`: per second, for recording rules
 * @throws PromqlError
 */
export function partsOf(
  sli: Sli,
  range: Range,
  options: PrintOptions,
  fn: 'increase' | 'rate' = 'increase',
): Parts {
  return sli.kind === 'ratio'
    ? ratioParts(sli, range, options, fn)
    : sampleParts(sli, range, options, fn);
}

/** Bad events of two parts; 0 where only the total is there. */
export function badOf({ good, bad, total }: Parts): string {
  return bad === undefined
    ? `clamp_min(${total} - (${good} or ${total} * 0), 0)`
    : `(${bad} or ${total} * 0)`;
}

/** Share of bad events, 0–1; nothing where there was no traffic. */
export function badShareOf({ good, bad, total }: Parts): string {
  const busy = `(${total} > 0)`;
  return bad === undefined
    ? `clamp(1 - (${good} or ${total} * 0) / ${busy}, 0, 1)`
    : `clamp((${bad} or ${total} * 0) / ${busy}, 0, 1)`;
}
