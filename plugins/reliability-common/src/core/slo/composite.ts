import { BurnWindow, burnWindows } from './alertPairs';
import { emptyReading, IndicatorReading, Reading } from './reading';
import { Aggregation, BudgetingMethod } from './slo';

/** A member of a composite, in one window. */
export interface Member {
  readonly reading: Reading;
  /** Parts per million. */
  readonly target: number;
  readonly weight: number;
}

/** A composite, as combining its members needs it. */
export interface CompositeRule {
  readonly aggregation: Aggregation;
  /** Parts per million. */
  readonly target: number;
  readonly method: BudgetingMethod;
}

const sum = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0);

const budgetOf = (target: number) => (1_000_000 - target) / 1_000_000;

/**
 * One share of several. By OpenSLO events add what each member burns, slices are bad where any member is, and
 * ratios of slices add what each lacks; weights are not brought to 1. The shares of members of events are those
 * of their own budgets, as a share of the budget of the whole.
 */
function combineShares(
  members: readonly { share: number; target: number; weight: number }[],
  { aggregation, method, target }: CompositeRule,
): number {
  if (aggregation === 'weightedSum' && method === 'Timeslices') {
    // Sources count members apart: a slice that is bad in two counts twice, so this is the most it can be.
    return Math.min(1, sum(members.map(({ share }) => share)));
  }
  if (aggregation === 'weightedSum' && method === 'RatioTimeslices') {
    return Math.min(1, sum(members.map(each => each.weight * each.share)));
  }
  const burns = members.map(each => ({
    weight: each.weight,
    burn: each.share / budgetOf(each.target),
  }));
  const added = sum(burns.map(({ weight, burn }) => weight * burn));
  const burn = {
    weightedSum: () => added,
    weightedAverage: () => added / sum(burns.map(({ weight }) => weight)),
    worst: () => Math.max(...burns.map(each => each.burn)),
  }[aggregation]();
  return burn * budgetOf(target);
}

/** Slices of the whole can be counted where its share is that of slices. */
function countsOf(
  known: readonly Reading[],
  share: number,
  rule: CompositeRule,
) {
  if (rule.aggregation !== 'weightedSum' || rule.method === 'Occurrences') {
    return { bad: null, total: null };
  }
  const total = Math.max(...known.map(reading => reading.total ?? 0));
  return { bad: share * total, total };
}

/** One reading of several; where not all must be known, those that are not are left out. */
export function combineReading(
  members: readonly Member[],
  rule: CompositeRule,
  allMustBeKnown: boolean,
): Reading {
  const lacking = members.flatMap(({ reading }) => reading.nothing ?? []);
  if (
    lacking.length > 0 &&
    (allMustBeKnown || lacking.length === members.length)
  ) {
    return {
      ...emptyReading(lacking.includes('no_data') ? 'no_data' : 'no_traffic'),
      total: null,
    };
  }
  const known = members.filter(({ reading }) => reading.nothing === null);
  const combined = (part: 'share' | 'spent') =>
    combineShares(
      known.map(({ reading, target, weight }) => ({
        share: reading[part] ?? 0,
        target,
        weight,
      })),
      rule,
    );
  const share = combined('share');
  const readings = known.map(({ reading }) => reading);
  return {
    ...countsOf(readings, share, rule),
    share,
    spent: combined('spent'),
    failures: sum(readings.map(({ failures }) => failures)),
    nothing: null,
  };
}

/**
 * What the members of a composite come to. A member without data leaves the whole without data; in the windows of
 * burn rates members without traffic are left out, so that one that idles does not silence the others.
 */
export function combineIndicators(
  members: readonly {
    readonly reading: IndicatorReading;
    readonly target: number;
    readonly weight: number;
  }[],
  rule: CompositeRule,
): IndicatorReading {
  const of = (
    pick: (reading: IndicatorReading) => Reading,
    allMustBeKnown: boolean,
  ) =>
    combineReading(
      members.map(({ reading, ...rest }) => ({
        ...rest,
        reading: pick(reading),
      })),
      rule,
      allMustBeKnown,
    );
  const burns = burnWindows.map(
    key => [key, of(({ burns: each }) => each[key], false)] as const,
  );
  return {
    period: of(({ period }) => period, true),
    companion: of(({ companion }) => companion, true),
    burns: Object.fromEntries(burns) as Record<BurnWindow, Reading>,
    slices: null,
  };
}
