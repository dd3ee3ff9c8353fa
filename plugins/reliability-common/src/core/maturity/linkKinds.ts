import { LinkKind, linkKinds } from '../facts/factCatalogue';

/** A link of a catalog entity. @public */
export interface EntityLink {
  readonly url: string;
  readonly title?: string;
  readonly type?: string;
}

const kinds = Object.entries(linkKinds) as [LinkKind, readonly string[]][];

const hasWord = (text: string, word: string) =>
  new RegExp(`(^|[^a-z])${word}s?([^a-z]|$)`).test(text);

/**
 * The kind of a link: by its `type` where it has one that is known, else by the words of its title,
 * singular or plural. Undefined for any other link.
 *
 * @public
 */
export function linkKindOf(link: EntityLink): LinkKind | undefined {
  const type = link.type?.trim().toLowerCase();
  const byType = kinds.find(([, words]) =>
    words.some(word => type === word || type === `${word}s`),
  );
  if (byType) return byType[0];
  const title = link.title?.toLowerCase() ?? '';
  return kinds.find(([, words]) =>
    words.some(word => hasWord(title, word)),
  )?.[0];
}

/** How many links there are of each kind, and in all. @public */
export function countLinks(
  links: readonly EntityLink[],
): Record<LinkKind | 'total', number> {
  const counts = Object.fromEntries(kinds.map(([kind]) => [kind, 0])) as Record<
    LinkKind,
    number
  >;
  for (const link of links) {
    const kind = linkKindOf(link);
    if (kind) counts[kind] += 1;
  }
  return { ...counts, total: links.length };
}
