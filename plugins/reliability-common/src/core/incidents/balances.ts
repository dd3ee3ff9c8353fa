import { attribute, badWithin, LedgerDay, MeasuredSpan } from './attribution';
import { IncidentSpan } from './spans';

/** Bad events of one day inside the window, and how many of them incidents explain. */
export interface DayBalance {
  readonly day: LedgerDay;
  readonly span: IncidentSpan;
  readonly bad: number;
  readonly explained: number;
}

/** Less than this is left over by rounding. */
export const NOISE = 1e-9;

/** The days that reach into a window, with what incidents explain of each; those without data left out. */
export function balances(
  days: readonly LedgerDay[],
  spends: readonly MeasuredSpan[],
  window: IncidentSpan,
): DayBalance[] {
  const pieces = attribute(spends, days);
  return days.flatMap(day => {
    const from = Math.max(day.from, window.from);
    // The day that goes on has its bad events so far, not a share of those of a whole day.
    const to = Math.min(day.to, window.to);
    if (from >= to || day.bad === null) return [];
    const bad = (day.bad * (to - from)) / (to - day.from);
    const span = { from, to };
    const told = pieces.reduce((sum, piece) => sum + badWithin(piece, span), 0);
    return { day, span, bad, explained: Math.min(bad, told) };
  });
}
