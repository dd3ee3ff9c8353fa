import {
  dayRange,
  evaluateDay,
  indicatorsOf,
  planDay,
  TimeRange,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SloDay } from './SloDayStore';
import { lowestCoverage } from './SloFactReader';
import { SloMeasurer } from './SloMeasurer';
import { SloSubject } from './SloSubjects';

/** Shares of days with samples, by key of the indicator and of the day. */
type Covered = ReadonlyMap<string, Record<string, number | null>>;

/** The share of a day with samples of an objective; of a composite the lowest of its members. */
function coverageOf(
  { slo }: SloSubject['loaded'],
  covered: Covered | undefined,
): (objective: string, day: string) => number | null {
  const keys = new Map(
    indicatorsOf(slo).flatMap(({ key, objectiveIds }) =>
      objectiveIds.map(objective => [objective, key] as const),
    ),
  );
  return (objective, day) => {
    const key = keys.get(objective);
    const shares = [...(covered ?? [])]
      .filter(([indicator]) => key === undefined || indicator === key)
      .map(([indicator, days]) => [indicator, days[day] ?? null]);
    return lowestCoverage(Object.fromEntries(shares));
  };
}

/**
 * Computes closed days of an SLO.
 *
 * @param days - `YYYY-MM-DD` in the time zone of the SLO
 * @returns undefined where the answer was not whole: half a day is no history
 * @throws SliSourceError
 */
export async function measureDays(
  options: { readonly sloMeasurer: SloMeasurer; readonly now: () => number },
  subject: SloSubject,
  days: readonly string[],
  corrections: readonly TimeRange[],
  signal: AbortSignal,
): Promise<SloDay[] | undefined> {
  const { sloMeasurer, now } = options;
  const { loaded } = subject;
  const { id, slo, measureHash } = loaded;
  const measured = await sloMeasurer.measureAll(
    { subject },
    indicator => days.flatMap(day => planDay(slo, indicator, day, corrections)),
    signal,
  );
  if ([...measured.values()].some(({ warnings }) => warnings.length > 0)) {
    return undefined;
  }
  const notes = [...measured.values()].flatMap(answer => answer.notes ?? []);
  const covered = await sloMeasurer.cover(
    { subject },
    () => days.map(day => ({ key: day, ...dayRange(slo.window, day) })),
    signal,
  );
  const coverage = coverageOf(loaded, covered);
  return days.flatMap(day =>
    evaluateDay({ slo, day, measured, corrections }).map(
      ({ sli: _, ...value }) => ({
        ...value,
        sloId: id,
        coverage: coverage(value.objectiveId, day),
        // What is odd of one day leaves that day without a value.
        warnings: value.total === null ? [...new Set(notes)] : [],
        evaluatedAt: now(),
        definitionHash: measureHash,
      }),
    ),
  );
}
