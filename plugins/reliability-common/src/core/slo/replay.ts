import {
  AlertPair,
  alertPairs,
  BurnWindow,
  BURN_WINDOWS,
  burnThreshold,
} from './alertPairs';
import { ofBudget } from './budget';
import { SliStep } from './measurement';
import { readCount, Reading } from './reading';
import { Objective, Slo } from './slo';
import { suggestTarget } from './suggestTarget';
import { TimeRange, windowAt } from './window';

/** A budget at one time of a replay. @public */
export interface ReplayPoint {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly remaining: number | null;
  /** Since the point before. */
  readonly sli: number | null;
}

/** When an alert would have been on. @public */
export interface ReplayAlert {
  readonly severity: 'page' | 'ticket';
  readonly long: BurnWindow;
  readonly short: BurnWindow;
  /** Milliseconds since the epoch. */
  readonly from: number;
  /** null: still on. */
  readonly to: number | null;
}

/** What an objective would have been. @public */
export interface Replay {
  /** Oldest first. */
  readonly points: readonly ReplayPoint[];
  /** In the order in which they would have come. */
  readonly alerts: readonly ReplayAlert[];
  /** What 95 of 100 days reached, parts per million; null with fewer than seven days. */
  readonly suggestedTarget: number | null;
}

/** What a replay rests on; times are milliseconds since the epoch, multiples of the step. @public */
export interface ReplayInput {
  readonly slo: Pick<Slo, 'window' | 'options'>;
  readonly objective: Pick<Objective, 'indicator' | 'target'>;
  /** One that is missing counts as empty. */
  readonly steps: readonly SliStep[];
  readonly stepMs: number;
  readonly from: number;
  readonly to: number;
  /** Default 400. */
  readonly maxPoints?: number;
}

/** Reads any stretch of a replay, by sums from its start. */
function readerOf(input: ReplayInput) {
  const { slo, objective, steps, stepMs, from, to } = input;
  const count = Math.max(0, Math.round((to - from) / stepMs));
  const bad = new Float64Array(count + 1);
  const total = new Float64Array(count + 1);
  for (const step of steps) {
    const index = Math.round((step.at - from) / stepMs);
    if (index >= 1 && index <= count) {
      bad[index] += step.bad ?? 0;
      total[index] += step.total ?? 0;
    }
  }
  for (let index = 1; index <= count; index++) {
    bad[index] += bad[index - 1];
    total[index] += total[index - 1];
  }
  const indexOf = (time: number) =>
    Math.min(Math.max(Math.round((time - from) / stepMs), 0), count);
  return (range: TimeRange, whole?: TimeRange): Reading => {
    const [first, last] = [indexOf(range.from), indexOf(range.to)];
    return readCount({
      count: {
        total: total[last] - total[first],
        bad: bad[last] - bad[first],
      },
      range,
      merged: [],
      indicator: objective.indicator,
      emptySlices: slo.options.emptySlices,
      ...(whole && { whole }),
    });
  };
}

type Reader = ReturnType<typeof readerOf>;

/** Before the replay nothing counts as spent, so that the curve begins at 100 %. */
function pointAt(
  at: number,
  since: number,
  { slo, objective, from }: ReplayInput,
  read: Reader,
): ReplayPoint {
  const window = windowAt(slo.window, at);
  const start = Math.max(window.from, from);
  const whole =
    slo.window.kind === 'calendar' || start > window.from
      ? { from: window.from, to: window.end }
      : undefined;
  const { spent } = read({ from: start, to: at }, whole);
  const { share } = read({ from: since, to: at });
  return {
    at,
    remaining: spent === null ? null : 1 - ofBudget(spent, objective.target),
    sli: share === null ? null : 1 - share,
  };
}

function pointsOf(input: ReplayInput, read: Reader): ReplayPoint[] {
  const { from, to, stepMs, maxPoints = 400 } = input;
  const count = Math.round((to - from) / stepMs);
  const every = Math.max(1, Math.ceil(count / maxPoints)) * stepMs;
  const points: ReplayPoint[] = [];
  for (let at = to; at > from; at -= every) {
    points.push(pointAt(at, Math.max(at - every, from), input, read));
  }
  return points.reverse();
}

function alertsOf(
  pair: AlertPair,
  { slo, objective, from, to, stepMs }: ReplayInput,
  read: Reader,
): ReplayAlert[] {
  const threshold = burnThreshold(pair.factor, objective.target);
  // A window cannot be shorter than a step.
  const reading = (window: BurnWindow, at: number) =>
    read({
      from: Math.max(at - Math.max(BURN_WINDOWS[window], stepMs), from),
      to: at,
    });
  const fires = (at: number) => {
    const long = reading(pair.long, at);
    return (
      (long.share ?? 0) > threshold &&
      (reading(pair.short, at).share ?? 0) > threshold &&
      long.failures >= slo.options.minFailures
    );
  };
  const { severity, long, short } = pair;
  const alerts: ReplayAlert[] = [];
  let since: number | undefined;
  for (let at = from + stepMs; at <= to; at += stepMs) {
    const on = fires(at);
    if (on && since === undefined) since = at;
    if (!on && since !== undefined) {
      alerts.push({ severity, long, short, from: since, to: at });
      since = undefined;
    }
  }
  return since === undefined
    ? alerts
    : [...alerts, { severity, long, short, from: since, to: null }];
}

/**
 * Replays an objective over past data: the curve of its budget, the alerts that would have been on, and the target
 * that 95 of 100 days reached. A rehearsal in steps, not the value that an evaluation would have come to.
 *
 * @public
 */
export function replay(input: ReplayInput): Replay {
  const read = readerOf(input);
  const alerts = alertPairs(input.slo.window)
    .flatMap(pair => alertsOf(pair, input, read))
    .sort((one, other) => one.from - other.from);
  return {
    points: pointsOf(input, read),
    alerts,
    suggestedTarget: suggestTarget(input, range => read(range).share),
  };
}
