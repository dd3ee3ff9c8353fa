import { ProviderHealth, ProviderRuntime } from '../oncallProvider';

/** What a reply says about the calls that are left. @public */
export interface RateLimit {
  /** Calls that are left; absent: not told. */
  readonly remaining?: number;
  /** Milliseconds until there are more, or until one may try again. */
  readonly resetMs?: number;
}

/** Reads the limit out of the headers of a reply, each vendor in its own way. @public */
export type RateLimitReader = (
  headers: Headers,
  now: number,
) => RateLimit | undefined;

/** @public */
export interface ProviderHttpOptions {
  /** As configured; named in every message. */
  readonly account: string;
  /** From the configuration only. A path in it is kept. */
  readonly baseUrl: string;
  /** Credentials and media types; asked for anew with each request. */
  readonly headers: () => Record<string, string>;
  readonly rateLimit?: RateLimitReader;
  /** Of one try; milliseconds. Default 10 s. */
  readonly timeoutMs?: number;
  /** Default 5 MB. */
  readonly maxResponseBytes?: number;
  /** Requests at the same time. Default 2. */
  readonly concurrency?: number;
  /** Further tries after a failure that may pass. Default 3. */
  readonly retries?: number;
  /** With fewer calls left than this, requests wait for the reset. Default 15. */
  readonly minRemaining?: number;
  /** Longest time that one request waits for a limit before it fails. Default 2 minutes. */
  readonly maxWaitMs?: number;
  /** Sends one request, for a connection with rules of its own. Default: the global one. */
  readonly fetch?: typeof globalThis.fetch;
  readonly runtime: ProviderRuntime;
}

/** @public */
export interface ProviderReply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; the caller checks its shape. */
  readonly body: unknown;
}

/** @public */
export interface ProviderRequest {
  /** Repeated members become repeated parameters. */
  readonly query?: Readonly<
    Record<string, string | number | boolean | readonly string[] | undefined>
  >;
  readonly signal: AbortSignal;
  /** Further headers of this request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One page of a list. @public */
export interface ProviderPage<T> {
  readonly items: readonly T[];
  /** What asks for the next one; absent: this was the last. */
  readonly next?: ProviderRequest['query'];
}

/** How a list is read page by page. @public */
export interface ProviderPagesOptions<T> {
  readonly first: ProviderRequest['query'];
  readonly read: (reply: ProviderReply) => ProviderPage<T>;
  /** Equal for an item that a later page has again. */
  readonly key: (item: T) => string;
  /** Default 200. */
  readonly maxPages?: number;
  readonly signal: AbortSignal;
}

/** Asks one account over HTTP; made by `createProviderHttp`. @public */
export interface ProviderClient {
  /** @throws ProviderError */
  get(path: string, request: ProviderRequest): Promise<ProviderReply>;
  /** The body as it came, for feeds. 304 is a reply, not a failure. @throws ProviderError */
  getText(
    path: string,
    request: ProviderRequest,
  ): Promise<{
    status: number;
    headers: Headers;
    /** The bytes as UTF-8. */
    text: string;
    bytes: Uint8Array;
  }>;
  /**
   * All pages of a list, one at a time; items that an earlier page had are left out. Stops with an error at `maxPages`, and at a page whose request was
   * made before or whose items all were: a provider that pages for ever must not.
   *
   * @throws ProviderError
   */
  pages<T>(
    path: string,
    options: ProviderPagesOptions<T>,
  ): AsyncIterable<readonly T[]>;
  health(): ProviderHealth;
}
