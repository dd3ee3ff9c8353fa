import { Indicator } from '@plimsoll/backstage-plugin-reliability-common';
import { SliQueryProblem } from '@plimsoll/backstage-plugin-reliability-node';
import { checkTypes } from './checkTypes';
import { printDuration } from './duration';
import { Expr, selectorsOf, walk } from './expr';
import { parsePromql } from './parse';
import { THE_WINDOW } from './placeholders';
import { PromqlError } from './PromqlError';
import { isOrZero, pushWindow, withoutZero } from './windowed';

/** What a query stands for. */
export type SliQueryRole = 'good' | 'bad' | 'total' | 'raw' | 'threshold';

type Problem = Omit<SliQueryProblem, 'member'>;

function warning(code: string, message: string, { from }: Expr): Problem {
  return { severity: 'warning', code, message, offset: from };
}

const COUNTS = new Set(['good', 'bad', 'total']);
const RATES = new Set(['rate', 'irate', 'increase']);

/** Name of a function or an aggregation; empty for anything else. */
function nameOf(expr: Expr): string {
  if (expr.kind === 'call') return expr.name;
  return expr.kind === 'aggregate' ? expr.op : '';
}

/** Warnings that hold for one expression inside a query; what is around it does not matter. */
function warningsOf(
  expr: Expr,
  role: SliQueryRole,
  counter: boolean,
): Problem[] {
  const counts = COUNTS.has(role);
  const found: Problem[] = [];
  const name = nameOf(expr);
  if (isOrZero(expr) && role !== 'bad') {
    found.push(
      warning(
        'promql-or-zero',
        '"or vector(0)" makes missing data look like no traffic or like a total outage. It is left out: missing data are told apart from 0 here',
        expr,
      ),
    );
  }
  if (/quantile/.test(name)) {
    found.push(
      warning(
        'promql-quantile',
        `${name}() does not say what share of requests was fast. Count them instead: good = the bucket with le="<your threshold>", total = the _count of the histogram`,
        expr,
      ),
    );
  }
  if (name === 'avg_over_time' && role === 'threshold') {
    found.push(
      warning(
        'promql-average',
        'avg_over_time() smooths bad moments away before they are compared. Write the metric alone: each sample is compared by itself',
        expr,
      ),
    );
  }
  if (['topk', 'bottomk', 'limitk', 'limit_ratio'].includes(name)) {
    found.push(
      warning(
        'promql-topk',
        `${name}() chooses other series in each window, so that windows do not fit together. Select with labels instead`,
        expr,
      ),
    );
  }
  if (counts && counter && ['avg', 'min', 'max'].includes(name)) {
    found.push(
      warning(
        'promql-not-sum',
        `${name}() of counters does not count events. Write sum(…)`,
        expr,
      ),
    );
  }
  if (counts && counter && /^(sum|count)_over_time$/.test(name)) {
    found.push(
      warning(
        'promql-not-counter',
        `${name}() is for metrics that are no counters. Say "counter: false"`,
        expr,
      ),
    );
  }
  if (name === 'irate') {
    found.push(
      warning(
        'promql-irate',
        'irate() looks at two samples only. The whole window is counted here instead',
        expr,
      ),
    );
  }
  if (
    counts &&
    expr.kind === 'call' &&
    expr.args[0]?.kind === 'range' &&
    expr.args[0].range !== THE_WINDOW &&
    (RATES.has(name) || counter)
  ) {
    found.push(
      warning(
        'promql-range',
        `The range [${expr.args[0].range}] is replaced by the window that is counted. Leave rate() and its range out, or write {{.window}}`,
        expr.args[0],
      ),
    );
  }
  return found;
}

/** A counter that only grows, compared with a threshold or read as a share. */
function bareCounters(expr: Expr): Problem[] {
  const ranged = new Set(
    walk(expr).flatMap(each =>
      each.kind === 'range' ? selectorsOf(each.of) : [],
    ),
  );
  return selectorsOf(expr)
    .filter(each => /_(total|bucket)$/.test(each.name) && !ranged.has(each))
    .map(each =>
      warning(
        'promql-bare-counter',
        `${each.name} looks like a counter, which only grows. Compare its rate: rate(${each.name}[5m])`,
        each,
      ),
    );
}

/** A slice that holds one or two samples of a counter shows no increase, or half of it. */
function shortSlices({ sliceMs = 0 }: Indicator, stepMs: number): Problem[] {
  if (!sliceMs || sliceMs >= 4 * stepMs) return [];
  return [
    {
      severity: 'warning',
      code: 'promql-short-slice',
      message: `A slice of ${printDuration(
        sliceMs,
      )} holds fewer than four samples, which are taken every ${printDuration(
        stepMs,
      )}: errors between them are missed. Choose a slice of at least ${printDuration(
        4 * stepMs,
      )}`,
      offset: 0,
    },
  ];
}

/** The mean of a ratio that night and day weigh alike in. */
function meanOfRatios(expr: Expr): Problem[] {
  const filled = walk(expr).some(
    each => each.kind === 'range' && each.range === THE_WINDOW,
  );
  return filled
    ? []
    : [
        warning(
          'promql-mean-of-ratios',
          'The mean of a ratio over time counts a quiet minute as much as a busy one, and can be many times off. Write good (or bad) and total apart as a ratioMetric; or write {{.window}} as the range, so that the ratio is that of the whole window',
          expr,
        ),
      ];
}

/**
 * Finds what is wrong with one query, without asking anybody.
 *
 * @param text - as the document holds it
 * @param indicator - what it is a part of
 * @param member - of the query's spec that holds the text
 * @param stepMs - how often samples are taken; 0: not known
 */
export function checkQuery(
  text: string,
  role: SliQueryRole,
  indicator: Indicator,
  member = 'query',
  stepMs = 0,
): SliQueryProblem[] {
  try {
    const expr = parsePromql(text);
    const counts = COUNTS.has(role);
    checkTypes(expr, counts);
    const counter = indicator.sli.kind === 'ratio' && indicator.sli.counter;
    if (counts && counter) {
      pushWindow(withoutZero(expr), 'increase', { rangeMs: 300_000 });
    }
    return [
      ...walk(expr).flatMap(each => warningsOf(each, role, counter)),
      ...(counts ? [] : bareCounters(expr)),
      ...(role === 'raw' ? meanOfRatios(expr) : []),
      ...(counter && role === 'total' ? shortSlices(indicator, stepMs) : []),
    ].map(problem => ({ ...problem, member }));
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error;
    const { code, message, offset } = error;
    return [{ severity: 'error', code, message, member, offset }];
  }
}
