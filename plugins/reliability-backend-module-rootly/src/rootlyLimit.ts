import {
  rateLimitEpoch,
  RateLimitReader,
} from '@plimsoll/backstage-plugin-reliability-node';

const prefixed = rateLimitEpoch({
  remaining: 'x-ratelimit-remaining',
  reset: 'x-ratelimit-reset',
});
const plain = rateLimitEpoch({
  remaining: 'ratelimit-remaining',
  reset: 'ratelimit-reset',
});

/** The documents name the headers with X-, replies were seen without. */
export const rootlyLimit: RateLimitReader = (headers, now) =>
  prefixed(headers, now) ?? plain(headers, now);
