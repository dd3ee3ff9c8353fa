import { ProviderError } from './ProviderError';
import { ProviderClient, ProviderPagesOptions } from './ProviderHttp';

const DEFAULT_MAX_PAGES = 200;

/**
 * All pages of a list; items that an earlier page had are left out, as lists move while they are read.
 *
 * @throws ProviderError `endless`
 */
export async function* readPages<T>(
  account: string,
  get: ProviderClient['get'],
  path: string,
  options: ProviderPagesOptions<T>,
): AsyncIterable<readonly T[]> {
  const { first, read, key, maxPages = DEFAULT_MAX_PAGES, signal } = options;
  const endless = (why: string) =>
    new ProviderError(
      'endless',
      `Account "${account}" does not come to an end with a list: ${why}.`,
    );
  const asked = new Set<string>();
  const seen = new Set<string>();
  let query = first;
  for (let page = 1; ; page += 1) {
    if (page > maxPages) throw endless(`more than ${maxPages} pages`);
    const request = JSON.stringify(query ?? {});
    if (asked.has(request))
      throw endless('a page names an earlier one as next');
    asked.add(request);
    const { items, next } = read(await get(path, { query, signal }));
    const fresh = items.filter(item => !seen.has(key(item)));
    if (next && items.length > 0 && fresh.length === 0) {
      throw endless('a page repeats earlier ones');
    }
    for (const item of fresh) seen.add(key(item));
    if (fresh.length > 0) yield fresh;
    if (!next) return;
    query = next;
  }
}
