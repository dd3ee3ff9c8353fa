const MOST_OCTETS = 75;

/** Text as a property value holds it (RFC 5545, section 3.3.11). */
export const escaped = (text: string): string =>
  text.replace(/([\\;,])/g, '\\$1').replace(/\n/g, '\\n');

/** One line, folded so that none is longer than 75 octets; folds stand between characters. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > MOST_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n');
}

/** Lines as a file, with the line ends of RFC 5545. */
export const fileOf = (lines: readonly string[]): string =>
  lines.map(line => `${folded(line)}\r\n`).join('');

/** A time in UTC, such as `20260105T090000Z`. */
export const utc = (at: number): string =>
  new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
