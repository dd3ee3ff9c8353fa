import { LedgerDay } from './attribution';
import { balances, DayBalance, NOISE } from './balances';
import { IncidentSpan, overlapMs } from './spans';

export type { LedgerDay } from './attribution';

/** What one incident took out of the budget. @public */
export interface LedgerSpend extends IncidentSpan {
  readonly incidentId: string;
  readonly title: string;
  /** Events; null: no data, or not measured yet. */
  readonly bad: number | null;
  /** Of the budget, 1: all of it; null as `bad`. */
  readonly share: number | null;
}

/** A time that does not count. @public */
export interface LedgerCorrection extends IncidentSpan {
  readonly title: string;
  /** Bad events that it took out; null: nobody measured them. */
  readonly bad: number | null;
}

/** A review item that a line is about. @public */
export interface LedgerReview extends IncidentSpan {
  readonly id: string;
  /** null: of a dark burn. */
  readonly incidentId: string | null;
}

/** What a ledger is made of. @public */
export interface LedgerInput {
  readonly window: IncidentSpan;
  /** Bad events that the window allows: (1 - target) × its events; null: no data. */
  readonly budget: number | null;
  /** Share of the budget that is spent, as evaluated; null: no data. */
  readonly spent: number | null;
  /** Days that reach into the window, in order; `to` of one that goes on is now. */
  readonly days: readonly LedgerDay[];
  readonly spends: readonly LedgerSpend[];
  readonly corrections: readonly LedgerCorrection[];
  /** Share of the budget that all corrections together gave back: spent without them less `spent`; null: not known. */
  readonly givenBack?: number | null;
  readonly reviews?: readonly LedgerReview[];
}

/** One line of a ledger. @public */
export interface LedgerEntry extends IncidentSpan {
  readonly kind: 'incident' | 'correction' | 'unexplained';
  readonly title: string;
  readonly incidentId: string | null;
  readonly reviewId: string | null;
  readonly bad: number | null;
  /** Of the budget; of a correction what it gave back, negative. */
  readonly share: number | null;
}

/** Where the budget of a window went. @public */
export interface Ledger {
  /** Share of the budget; null: no data. */
  readonly explained: number | null;
  readonly unexplained: number | null;
  /** The newest first. */
  readonly lines: LedgerEntry[];
}

const shareOf = (bad: number | null, budget: number | null) =>
  bad === null || budget === null || budget <= 0 ? null : bad / budget;

function incidentLines(input: LedgerInput): LedgerEntry[] {
  const reviews = input.reviews ?? [];
  return input.spends
    .filter(spend => overlapMs(spend, input.window) > 0)
    .map(({ from, to, title, incidentId, bad, share }) => ({
      kind: 'incident',
      from,
      to,
      title,
      incidentId,
      reviewId:
        reviews.find(review => review.incidentId === incidentId)?.id ?? null,
      bad,
      share,
    }));
}

/** What one correction gave back cannot be told from what others did, unless it was measured. */
function correctionLines(input: LedgerInput): LedgerEntry[] {
  const { budget, window, givenBack = null } = input;
  const within = input.corrections.filter(
    correction => overlapMs(correction, window) > 0,
  );
  return within.map(({ from, to, title, bad }) => {
    const alone = within.length === 1 ? givenBack : null;
    const share = shareOf(bad, budget) ?? alone;
    return {
      kind: 'correction',
      from,
      to,
      title,
      incidentId: null,
      reviewId: null,
      bad,
      share: share === null ? null : 0 - share,
    };
  });
}

function unexplainedLines(
  days: readonly DayBalance[],
  { budget, reviews = [] }: LedgerInput,
): LedgerEntry[] {
  return days.flatMap(({ day, span, bad, explained }) => {
    const left = bad - explained;
    if (left <= NOISE * Math.max(1, bad)) return [];
    const review = reviews.find(
      ({ incidentId, from }) => incidentId === null && from === day.from,
    );
    return {
      ...span,
      kind: 'unexplained' as const,
      title: `Outside of incidents on ${day.day}`,
      incidentId: null,
      reviewId: review?.id ?? null,
      bad: left,
      share: shareOf(left, budget),
    };
  });
}

/**
 * Where the error budget of one window went. Each incident has its own line with all bad events of its impact
 * window, so that an event counts for each of the incidents that overlap. The total counts it about once: of
 * incidents that overlap the longer one adds only what it has more, spread over its days by their bad events; and
 * no day explains more than it had. What is explained and what is not are together exactly what is spent. Of a
 * day that reaches out of the window the part inside counts as evenly spread.
 *
 * @public
 */
export function ledger(input: LedgerInput): Ledger {
  const { budget, spent, window } = input;
  const days = balances(input.days, input.spends, window);
  const told = shareOf(
    days.reduce((sum, { explained }) => sum + explained, 0),
    budget,
  );
  const explained =
    spent === null || told === null ? null : Math.min(Math.max(0, spent), told);
  const lines = [
    ...incidentLines(input),
    ...correctionLines(input),
    ...unexplainedLines(days, input),
  ];
  return {
    explained,
    unexplained:
      spent === null || explained === null
        ? null
        : Math.max(0, spent - explained),
    lines: lines.sort((a, b) => b.from - a.from || b.to - a.to),
  };
}
