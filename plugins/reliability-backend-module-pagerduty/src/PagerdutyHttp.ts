import {
  AccountSchema,
  createProviderHttp,
  ProviderClient,
  ProviderHealth,
  ProviderReply,
  ProviderRequest,
  ProviderRuntime,
  rateLimitSeconds,
  readAnswer,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

/** Items of one page; no list has larger ones. */
export const PAGE = 100;
/** No list goes beyond 10,000 items. */
const MAX_PAGES = 100;

/** How an account is reached. */
export interface PagerdutyAccess {
  readonly name: string;
  readonly apiToken: string;
  readonly baseUrl: string;
}

/** A list, and how its items are told apart. */
export interface PagerdutyListing {
  readonly path: string;
  /** The key of the items in the answer. */
  readonly name: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Equal for an item that a later page has again. */
  readonly key: (item: unknown) => string;
  /** Items that are skipped; default: none. */
  readonly offset?: number;
}

/** Items that are not parsed yet. */
export interface PagerdutyPage {
  readonly items: readonly unknown[];
  /** Offset of the next page; absent: this was the last. */
  readonly next?: number;
}

/** What an item is called; for `PagerdutyListing.key`. */
export const idKey = (item: unknown): string =>
  `${(item as { id?: unknown } | null)?.id ?? JSON.stringify(item)}`;

/** One account at PagerDuty over HTTP. @throws ProviderError, in each method */
export class PagerdutyHttp {
  private readonly http: ProviderClient;

  constructor(
    private readonly access: PagerdutyAccess,
    runtime: ProviderRuntime,
  ) {
    this.http = createProviderHttp({
      account: access.name,
      baseUrl: access.baseUrl,
      headers: () => ({
        authorization: `Token token=${access.apiToken}`,
        accept: 'application/vnd.pagerduty+json;version=2',
      }),
      rateLimit: rateLimitSeconds({
        remaining: 'ratelimit-remaining',
        reset: 'ratelimit-reset',
      }),
      runtime,
    });
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** What stands in an answer under a name. */
  async inner<T extends z.ZodType>(
    path: string,
    name: string,
    schema: T,
    request: ProviderRequest,
  ): Promise<z.output<T>> {
    const reply = await this.http.get(path, request);
    const body = this.parsed(reply, z.object({ [name]: schema }));
    return (body as Record<string, z.output<T>>)[name];
  }

  /** A list, page by page; pages without new items are left out. */
  async *pages(
    { path, name, query, key, offset = 0 }: PagerdutyListing,
    signal: AbortSignal,
  ): AsyncIterable<PagerdutyPage> {
    const schema = z.object({
      [name]: z.array(z.unknown()),
      more: z.boolean().nullish(),
    });
    const place = { at: offset, more: false };
    const ask = () => ({ ...query, limit: PAGE, offset: place.at });
    const pages = this.http.pages<unknown>(path, {
      first: ask(),
      read: reply => {
        const body = this.parsed(reply, schema) as Record<string, unknown>;
        place.at += PAGE;
        place.more = body.more === true;
        return {
          items: body[name] as unknown[],
          next: place.more ? ask() : undefined,
        };
      },
      key,
      maxPages: MAX_PAGES,
      signal,
    });
    for await (const items of pages) {
      yield { items, ...(place.more && { next: place.at }) };
    }
  }

  private parsed<T>({ body }: ProviderReply, schema: AccountSchema<T>): T {
    const { name: account } = this.access;
    return readAnswer(body, schema, { account, vendor: 'PagerDuty' });
  }
}
