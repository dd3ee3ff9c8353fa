import { IncidentSpan, joined, overlapMs, without } from './spans';

/** Bad events of one day of an SLO, as its history holds them. @public */
export interface LedgerDay extends IncidentSpan {
  /** `YYYY-MM-DD` in the time zone of the SLO. */
  readonly day: string;
  /** null: no data. */
  readonly bad: number | null;
}

/** Bad events measured in the impact window of one incident. */
export interface MeasuredSpan extends IncidentSpan {
  /** null: no data. */
  readonly bad: number | null;
}

/** Bad events that an incident explains, and in which time. */
export interface Piece extends IncidentSpan {
  readonly bad: number;
}

const lengthOf = ({ from, to }: IncidentSpan) => to - from;

/** What of a piece lies in a span, spread evenly over the piece. */
export const badWithin = (piece: Piece, span: IncidentSpan): number =>
  (piece.bad * overlapMs(piece, span)) / lengthOf(piece);

const sum = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0);

/** Cuts spans where days meet; what lies in no day stays whole. */
function cut(spans: readonly IncidentSpan[], days: readonly LedgerDay[]) {
  return spans.flatMap(span => {
    const parts = days
      .filter(day => overlapMs(span, day) > 0)
      .map(day => ({
        from: Math.max(span.from, day.from),
        to: Math.min(span.to, day.to),
        weight: ((day.bad ?? 0) * overlapMs(span, day)) / lengthOf(day),
      }));
    const rest = without(span, joined(parts));
    return [...parts, ...rest.map(part => ({ ...part, weight: 0 }))];
  });
}

/** Spreads bad events over spans: by the bad events of their days, or evenly where those have none. */
function spread(
  bad: number,
  spans: readonly IncidentSpan[],
  days: readonly LedgerDay[],
): Piece[] {
  const parts = cut(spans, days);
  const known = sum(parts.map(({ weight }) => weight));
  const all = known > 0 ? known : sum(parts.map(lengthOf));
  return parts.map(part => ({
    from: part.from,
    to: part.to,
    bad: (bad * (known > 0 ? part.weight : lengthOf(part))) / all,
  }));
}

/**
 * Shares bad events out to times, each event once: where incidents overlap, the shorter one, which tells more
 * exactly when, comes first, and a longer one adds only what it has more, outside of that.
 */
export function attribute(
  spends: readonly MeasuredSpan[],
  days: readonly LedgerDay[],
): Piece[] {
  const pieces: Piece[] = [];
  const measured = spends.filter(
    (spend): spend is Piece => spend.bad !== null && spend.from < spend.to,
  );
  for (const spend of measured.sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const already = sum(pieces.map(piece => badWithin(piece, spend)));
    const more = spend.bad - already;
    if (more <= 0) continue;
    const free = without(spend, joined(pieces));
    pieces.push(...spread(more, free.length > 0 ? free : [spend], days));
  }
  return pieces;
}
