import type {
  ObjectiveEvaluationItem,
  SloHistoryResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';

/** A budget at one time. */
export interface BurnDownPoint {
  /** Milliseconds since the epoch: noon of the day, so that a point stands above its date. */
  time: number;
  /** Percent of the budget; null: not known. */
  remaining: number | null;
  /** The row behind it; the last point is the evaluation in force and has none. */
  row?: SloHistoryResponse['items'][number];
}

/** The closed days and, as the last point, the budget as it is now. */
export function burnDownPoints(
  history: SloHistoryResponse,
  objective: ObjectiveEvaluationItem,
  evaluatedAt: string | null,
): BurnDownPoint[] {
  const days = history.items.map(row => ({
    time: DateTime.fromISO(row.day, { zone: history.timeZone })
      .set({ hour: 12 })
      .toMillis(),
    remaining: row.remaining === null ? null : row.remaining * 100,
    row,
  }));
  const now = evaluatedAt === null ? NaN : Date.parse(evaluatedAt);
  const last = days[days.length - 1]?.time ?? 0;
  return objective.budget.remaining !== null && now > last
    ? [...days, { time: now, remaining: objective.budget.remaining * 100 }]
    : days;
}

/** Round steps of the axis from the lowest value (0 at the most) to 100 percent. */
export function budgetTicks(points: readonly BurnDownPoint[]): number[] {
  const lowest = Math.min(0, ...points.map(({ remaining }) => remaining ?? 0));
  const steps = [25, 50, 100, 250, 500];
  const wide = (100 - lowest) / 6;
  const step =
    steps.find(each => each >= wide) ?? 1000 * Math.ceil(wide / 1000);
  const ticks = [100];
  while (ticks[0] > lowest) ticks.unshift(ticks[0] - step);
  return ticks;
}

const MOST_DAYS = 8;

/** The days that the axis names: evenly spaced, the first among them. */
export function dayTicks(points: readonly BurnDownPoint[]): number[] {
  const days = points.filter(({ row }) => row);
  const step = Math.max(1, Math.ceil(days.length / MOST_DAYS));
  return days.filter((_, index) => index % step === 0).map(({ time }) => time);
}

/**
 * Where on the way from the highest value down to the lowest zero lies, 0 to 1; undefined where it does not
 * lie between them.
 */
export function zeroAt(highest: number, lowest: number): number | undefined {
  return highest > 0 && lowest < 0 ? highest / (highest - lowest) : undefined;
}
