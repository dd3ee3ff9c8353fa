const MONTHS = 24;

/** The UTC month of a time: `2026-11`. */
const monthOf = (time: Date) => time.toISOString().slice(0, 7);

const back = (now: Date, count: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1));

/** The last month that is over. */
export const monthBefore = (now: Date): string => monthOf(back(now, 1));

/** This month and those before it, the newest first; `chosen` is among them whatever it is. */
export function lastMonths(
  now: Date,
  chosen: string,
  language: string,
): { id: string; title: string }[] {
  const words = new Intl.DateTimeFormat(language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const months = Array.from({ length: MONTHS }, (_, count) => {
    const first = back(now, count);
    return { id: monthOf(first), title: words.format(first) };
  });
  return months.some(({ id }) => id === chosen)
    ? months
    : [...months, { id: chosen, title: chosen }];
}
