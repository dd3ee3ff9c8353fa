/** Text of somebody else inside a line: no mark of it means anything, and it stays in its line. */
export const inline = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&!|~#]/g, mark => `\\${mark}`)
    // These mean something only where a line begins.
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** A link, where the address is one that a person may follow; otherwise its text. */
export function linkTo(title: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\//i.test(url)) return inline(title);
  const address = url.replace(/[\s<>\\]/g, encodeURIComponent);
  return `[${inline(title)}](<${address}>)`;
}

/** `2026-11-20 12:00`, in UTC. */
export const utc = (at: number): string =>
  new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const UNITS: readonly (readonly [number, string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
];

/** `1 h 20 min`; less than a minute is `0 min`. */
export function lengthText(ms: number): string {
  let rest = Math.max(0, ms);
  const parts = UNITS.flatMap(([unit, name]) => {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    return count > 0 ? `${count} ${name}` : [];
  });
  return parts.length > 0 ? parts.join(' ') : '0 min';
}
