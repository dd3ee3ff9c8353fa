import { RateLimitReader } from '@plimsoll/backstage-plugin-reliability-node';

/** Opsgenie tells no count: only that the bucket is empty, and of which length it was. */
export const opsgenieLimit: RateLimitReader = headers => {
  const period = Number(headers.get('x-ratelimit-period-in-sec'));
  const throttled =
    headers.get('x-ratelimit-state')?.toUpperCase() === 'THROTTLED';
  if (!(period > 0) && !throttled) return undefined;
  return {
    ...(throttled && { remaining: 0 }),
    ...(period > 0 && { resetMs: period * 1000 }),
  };
};

/** The gateway of Atlassian tells the reset as a date and time. */
export const atlassianLimit: RateLimitReader = (headers, now) => {
  const text = headers.get('x-ratelimit-remaining')?.trim();
  const remaining = text ? Number(text) : NaN;
  const reset = Date.parse(headers.get('x-ratelimit-reset') ?? '');
  if (!(remaining >= 0) && Number.isNaN(reset)) return undefined;
  return {
    ...(remaining >= 0 && { remaining }),
    ...(!Number.isNaN(reset) && { resetMs: Math.max(0, reset - now) }),
  };
};
