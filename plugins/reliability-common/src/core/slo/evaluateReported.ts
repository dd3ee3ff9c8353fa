import { alertPairs, burnThreshold, burnWindows } from './alertPairs';
import { boundsOf, exhaustionOf, ofBudget } from './budget';
import {
  AlertPairEvaluation,
  Budget,
  Burn,
  COMPOSITE,
  ObjectiveEvaluation,
  SloEvaluation,
} from './evaluation';
import { SloPolicy } from './policy';
import { Slo } from './slo';
import { headlineOf, statusOf } from './verdict';

/** What a source says that evaluates SLOs by itself. @public */
export interface ReportedStatus {
  /** Share of good events over the window; null: no data. */
  readonly sli: number | null;
  /** Share of the budget that is left; null: no data. */
  readonly remaining: number | null;
  readonly burns: readonly Burn[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly warnings: readonly string[];
}

/** What evaluating a report needs. @public */
export interface ReportedInput {
  readonly slo: Slo;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly reported: ReportedStatus;
  readonly policy: SloPolicy;
}

/** An older report is stale. */
const STALE_AFTER = 15 * 60_000;

interface Promised {
  readonly id: string;
  readonly title: string;
  readonly target: number;
}

function budgetOf(
  { slo, at, reported }: ReportedInput,
  { target }: Promised,
  remaining: number | null,
): Budget {
  const window = boundsOf(slo.window, at);
  return {
    window,
    bad: null,
    total: null,
    sli: reported.sli,
    consumed: remaining === null ? null : 1 - remaining,
    remaining,
    remainingMs:
      remaining === null
        ? null
        : (remaining * (window.to - window.from) * (1_000_000 - target)) /
          1_000_000,
  };
}

/** The pairs whose two burn rates the source tells. */
function alertsOf(
  { slo, reported, policy }: ReportedInput,
  { target }: Promised,
): AlertPairEvaluation[] {
  const rates = new Map(reported.burns.map(each => [each.window, each.rate]));
  return alertPairs(slo.window)
    .filter(({ severity }) => policy.severities.includes(severity))
    .flatMap((pair): AlertPairEvaluation[] => {
      const longBurn = rates.get(pair.long) ?? null;
      const shortBurn = rates.get(pair.short) ?? null;
      if (longBurn === null || shortBurn === null) return [];
      const on = longBurn > pair.factor && shortBurn > pair.factor;
      return [
        {
          ...pair,
          threshold: burnThreshold(pair.factor, target),
          longBurn,
          shortBurn,
          state: on ? 'firing' : 'off',
          reason: `${on ? 'On' : 'Off'}, as the source reports: ${
            pair.long
          } at ${longBurn}×, ${
            pair.short
          } at ${shortBurn}×; both must be above ${pair.factor}×.`,
        },
      ];
    });
}

function evaluateOne(
  input: ReportedInput,
  promised: Promised,
  remaining: number | null,
): ObjectiveEvaluation {
  const { at, reported, policy } = input;
  const budget = budgetOf(input, promised, remaining);
  const alerts = alertsOf(input, promised);
  const burns = burnWindows.flatMap(
    window => reported.burns.find(each => each.window === window) ?? [],
  );
  const nothing = remaining === null ? 'no_data' : null;
  return {
    ...promised,
    weight: null,
    status: statusOf({ nothing }, remaining, alerts, policy),
    flags: [
      ...(at - reported.at > STALE_AFTER ? ['stale' as const] : []),
      ...(reported.warnings.length > 0 ? ['partial' as const] : []),
    ],
    budget,
    uncorrected: null,
    companion: null,
    burns,
    alerts,
    exhaustion: exhaustionOf(budget, burns, at),
    slices: null,
  };
}

/**
 * Evaluates an SLO whose source only reports a status: nothing is counted, so there are no corrections, no
 * companion and no events. The report is that of the first objective, or of the whole composite; further
 * objectives of a rolling window follow from its SLI.
 *
 * @public
 */
export function evaluateReported(input: ReportedInput): SloEvaluation {
  const { slo, reported } = input;
  const [first, ...others] = slo.objectives;
  if (slo.composite) {
    const { target } = slo.composite;
    const whole = { id: COMPOSITE, title: slo.title, target };
    return headlineOf([evaluateOne(input, whole, reported.remaining)]);
  }
  const promised = ({ id, title, target }: Promised) => ({ id, title, target });
  const remainingOf = (target: number) =>
    reported.sli === null || slo.window.kind === 'calendar'
      ? null
      : 1 - ofBudget(1 - reported.sli, target);
  return headlineOf([
    evaluateOne(input, promised(first), reported.remaining),
    ...others.map(each =>
      evaluateOne(input, promised(each), remainingOf(each.target)),
    ),
  ]);
}
