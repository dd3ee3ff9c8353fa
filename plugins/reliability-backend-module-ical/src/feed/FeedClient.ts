import { promisify } from 'node:util';
import zlib from 'node:zlib';
import {
  createProviderHttp,
  ProviderClient,
  ProviderError,
  ProviderFailure,
  ProviderHealth,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { CalendarError } from '../calendar/CalendarError';
import { MOST_BYTES } from '../calendar/limits';
import { createFeedFetch } from './feedFetch';

const gzip = promisify(zlib.gzip);
const gunzip = promisify(zlib.gunzip);

const TIMEOUT_MS = 15_000;

/** A body, and what a server wants to hear to say that it did not change. */
interface Kept {
  readonly validators: Readonly<Record<string, string>>;
  readonly packed: Buffer;
}

/** One feed. */
export interface FeedAddress {
  readonly account: string;
  readonly id: string;
  /** A secret. */
  readonly url: string;
  readonly allowPrivateAddresses: boolean;
}

const ADVICE: Partial<Record<ProviderFailure, string>> = {
  unauthorized:
    'is refused by its server. Its secret address may have been renewed: put the new one into the configuration',
  forbidden:
    'is not shared by its server any more. Its secret address may have been renewed: put the new one into the configuration',
  'not-found':
    'is not there any more. Its secret address may have been renewed: put the new one into the configuration',
  'too-much': `is larger than ${
    MOST_BYTES / 1_000_000
  } MB. Let it export fewer months`,
};

function validatorsOf(headers: Headers): Record<string, string> {
  const etag = headers.get('etag');
  const modified = headers.get('last-modified');
  return {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(modified ? { 'if-modified-since': modified } : {}),
  };
}

/** Asks for one feed, and keeps its last good body for when its server says that it is still the same. */
export class FeedClient {
  private readonly http: ProviderClient;
  private kept: Kept | undefined;
  /** What is wrong with a body that came. */
  private fault: string | null = null;

  constructor(private readonly feed: FeedAddress, runtime: ProviderRuntime) {
    const { account, url, allowPrivateAddresses } = feed;
    this.http = createProviderHttp({
      account,
      baseUrl: url,
      headers: () => ({ accept: 'text/calendar, text/plain;q=0.5' }),
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MOST_BYTES,
      concurrency: 1,
      fetch: createFeedFetch({ account, allowPrivateAddresses }),
      runtime,
    });
  }

  /**
   * Reads the feed.
   *
   * @param use - understands the body, and throws CalendarError when it cannot
   * @throws ProviderError, with the feed's id in its message and never its address
   */
  async read<T>(
    signal: AbortSignal,
    use: (bytes: Uint8Array) => T,
  ): Promise<T> {
    const { account, id } = this.feed;
    this.fault = null;
    try {
      return await this.ask(signal, use);
    } catch (error) {
      if (error instanceof ProviderError) throw this.named(error);
      if (!(error instanceof CalendarError)) throw error;
      this.fault = `Feed "${id}" of account "${account}" ${error.message}`;
      throw new ProviderError(error.failure, this.fault);
    }
  }

  health(): ProviderHealth {
    const health = this.http.health();
    return this.fault === null || health.lastError !== null
      ? health
      : { ...health, state: 'failing', lastError: this.fault };
  }

  private async ask<T>(
    signal: AbortSignal,
    use: (bytes: Uint8Array) => T,
  ): Promise<T> {
    const { kept } = this;
    const reply = await this.http.getText('', {
      signal,
      headers: kept?.validators,
    });
    if (reply.status === 304 && kept) return use(await gunzip(kept.packed));
    this.kept = undefined;
    const used = use(reply.bytes);
    const validators = validatorsOf(reply.headers);
    if (Object.keys(validators).length > 0) {
      this.kept = { validators, packed: await gzip(reply.bytes) };
    }
    return used;
  }

  private named(error: ProviderError): ProviderError {
    const { account, id } = this.feed;
    const advice = ADVICE[error.failure];
    const message = advice
      ? `Feed "${id}" of account "${account}" ${advice}.`
      : `Feed "${id}": ${error.message}`;
    return new ProviderError(error.failure, message, error.retryAfterMs);
  }
}
