import { ofBudget } from './budget';
import { combineReading, Member } from './composite';
import { mergeCorrections, overlapOf } from './corrections';
import { COMPOSITE } from './evaluation';
import { indicatorKey } from './indicators';
import { SliMeasurement } from './measurement';
import { dayKey, dayPeriodKey, measuredPeriod } from './plan';
import { countOf, readCount, Reading, readPeriod } from './reading';
import { Objective, Slo } from './slo';
import { dayRange, TimeRange } from './window';

/** One closed day of one objective; of a composite the whole has the id `composite`. @public */
export interface DayEvaluation {
  readonly objectiveId: string;
  /** `YYYY-MM-DD` in the time zone of the SLO. */
  readonly day: string;
  readonly bad: number | null;
  readonly total: number | null;
  /** Of that day alone. */
  readonly sli: number | null;
  /** Of the whole window at the end of that day; never clamped. */
  readonly remaining: number | null;
  /** Whether a correction takes something out of that day. */
  readonly corrected: boolean;
}

/** What a row of the daily history rests on. @public */
export interface DayInput {
  readonly slo: Slo;
  readonly day: string;
  /** Of the windows that {@link planDay} asks for, by key of the indicator. */
  readonly measured: ReadonlyMap<string, SliMeasurement>;
  readonly corrections: readonly TimeRange[];
}

interface DayReading {
  readonly day: Reading;
  readonly period: Reading;
}

function readDay({ slo, day, ...input }: DayInput, objective: Objective) {
  const { indicator } = objective;
  const measurement = input.measured.get(indicatorKey(indicator));
  const merged = mergeCorrections(input.corrections, indicator);
  const range = dayRange(slo.window, day);
  const { emptySlices } = slo.options;
  return {
    day: readCount({
      count: countOf(measurement?.counts ?? {}, dayKey(day), merged),
      range: measuredPeriod(range, indicator),
      merged,
      indicator,
      emptySlices,
    }),
    period: readPeriod(
      {
        indicator,
        measurement,
        window: slo.window,
        at: range.to,
        emptySlices,
        corrections: input.corrections,
      },
      dayPeriodKey(day),
    ),
  };
}

function combined(
  { composite, method, objectives }: Slo,
  readings: readonly DayReading[],
): DayReading {
  const rule = { ...composite!, method };
  const of = (part: keyof DayReading) =>
    combineReading(
      objectives.map(
        ({ target, weight = 1 }, index): Member => ({
          reading: readings[index][part],
          target,
          weight,
        }),
      ),
      rule,
      true,
    );
  return { day: of('day'), period: of('period') };
}

/**
 * The rows of one closed day, one for each objective, of a composite the whole first. Rows are for charts and the
 * outlook: a gap that crosses midnight is in none of them, so they never add up to a window.
 *
 * @public
 */
export function evaluateDay(input: DayInput): DayEvaluation[] {
  const { slo, day, corrections } = input;
  const range = dayRange(slo.window, day);
  const corrected = slo.objectives.some(({ indicator }) =>
    mergeCorrections(corrections, indicator).some(each =>
      overlapOf(each, range),
    ),
  );
  const row = (id: string, target: number, reading: DayReading) => {
    const { bad, total, share } = reading.day;
    const { spent } = reading.period;
    return {
      objectiveId: id,
      day,
      bad,
      total,
      sli: share === null ? null : 1 - share,
      remaining: spent === null ? null : 1 - ofBudget(spent, target),
      corrected,
    };
  };
  const readings = slo.objectives.map(each => readDay(input, each));
  const members = slo.objectives.map(({ id, target }, index) =>
    row(id, target, readings[index]),
  );
  return slo.composite
    ? [
        row(COMPOSITE, slo.composite.target, combined(slo, readings)),
        ...members,
      ]
    : members;
}
