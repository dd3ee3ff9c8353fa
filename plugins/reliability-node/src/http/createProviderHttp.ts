import pLimit from 'p-limit';
import { ProviderHealth } from '../oncallProvider';
import { Circuit } from './Circuit';
import { retryAfter } from './limits';
import { failureOfStatus, statusError } from './messages';
import { Patience, Pause } from './Pause';
import { ProviderError } from './ProviderError';
import {
  ProviderClient,
  ProviderHttpOptions,
  ProviderPagesOptions,
  ProviderReply,
  ProviderRequest,
  RateLimit,
} from './ProviderHttp';
import { ProviderMetrics } from './ProviderMetrics';
import { readPages } from './readPages';
import { backoffMs, countsForCircuit, mayPass } from './retry';
import { addressOf, RawReply, tryOnce } from './transport';

class ProviderHttp implements ProviderClient {
  private readonly limit: ReturnType<typeof pLimit>;
  private readonly circuit: Circuit;
  private readonly pause: Pause;
  private readonly metrics: ProviderMetrics;
  private requests = 0;
  private failures = 0;
  private remaining: number | null = null;
  private lastSuccessAt: number | null = null;
  private lastError: string | null = null;
  private failing = false;
  /** When there are more calls, as last told; milliseconds since the epoch. */
  private resetAt = 0;

  constructor(private readonly options: ProviderHttpOptions) {
    this.limit = pLimit(options.concurrency ?? 2);
    this.circuit = new Circuit(options.runtime.now);
    this.metrics = new ProviderMetrics(options);
    this.pause = new Pause(options.account, options.runtime, this.metrics);
  }

  async get(path: string, request: ProviderRequest): Promise<ProviderReply> {
    const { status, headers, text } = await this.read(path, request);
    try {
      const body = JSON.parse(text);
      this.metrics.ended('ok');
      return { status, headers, body };
    } catch {
      this.metrics.ended('bad-answer');
      throw this.noted(
        new ProviderError(
          'bad-answer',
          `Account "${this.options.account}" answers with something that is not JSON. Check its address in the configuration.`,
        ),
      );
    }
  }

  async getText(path: string, request: ProviderRequest): Promise<RawReply> {
    const reply = await this.read(path, request);
    this.metrics.ended('ok');
    return reply;
  }

  /** The caller tells the metrics how it liked the answer. */
  private async read(
    path: string,
    request: ProviderRequest,
  ): Promise<RawReply> {
    const { account, baseUrl, maxWaitMs = 120_000, retries = 3 } = this.options;
    const url = addressOf(account, baseUrl, path, request.query);
    const patience = { left: maxWaitMs };
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.limit(() => this.ask(url, request, patience));
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        if (attempt >= retries || !this.again(error)) throw error;
        const told = error.retryAfterMs;
        const delay = told ?? backoffMs(error.failure, attempt, this.random());
        if (error.failure === 'rate-limited') this.pause.extend(delay);
        await this.pause.wait(patience, request.signal, delay);
      }
    }
  }

  pages<T>(
    path: string,
    options: ProviderPagesOptions<T>,
  ): AsyncIterable<readonly T[]> {
    return readPages(
      this.options.account,
      (at, request) => this.get(at, request),
      path,
      options,
    );
  }

  health(): ProviderHealth {
    const paused = this.pause.pausedUntil();
    const resting = this.circuit.restsUntil();
    return {
      state: this.state(paused),
      requests: this.requests,
      failures: this.failures,
      waits: this.pause.waits(),
      remaining: this.remaining,
      lastSuccessAt: this.lastSuccessAt,
      lastError: this.lastError,
      pausedUntil:
        paused === null && resting === null
          ? null
          : Math.max(paused ?? 0, resting ?? 0),
    };
  }

  private state(paused: number | null): ProviderHealth['state'] {
    if (paused !== null) return 'limited';
    if (this.lastSuccessAt !== null && !this.failing) return 'ok';
    return this.lastError === null ? 'unknown' : 'failing';
  }

  private random(): number {
    return (this.options.runtime.random ?? Math.random)();
  }

  /** The circuit may have opened meanwhile; then the failure itself says more than that it did. */
  private again(error: ProviderError): boolean {
    return mayPass(error) && this.circuit.restsUntil() === null;
  }

  /** One try, when it is its turn. */
  private async ask(
    url: URL,
    request: ProviderRequest,
    patience: Patience,
  ): Promise<RawReply> {
    request.signal.throwIfAborted();
    await this.pause.wait(patience, request.signal);
    if (!(await this.circuit.enter())) throw this.resting();
    let settled = false;
    try {
      const reply = this.judge(await this.send(url, request));
      this.circuit.answered();
      settled = true;
      return reply;
    } catch (error) {
      const told = error instanceof ProviderError ? error : undefined;
      this.metrics.ended(told?.failure ?? 'given-up');
      if (told) {
        settled = true;
        this.settle(this.noted(told));
      }
      throw error;
    } finally {
      if (!settled) this.circuit.left();
    }
  }

  private send(url: URL, request: ProviderRequest): Promise<RawReply> {
    this.requests += 1;
    return this.metrics.timed(() => tryOnce(this.options, url, request));
  }

  private settle(error: ProviderError): void {
    if (!countsForCircuit(error)) {
      this.circuit.answered();
      return;
    }
    if (this.circuit.failed()) {
      this.options.runtime.logger.warn(
        `Left alone for a while after failures in a row: ${error.message}`,
      );
    }
  }

  /** Takes the limit out of the headers and tells a good reply from a failure. */
  private judge(reply: RawReply): RawReply {
    const { account, minRemaining = 15, runtime } = this.options;
    const limit = this.limitOf(reply.headers);
    if (limit.remaining !== undefined) this.remaining = limit.remaining;
    const failure = failureOfStatus(reply.status);
    if (failure) {
      const told =
        failure === 'rate-limited'
          ? limit.resetMs ?? this.untilReset()
          : retryAfter(reply.headers, runtime.now())?.resetMs;
      throw statusError(account, reply.status, failure, told);
    }
    if (limit.resetMs !== undefined) {
      this.resetAt = runtime.now() + limit.resetMs;
    }
    if (limit.remaining !== undefined && limit.remaining < minRemaining) {
      this.pause.extend(limit.resetMs ?? 0);
    }
    this.lastSuccessAt = runtime.now();
    this.lastError = null;
    this.failing = false;
    return reply;
  }

  /** A 429 may come without headers; then what replies before it told still holds. */
  private untilReset(): number | undefined {
    const ms = this.resetAt - this.options.runtime.now();
    return ms > 0 ? ms : undefined;
  }

  /** `Retry-After` is about this very reply, so it goes first. */
  private limitOf(headers: Headers): RateLimit {
    const now = this.options.runtime.now();
    return {
      ...this.options.rateLimit?.(headers, now),
      ...retryAfter(headers, now),
    };
  }

  private noted(error: ProviderError): ProviderError {
    if (error.failure !== 'not-found') {
      this.failures += 1;
      this.lastError = error.message;
      // One thing that is not allowed says little about an account that answered before.
      if (error.failure !== 'forbidden') this.failing = true;
    }
    return error;
  }

  private resting(): ProviderError {
    const { account, runtime } = this.options;
    const until = this.circuit.restsUntil() ?? runtime.now();
    return new ProviderError(
      'paused',
      `Account "${account}" failed several times in a row and is left alone until ${new Date(
        until,
      ).toISOString()}. Last: ${this.lastError}`,
      until - runtime.now(),
    );
  }
}

/**
 * Asks one account over HTTP, only ever with GET below the configured address: time-out, size, concurrency,
 * limits, further tries and a circuit breaker as in the options. Waits while the provider says that few calls
 * are left, and no request waits for longer than `maxWaitMs` altogether. Messages name the account and the
 * cause; never an address, a header or what was answered.
 *
 * @public
 */
export const createProviderHttp = (
  options: ProviderHttpOptions,
): ProviderClient => new ProviderHttp(options);
