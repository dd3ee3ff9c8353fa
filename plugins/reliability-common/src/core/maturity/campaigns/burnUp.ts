import { CampaignTotals, campaignLeft } from './progress';

/** One measured day of a campaign; the day as YYYY-MM-DD, in UTC. @public */
export interface CampaignDayTotals extends Omit<CampaignTotals, 'open'> {
  readonly day: string;
}

/** When a campaign is done at the pace of the last days. @public */
export type CampaignProjection =
  | { readonly kind: 'empty' }
  | { readonly kind: 'done' }
  | {
      readonly kind: 'too-early';
      /** Days that were measured, and that a pace needs. */
      readonly days: number;
      readonly needed: number;
    }
  | { readonly kind: 'no-pace'; readonly left: number; readonly days: number }
  | {
      readonly kind: 'on-time';
      readonly doneOn: string;
      readonly left: number;
      /** Services done in a week at this pace, to one decimal. */
      readonly perWeek: number;
      /** Days from which the pace is. */
      readonly days: number;
    }
  | {
      readonly kind: 'late';
      /** null: in more than ten years. */
      readonly doneOn: string | null;
      readonly left: number;
      /** Services that are missing on the last day. */
      readonly short: number;
      readonly perWeek: number;
      readonly days: number;
    };

const DAY = 24 * 60 * 60 * 1000;
/** The pace is that of so many days, and needs so many at least. */
const PACE_DAYS = 14;
const LEAST_DAYS = 7;
const MOST_DAYS = 3650;

const at = (day: string) => Date.parse(day);
const between = (from: string, to: string) =>
  Math.round((at(to) - at(from)) / DAY);

/** The UTC day so many days later. */
const dayAfter = (day: string, days: number): string =>
  new Date(at(day) + days * DAY).toISOString().slice(0, 10);

/**
 * When a campaign is done if it goes on as in the last 14 days: pace = services that became done in them ÷ the days;
 * done on = last measured day + left ÷ pace, where left = total − done − exempt. Says nothing on fewer than 7 days or
 * where nothing became done. `short` = left − pace × days until the last day, rounded up.
 *
 * @param days - measured days, oldest first; days may be missing
 * @param dueAt - the last day
 *
 * @public
 */
export function projectCampaign(
  days: readonly CampaignDayTotals[],
  dueAt: string,
): CampaignProjection {
  const last = days[days.length - 1];
  if (!last || last.total === 0) return { kind: 'empty' };
  const left = campaignLeft(last);
  if (left === 0) return { kind: 'done' };
  const from = dayAfter(last.day, -PACE_DAYS);
  const first = days.find(({ day }) => day >= from) ?? last;
  const span = between(first.day, last.day);
  if (span < LEAST_DAYS) {
    return { kind: 'too-early', days: span, needed: LEAST_DAYS };
  }
  const gained = last.done - first.done;
  if (gained <= 0) return { kind: 'no-pace', left, days: span };
  const perWeek = Math.round((gained * 70) / span) / 10;
  // Whole numbers are divided last, so that a day that comes out even is not missed by a rounding.
  const needed = Math.ceil((left * span) / gained);
  const doneOn = needed > MOST_DAYS ? null : dayAfter(last.day, needed);
  if (doneOn !== null && doneOn <= dueAt) {
    return { kind: 'on-time', doneOn, left, perWeek, days: span };
  }
  const remaining = Math.max(0, between(last.day, dueAt));
  const short = left - Math.floor((gained * remaining) / span);
  return { kind: 'late', doneOn, left, short, perWeek, days: span };
}

/**
 * A straight line from the first measured day to everything done on the last day, as its two ends; none without a
 * measured day before the last one. Everything: what is in scope at the end of the measure and not exempt.
 *
 * @public
 */
export function idealLine(
  days: readonly CampaignDayTotals[],
  dueAt: string,
): { readonly day: string; readonly done: number }[] {
  const [first] = days;
  const last = days[days.length - 1];
  if (!first || first.day >= dueAt) return [];
  return [
    { day: first.day, done: first.done },
    { day: dueAt, done: last.total - last.exempt },
  ];
}
