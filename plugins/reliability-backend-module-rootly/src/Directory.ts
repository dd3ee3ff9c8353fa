import {
  concernsOneRotation,
  ProviderError,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Named } from './answers';
import { RootlyClient, RootlyList } from './RootlyClient';

/** Longer than a read in parts takes, shorter than the time between two syncs. */
const KEEP_MS = 60_000;

const ONE: Readonly<Record<RootlyList, string>> = {
  services: 'service',
  teams: 'team',
  schedules: 'schedule',
  escalation_policies: 'escalation policy',
};

/** Ids of Rootly. What is none may be a slug or a name. */
export const ID = /^[A-Za-z0-9-]{1,64}$/;

const hidden = ({ failure }: ProviderError) =>
  failure === 'forbidden' || failure === 'not-found';

/** Names, and which policy pages for what. */
export class Directory {
  private readonly kept = new Map<
    RootlyList,
    { at: number; items: readonly Named[] }
  >();

  constructor(
    private readonly client: RootlyClient,
    private readonly runtime: ProviderRuntime,
    private readonly account: string,
  ) {}

  /**
   * A whole list.
   *
   * @returns undefined when the token may not read it
   * @throws ProviderError
   */
  async all(
    list: RootlyList,
    signal: AbortSignal,
  ): Promise<readonly Named[] | undefined> {
    const kept = this.kept.get(list);
    const now = this.runtime.now();
    if (kept && kept.at > now - KEEP_MS) return kept.items;
    try {
      const items = await this.client.list(list, signal);
      this.kept.set(list, { at: now, items });
      return items;
    } catch (error) {
      if (!concernsOneRotation(error) || !hidden(error)) throw error;
      return undefined;
    }
  }

  /**
   * What ids, slugs or names stand for. An id goes before a slug, and that before a name. What the token may not
   * list is found by its id only, without a name.
   *
   * @throws ProviderError when the account as a whole gives no answer
   */
  async find(
    list: RootlyList,
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Named | ProviderError>> {
    if (texts.length === 0) return new Map();
    let items: readonly Named[] | undefined;
    try {
      items = await this.all(list, signal);
    } catch (error) {
      if (!concernsOneRotation(error)) throw error;
      return new Map(texts.map(text => [text, error]));
    }
    if (!items) {
      return new Map(texts.map(text => [text, this.unlisted(list, text)]));
    }
    const by = (key: 'id' | 'slug' | 'name') => {
      const found = new Map<string, Named[]>();
      for (const item of items) {
        const text = item[key];
        if (text) found.set(text, [...(found.get(text) ?? []), item]);
      }
      return found;
    };
    const indexes = [by('id'), by('slug'), by('name')];
    return new Map(
      texts.map(text => {
        const matches = indexes.map(each => each.get(text)).find(Boolean) ?? [];
        return [text, this.only(list, text, matches)];
      }),
    );
  }

  private only(
    list: RootlyList,
    text: string,
    [first, second]: readonly Named[],
  ): Named | ProviderError {
    const shown = `"${text.slice(0, 80)}"`;
    if (!first) {
      return new ProviderError(
        'not-found',
        `Account "${this.account}" has no ${ONE[list]} ${shown}. Was it deleted or renamed, or is it of another account?`,
      );
    }
    if (!second) return first;
    return new ProviderError(
      'refused',
      `Account "${this.account}" has more than one ${ONE[list]} ${shown}. Name its id.`,
    );
  }

  private unlisted(list: RootlyList, text: string): Named | ProviderError {
    if (ID.test(text)) return { id: text, services: [], teams: [], owners: [] };
    return new ProviderError(
      'forbidden',
      `Account "${this.account}" may not list ${ONE[list]} names. Allow it, or name ids.`,
    );
  }
}
