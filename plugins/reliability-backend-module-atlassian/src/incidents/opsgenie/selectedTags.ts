const MOST = 100;
const LONGEST = 255;

/** One term of a query: `tag:x`, `tag: "x y"`, `tags:x`. */
const TERM =
  /^tags?\s*:\s*(?:"([^"\\]+)"|([^\s"():*\\]+(?::[^\s"():*\\]+)*))$/i;

/**
 * Tags that a query of alerts names, as far as it is only a list of tags, with commas or OR. Anything else is a
 * query, which is not understood here.
 */
export function selectedTags(query: string | undefined): string[] {
  if (!query || query.length > MOST * LONGEST) return [];
  const terms = query.split(/\s+OR\s+|,/i).map(term => term.trim());
  const tags = terms.map(term => {
    const [, quoted, bare] = TERM.exec(term) ?? [];
    return (quoted ?? bare)?.trim();
  });
  const isList = tags.every(tag => tag && tag.length <= LONGEST);
  return isList ? [...new Set(tags as string[])].slice(0, MOST) : [];
}
