const MINUTES_PER_DAY = 24 * 60;

/** The days over which an error budget is told. */
export const BUDGET_DAYS = 30;

/**
 * The minutes in 30 days for which a service may fail under an availability objective. The objective goes
 * through whole parts per million, so that 99.95 gives 21.6 and not 21.599999999.
 */
export function errorBudgetMinutes(percent: number): number {
  const ppm = Math.round((100 - percent) * 10_000);
  return (ppm * BUDGET_DAYS * MINUTES_PER_DAY) / 1_000_000;
}
