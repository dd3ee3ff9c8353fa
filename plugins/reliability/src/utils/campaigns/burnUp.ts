import type { CampaignProgressResponse } from '@plimsoll/backstage-plugin-reliability-common';

/** A place in a chart, in percent from the left and from the top. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** The lines of a burn-up. */
export interface BurnUp {
  readonly from: string;
  readonly to: string;
  /** Services at the top of the chart. */
  readonly most: number;
  readonly done: readonly ChartPoint[];
  readonly scope: readonly ChartPoint[];
  readonly ideal: readonly ChartPoint[];
  readonly projection: readonly ChartPoint[];
  /** Percent from the left. */
  readonly due: number;
}

/** Part of the height that is left free at the top, for the line of the scope. */
const HEADROOM = 1.08;

/**
 * The lines of a burn-up, or nothing where nothing was measured. It reaches from the first measured day to the last
 * day of the campaign, or to the last measured one where that is later.
 */
export function burnUpOf(
  { days, ideal, projection }: CampaignProgressResponse,
  dueAt: string,
): BurnUp | undefined {
  const [first] = days;
  const last = days[days.length - 1];
  if (!first) return undefined;
  const to = last.day > dueAt ? last.day : dueAt;
  const begin = Date.parse(first.day);
  const length = Math.max(1, Date.parse(to) - begin);
  const most = Math.max(1, ...days.map(({ total }) => total));
  const x = (day: string) => (100 * (Date.parse(day) - begin)) / length;
  const y = (count: number) => 100 - (100 * count) / (most * HEADROOM);
  const goal = last.total - last.exempt;
  const ends = () => {
    if (projection?.kind !== 'on-time' && projection?.kind !== 'late') {
      return [];
    }
    const start = { x: x(last.day), y: y(last.done) };
    const { doneOn } = projection;
    if (doneOn !== null && doneOn <= to) {
      return [start, { x: x(doneOn), y: y(goal) }];
    }
    const short = projection.kind === 'late' ? projection.short : 0;
    return [start, { x: x(to), y: y(goal - short) }];
  };
  return {
    from: first.day,
    to,
    most,
    done: days.map(({ day, done }) => ({ x: x(day), y: y(done) })),
    scope: days.map(({ day, total, exempt }) => ({
      x: x(day),
      y: y(total - exempt),
    })),
    ideal: ideal.map(({ day, done }) => ({ x: x(day), y: y(done) })),
    projection: ends(),
    due: x(dueAt),
  };
}
