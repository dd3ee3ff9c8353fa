import { SloDuration } from '../slo';

const MINUTE = 60_000;
const FIXED = { d: 1440 * MINUTE, h: 60 * MINUTE, m: MINUTE } as const;

/** What a duration looks like, for messages. */
export const DURATION_HELP =
  'a whole number and one of m (minute), h, d, w, M (month), Q, Y, such as 5m, 30d or 1M';

const DURATION = /^(\d{1,6})([mhdwMQY])$/;

/** Reads `30d`; undefined when it is none. Case matters: `1m` is a minute, `1M` a month. */
export function parseSloDuration(text: string): SloDuration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  return { count: Number(match[1]), unit: match[2] as SloDuration['unit'] };
}

/** Whole minutes in the largest unit of fixed length that fits: `90m`, `2h`, `1d`. */
export function lengthText(ms: number): string {
  const unit =
    ms > 0 ? (['d', 'h'] as const).find(u => ms % FIXED[u] === 0) : undefined;
  return `${ms / FIXED[unit ?? 'm']}${unit ?? 'm'}`;
}
