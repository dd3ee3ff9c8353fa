import { alertsOf } from './alerts';
import { budgetOf, burnsOf, exhaustionOf } from './budget';
import { combineIndicators } from './composite';
import { mergeCorrections, overlapOf } from './corrections';
import { COMPOSITE, ObjectiveEvaluation, SloEvaluation } from './evaluation';
import { indicatorKey } from './indicators';
import { MeasuredAt, SliMeasurement } from './measurement';
import { measuredWindow } from './plan';
import { SloPolicy } from './policy';
import { IndicatorReading, isFresh, readIndicator } from './reading';
import { Indicator, Objective, Slo } from './slo';
import { SloFlag } from './status';
import { headlineOf, statusOf } from './verdict';
import { companionOf, TimeRange } from './window';

/** What an evaluation rests on. @public */
export interface SloEvaluationInput {
  readonly slo: Slo;
  /** Milliseconds since the epoch; the same as for {@link planWindows}. */
  readonly at: number;
  /** By key of the indicator; one that is missing counts as no data. */
  readonly measured: ReadonlyMap<string, SliMeasurement>;
  /**
   * Ends of the windows `period` and `companion` where they were measured before `at`, because they are long; the
   * budgets say so. Of a calendar window it lies in the same period.
   */
  readonly measuredAt?: MeasuredAt;
  /** Share of the window with samples, by key of the indicator; null or missing: not known. */
  readonly coverage?: ReadonlyMap<string, number | null>;
  readonly corrections: readonly TimeRange[];
  readonly policy: SloPolicy;
  /** How often samples are taken; absent: every minute, pushed ones once a day. */
  readonly scrapeIntervalMs?: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Pushed samples cover a day at most, so the newest of a daily job is up to two days old. */
function isStale(
  { newestAt, mode }: SliMeasurement,
  at: number,
  scrapeIntervalMs: number | undefined,
): boolean {
  const usual = mode === 'pushed' ? 2 * DAY : 5 * MINUTE;
  const limit = Math.max(usual, 3 * (scrapeIntervalMs ?? 0));
  return newestAt === null || at - newestAt > limit;
}

/** What is known of one objective, or of a composite as a whole. */
interface Subject {
  readonly id: string;
  readonly title: string;
  readonly target: number;
  readonly weight: number | null;
  readonly indicators: readonly Indicator[];
  /** Whether shares add up to more than 1. */
  readonly adds: boolean;
  readonly read: (corrections: readonly TimeRange[]) => IndicatorReading;
}

function flagsOf(
  subject: Subject,
  input: SloEvaluationInput,
  { known, muted, corrected }: Record<'known' | 'muted' | 'corrected', boolean>,
): SloFlag[] {
  const { at, policy, scrapeIntervalMs } = input;
  const keys = subject.indicators.map(indicatorKey);
  const found = keys.flatMap(key => input.measured.get(key) ?? []);
  const fresh = isFresh(input.slo.window, at, subject.indicators[0]);
  const provisional = keys.some(key => {
    const coverage = input.coverage?.get(key) ?? null;
    return coverage !== null && coverage < policy.provisionalBelow;
  });
  // The source was asked up to the end of the last whole slice, so it cannot know of newer samples.
  const { sliceMs = 1 } = subject.indicators[0];
  const asked = Math.floor(at / sliceMs) * sliceMs;
  const stale = found.some(each => isStale(each, asked, scrapeIntervalMs));
  const flags: [SloFlag, boolean][] = [
    ['provisional', known && provisional && !fresh],
    ['stale', known && stale],
    ['low_traffic', muted],
    ['partial', found.some(({ warnings }) => warnings.length > 0)],
    ['corrected', corrected],
  ];
  return flags.filter(([, set]) => set).map(([flag]) => flag);
}

const periodAt = ({ at, measuredAt }: SloEvaluationInput) =>
  measuredAt?.period ?? at;

function isCorrected(input: SloEvaluationInput, subject: Subject) {
  const { slo, corrections } = input;
  return subject.indicators.some(indicator => {
    const range = measuredWindow(slo.window, periodAt(input), indicator);
    return mergeCorrections(corrections, indicator).some(correction =>
      overlapOf(range, correction),
    );
  });
}

function evaluateSubject(
  subject: Subject,
  input: SloEvaluationInput,
): ObjectiveEvaluation {
  const { slo, at, measuredAt, corrections, policy } = input;
  const { id, title, target, weight } = subject;
  const reading = subject.read(corrections);
  const slice = subject.indicators[0];
  const base = {
    window: slo.window,
    at: periodAt(input),
    target,
    corrections,
    slice,
  };
  const budget = budgetOf(reading.period, base);
  const burns = burnsOf(reading.burns, target);
  const alerts = alertsOf(reading.burns, {
    window: slo.window,
    target,
    severities: policy.severities,
    minFailures: slo.options.minFailures,
    isShare: !subject.adds,
  });
  const corrected = isCorrected(input, subject);
  return {
    id,
    title,
    target,
    weight,
    status: statusOf(reading.period, budget.remaining, alerts, policy),
    flags: flagsOf(subject, input, {
      known: reading.period.nothing === null,
      muted: alerts.some(({ state }) => state === 'muted'),
      corrected,
    }),
    budget,
    uncorrected: corrected
      ? budgetOf(subject.read([]).period, { ...base, corrections: [] })
      : null,
    companion: budgetOf(reading.companion, {
      ...base,
      window: companionOf(slo.window),
      at: measuredAt?.companion ?? at,
    }),
    burns,
    alerts,
    exhaustion: exhaustionOf(budget, burns, at),
    slices: reading.slices,
  };
}

function subjectOf(objective: Objective, input: SloEvaluationInput): Subject {
  const { slo, at, measuredAt, measured } = input;
  const { id, title, target, weight, indicator } = objective;
  return {
    id,
    title,
    target,
    weight: slo.composite ? weight ?? 1 : null,
    indicators: [indicator],
    adds: false,
    read: corrections =>
      readIndicator({
        indicator,
        measurement: measured.get(indicatorKey(indicator)),
        window: slo.window,
        at,
        measuredAt,
        emptySlices: slo.options.emptySlices,
        corrections,
      }),
  };
}

function compositeOf(
  { title, method }: Slo,
  rule: NonNullable<Slo['composite']>,
  members: readonly Subject[],
): Subject {
  return {
    id: COMPOSITE,
    title,
    target: rule.target,
    weight: null,
    indicators: members.flatMap(({ indicators }) => indicators),
    adds: rule.aggregation !== 'weightedSum' || method === 'Occurrences',
    read: corrections =>
      combineIndicators(
        members.map(({ target, weight, read }) => ({
          target,
          weight: weight ?? 1,
          reading: read(corrections),
        })),
        { ...rule, method },
      ),
  };
}

/**
 * Evaluates an SLO from what was measured of the windows of {@link planWindows}: budgets, burn rates, alerts, time
 * to exhaustion, status and flags. Never `error` or `pending`: those are for who asks the source.
 *
 * @public
 */
export function evaluateSlo(input: SloEvaluationInput): SloEvaluation {
  const { slo } = input;
  const members = slo.objectives.map(each => subjectOf(each, input));
  const whole = slo.composite ? [compositeOf(slo, slo.composite, members)] : [];
  const objectives = [...whole, ...members].map(subject =>
    evaluateSubject(subject, input),
  );
  return headlineOf(objectives);
}
