/** A link as a table holds it. */
export interface EvidenceLink {
  readonly title: string;
  readonly url: string;
}

/** Longest title of a link; that of one without a title is its address. */
const MAX_TITLE = 200;

const PLAIN = /https?:\/\/[^\s;<>\\]+/iy;
const TITLED = /((?:\\.|[^\\<;])*)<((?:\\.|[^\\>])*)>/sy;
const BETWEEN = /[\s;]*/y;

const isPlain = (text: string) =>
  new RegExp(`^(?:${PLAIN.source})$`, 'i').test(text);

/** What would end a title or an address takes a backslash before it, and so does a title that looks like one. */
const escapeTitle = (title: string) =>
  title.replace(/[\\<;]/g, '\\$&').replace(/^https?:/i, '\\$&');
const escapeUrl = (url: string) => url.replace(/[\\>]/g, '\\$&');
const unescape = (text: string) => text.replace(/\\(.)/gs, '$1');

const titleOf = (url: string) => url.slice(0, MAX_TITLE);

/** Links in one cell: `Title <https://…>`, or the address alone where it is the title; separated by `; `. */
export function writeEvidence(links: readonly EvidenceLink[]): string {
  return links
    .map(({ title, url }) =>
      title === titleOf(url) && isPlain(url)
        ? url
        : `${escapeTitle(title)} <${escapeUrl(url)}>`,
    )
    .join('; ');
}

/**
 * Reads what {@link writeEvidence} writes and what people write: also plain links with spaces between them.
 * Whether the addresses are links is not asked here. `undefined`: it cannot be read.
 */
export function readEvidence(text: string): EvidenceLink[] | undefined {
  const links: EvidenceLink[] = [];
  let position = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match) position = pattern.lastIndex;
    return match;
  };
  take(BETWEEN);
  while (position < text.length) {
    const plain = take(PLAIN);
    const titled = plain ? null : take(TITLED);
    if (plain) links.push({ title: titleOf(plain[0]), url: plain[0] });
    else if (titled) {
      const url = unescape(titled[2]).trim();
      links.push({ title: unescape(titled[1]).trim() || titleOf(url), url });
    } else return undefined;
    take(BETWEEN);
  }
  return links;
}
