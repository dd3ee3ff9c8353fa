import { balances, NOISE } from './balances';
import { LedgerDay, LedgerSpend } from './ledger';
import { IncidentSpan, overlapMs } from './spans';

/** What dark burns are found from. @public */
export interface DarkBurnInput {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Days of the window, in order. */
  readonly days: readonly LedgerDay[];
  readonly spends: readonly Pick<LedgerSpend, 'from' | 'to' | 'bad'>[];
  /** Impact windows of incidents that were not measured to their end: what they spent may explain it yet. */
  readonly unmeasured: readonly IncidentSpan[];
  /** Bad events that the window allows. */
  readonly budget: number | null;
  /** Share of the budget from which on a day is worth a look. */
  readonly leastShare: number;
}

/** A day that spent budget without an incident. @public */
export interface DarkBurn extends IncidentSpan {
  readonly day: string;
  /** Events outside of incidents. */
  readonly bad: number;
  readonly share: number;
}

/**
 * Closed days in which at least some share of the window's budget went and no incident explains it. A day waits
 * while an incident of it is not measured.
 *
 * @public
 */
export function darkBurns(input: DarkBurnInput): DarkBurn[] {
  const { now, days, spends, unmeasured, budget, leastShare } = input;
  if (budget === null || budget <= 0) return [];
  const closed = days.filter(
    day =>
      day.to <= now && !unmeasured.some(window => overlapMs(window, day) > 0),
  );
  const all = { from: -Infinity, to: now };
  return balances(days, spends, all)
    .filter(({ day }) => closed.includes(day))
    .map(({ day, bad, explained }) => ({
      day: day.day,
      from: day.from,
      to: day.to,
      bad: bad - explained,
      share: (bad - explained) / budget,
    }))
    .filter(({ share }) => share + NOISE >= leastShare);
}

/** What one objective of a service says about an incident. @public */
export interface MeasuredSpend {
  readonly entityRef: string;
  readonly sloId: string;
  readonly objectiveId: string;
  /** Of the budget; null: no data. */
  readonly share: number | null;
  /** Whether it is over and measured to its end. */
  readonly final: boolean;
}

/** A service whose objectives did not feel what customers felt. @public */
export interface BlindSpot {
  readonly entityRef: string;
  /** The objective that felt most of it. */
  readonly sloId: string;
  readonly objectiveId: string;
  readonly share: number;
}

/** Shorter impact may hide between two samples. */
const LEAST_IMPACT_MS = 5 * 60_000;
/** Less of a budget than this is nothing felt. */
const UNFELT_SHARE = 0.001;

/**
 * Services whose objectives all spent less than a thousandth of their budget in an incident that customers felt
 * for five minutes or more. A service waits until all its objectives are measured finally; objectives without data
 * say nothing.
 *
 * @param incident - one that counts for figures
 * @param impact - its impact window
 * @param spends - of all objectives of its services
 * @public
 */
export function blindSpots(
  { customerImpact }: { readonly customerImpact: boolean | null },
  impact: IncidentSpan,
  spends: readonly MeasuredSpend[],
): BlindSpot[] {
  if (customerImpact !== true || impact.to - impact.from < LEAST_IMPACT_MS) {
    return [];
  }
  const services = new Set(spends.map(({ entityRef }) => entityRef));
  return [...services].flatMap(entityRef => {
    const own = spends.filter(spend => spend.entityRef === entityRef);
    const felt = own.flatMap(({ share, sloId, objectiveId }) =>
      share === null ? [] : { entityRef, sloId, objectiveId, share },
    );
    if (!own.every(({ final }) => final) || felt.length === 0) return [];
    const [most] = felt.sort((a, b) => b.share - a.share);
    return most.share < UNFELT_SHARE ? most : [];
  });
}
