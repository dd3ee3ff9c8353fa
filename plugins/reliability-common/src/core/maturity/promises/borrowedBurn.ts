import type { IncidentSpan, LedgerDay } from '../../incidents';
import { attribute, badWithin } from '../../incidents/attribution';
import { joined, overlapMs } from '../../incidents/spans';

/** An incident of something that the service depends on; milliseconds since the epoch. @public */
export interface UpstreamImpact extends IncidentSpan {
  readonly entityRef: string;
  readonly incidentId: string;
}

/** What is known of one error budget. @public */
export interface BurnInput {
  /** Bad events that the window allows; null: no data. */
  readonly allowed: number | null;
  /** Share of the budget that is spent, 1: all of it; null: no data. */
  readonly spent: number | null;
  /** The window of the SLO. */
  readonly window: IncidentSpan;
  readonly days: readonly LedgerDay[];
  /** Impact windows of the service's own incidents with their bad events; null: not measured. */
  readonly spends: readonly (IncidentSpan & { readonly bad: number | null })[];
  readonly upstream: readonly UpstreamImpact[];
}

/** Shares of an error budget, 1: all of it; null: no data. @public */
export interface BorrowedBurn {
  readonly spent: number | null;
  readonly borrowed: number | null;
  readonly own: number | null;
  readonly unexplained: number | null;
  readonly unmeasured: number;
  /** Those that overlap own incidents, the largest share first; shares of overlapping ones overlap as well. */
  readonly upstream: readonly (UpstreamImpact & { readonly share: number })[];
}

const sum = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0);

/**
 * How much of a spent error budget lies in times when something that the service depends on had an incident.
 * Only bad events of the service's own incidents are looked at, each once, spread over the incident by the bad
 * events of its days. What was spent outside of own incidents is never called borrowed, whatever happened that
 * day. Nothing is taken out of the budget.
 *
 * @public
 */
export function borrowedBurn(input: BurnInput): BorrowedBurn {
  const { allowed, spent, window, upstream } = input;
  const unmeasured = input.spends.filter(({ bad }) => bad === null).length;
  if (allowed === null || allowed <= 0 || spent === null) {
    const nothing = { borrowed: null, own: null, unexplained: null };
    return { spent, ...nothing, unmeasured, upstream: [] };
  }
  const pieces = attribute(input.spends, input.days);
  const within = (span: IncidentSpan) => {
    const from = Math.max(span.from, window.from);
    const to = Math.min(span.to, window.to);
    if (from >= to) return 0;
    return sum(pieces.map(piece => badWithin(piece, { from, to }))) / allowed;
  };
  // Measured apart, the parts may come to a little more than the whole.
  const explained = within(window);
  const scale = explained > spent ? Math.max(0, spent) / explained : 1;
  const borrowed = sum(joined(upstream).map(within)) * scale;
  return {
    spent,
    borrowed,
    own: explained * scale - borrowed,
    unexplained: Math.max(0, spent - explained),
    unmeasured,
    upstream: upstream
      .map(impact => ({ ...impact, share: within(impact) * scale }))
      .filter(
        impact =>
          impact.share > 0 &&
          input.spends.some(spend => overlapMs(spend, impact) > 0),
      )
      .sort((a, b) => b.share - a.share || a.from - b.from),
  };
}
