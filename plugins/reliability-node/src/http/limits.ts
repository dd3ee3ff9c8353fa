import { RateLimit, RateLimitReader } from './ProviderHttp';

/** Names of the two headers that tell a limit. @public */
export interface RateLimitHeaders {
  readonly remaining: string;
  readonly reset: string;
}

const numberOf = (headers: Headers, name: string): number | undefined => {
  const text = headers.get(name)?.trim();
  if (!text) return undefined;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
};

const limitOf = (
  remaining: number | undefined,
  resetMs: number | undefined,
): RateLimit | undefined =>
  remaining === undefined && resetMs === undefined
    ? undefined
    : {
        ...(remaining !== undefined && { remaining }),
        ...(resetMs !== undefined && { resetMs: Math.max(0, resetMs) }),
      };

/**
 * Reads `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3).
 *
 * @public
 */
export const retryAfter: RateLimitReader = (headers, now) => {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  const seconds = numberOf(headers, 'retry-after');
  if (seconds !== undefined) return limitOf(undefined, seconds * 1000);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : limitOf(undefined, at - now);
};

/**
 * For a reset that is told as seconds from now.
 *
 * @public
 */
export const rateLimitSeconds =
  (names: RateLimitHeaders): RateLimitReader =>
  headers => {
    const seconds = numberOf(headers, names.reset);
    return limitOf(
      numberOf(headers, names.remaining),
      seconds === undefined ? undefined : seconds * 1000,
    );
  };

/**
 * For a reset that is told as seconds since the epoch.
 *
 * @public
 */
export const rateLimitEpoch =
  (names: RateLimitHeaders): RateLimitReader =>
  (headers, now) => {
    const seconds = numberOf(headers, names.reset);
    return limitOf(
      numberOf(headers, names.remaining),
      seconds === undefined ? undefined : seconds * 1000 - now,
    );
  };
