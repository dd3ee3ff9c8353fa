import { ProviderError, ProviderFailure } from './ProviderError';

const CAUSES: Partial<Record<ProviderFailure, string>> = {
  unauthorized:
    'refuses the credentials. Check the token of the account in the configuration.',
  forbidden:
    'does not allow this. Give the token the right to read what the account reads.',
  'not-found': 'does not know what was asked for.',
  'rate-limited': 'was asked too often.',
  'server-error': 'has a problem of its own.',
  refused:
    'refuses the request. Check the address and the credentials of the account.',
};

/** The failure that a status stands for; undefined: it is none. */
export function failureOfStatus(status: number): ProviderFailure | undefined {
  if ((status >= 200 && status < 300) || status === 304) return undefined;
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : 'refused';
}

/** What a status says, in words that hold nothing of the reply: a body may repeat what was sent. */
export function statusError(
  account: string,
  status: number,
  failure: ProviderFailure,
  retryAfterMs?: number,
): ProviderError {
  const cause =
    status >= 300 && status < 400
      ? 'answers with a redirect, which is not followed. Check its address in the configuration.'
      : CAUSES[failure] ?? 'gives no answer in time.';
  return new ProviderError(
    failure,
    `Account "${account}" ${cause} (status ${status})`,
    retryAfterMs,
  );
}
