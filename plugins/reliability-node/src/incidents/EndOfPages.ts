import { ProviderError } from '../http/ProviderError';

/** What was read until then is stored: the next read goes on from there. */
const MAX_PAGES = 250;

/** Notices a list that does not come to an end, read page by page over several calls. @public */
export class EndOfPages {
  private readonly ids = new Set<string>();
  private readonly afters = new Set<string>();
  private pages = 0;

  constructor(private readonly account: string) {}

  /**
   * @param ids - of the items of a page
   * @param after - what asks for the next one; `true`: there is one; undefined or false: this was the last
   * @returns whether an item was on no page before
   * @throws ProviderError `endless`
   */
  check(
    ids: readonly string[],
    after: string | boolean | undefined,
  ): (id: string) => boolean {
    this.pages += 1;
    const fresh = new Set(ids.filter(id => !this.ids.has(id)));
    for (const id of ids) this.ids.add(id);
    if (after) this.goOn(after, ids.length > 0 && fresh.size === 0);
    return id => fresh.has(id);
  }

  private goOn(after: string | true, isOld: boolean): void {
    if (isOld) throw this.endless('a page repeats earlier ones');
    if (after !== true) {
      if (this.afters.has(after)) {
        throw this.endless('a page names an earlier one as next');
      }
      this.afters.add(after);
    }
    if (this.pages >= MAX_PAGES) throw this.endless(`${MAX_PAGES} pages`);
  }

  private endless(why: string): ProviderError {
    return new ProviderError(
      'endless',
      `Account "${this.account}" does not come to an end with a list: ${why}.`,
    );
  }
}
