import {
  Indicator,
  indicatorsOf,
  mergeCorrections,
  SliMeasurement,
  TimeRange,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SloMeasurer } from '../slo/SloMeasurer';
import { SloSubject } from '../slo/SloSubjects';

/** Events of a stretch of time. */
export interface CountedEvents {
  readonly bad: number | null;
  readonly total: number | null;
}

/** Stretches of time by a name. */
export type MeasuredWindows = readonly (TimeRange & { readonly key: string })[];

/** By id of the objective and key of the window. */
export type CountsOfObjectives = ReadonlyMap<
  string,
  ReadonlyMap<string, CountedEvents>
>;

const overlapKey = (key: string, n: number) => `${key}!${n}`;

/** Whole slices, as a source counts them. */
function aligned({ from, to }: TimeRange, { sliceMs }: Indicator): TimeRange {
  if (sliceMs === undefined) return { from, to };
  return {
    from: Math.floor(from / sliceMs) * sliceMs,
    to: Math.ceil(to / sliceMs) * sliceMs,
  };
}

function overlaps(range: TimeRange, corrections: readonly TimeRange[]) {
  return corrections
    .map(each => ({
      from: Math.max(each.from, range.from),
      to: Math.min(each.to, range.to),
    }))
    .filter(({ from, to }) => from < to);
}

/** What was counted in a window without what corrections take out of it. */
function countOf(
  { counts }: SliMeasurement,
  key: string,
  taken: number,
): CountedEvents {
  const whole = counts[key] ?? { bad: null, total: null };
  if (whole.bad === null || whole.total === null) return whole;
  let { bad, total } = whole;
  for (let n = 0; n < taken; n++) {
    const part = counts[overlapKey(key, n)];
    bad -= part?.bad ?? 0;
    total -= part?.total ?? 0;
  }
  return { bad: Math.max(0, bad), total: Math.max(0, total) };
}

/**
 * Counts the events of an SLO in windows, without what corrections take out. Slices that a window cuts count whole.
 *
 * @throws SliSourceError, or Error where the answer is not whole
 */
export async function measureEvents(
  sloMeasurer: SloMeasurer,
  subject: SloSubject,
  {
    windows,
    corrections,
  }: {
    readonly windows: MeasuredWindows;
    readonly corrections: readonly TimeRange[];
  },
  signal: AbortSignal,
): Promise<CountsOfObjectives> {
  const takenOut = (indicator: Indicator, range: TimeRange) =>
    overlaps(range, mergeCorrections(corrections, indicator));
  const plan = (indicator: Indicator) =>
    windows.map(window => {
      const range = aligned(window, indicator);
      return { key: window.key, range, taken: takenOut(indicator, range) };
    });
  const measured = await sloMeasurer.measureAll(
    { subject },
    indicator =>
      plan(indicator).flatMap(({ key, range, taken }) => [
        { key, ...range },
        ...taken.map((part, n) => ({ key: overlapKey(key, n), ...part })),
      ]),
    signal,
  );
  const answers = [...measured.values()];
  if (answers.some(({ warnings }) => warnings.length > 0)) {
    throw new Error('The source answered only in part');
  }
  const { slo } = subject.loaded;
  const keys = new Map(
    indicatorsOf(slo).flatMap(({ key, objectiveIds }) =>
      objectiveIds.map(objective => [objective, key] as const),
    ),
  );
  return new Map(
    slo.objectives.map(({ id: objective, indicator }) => {
      const answer = measured.get(keys.get(objective)!)!;
      const counts = plan(indicator).map(
        ({ key, taken }) => [key, countOf(answer, key, taken.length)] as const,
      );
      return [objective, new Map(counts)];
    }),
  );
}
