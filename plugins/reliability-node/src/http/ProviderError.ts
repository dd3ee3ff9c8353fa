/** Why a provider gave no answer. @public */
export type ProviderFailure =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'refused'
  | 'server-error'
  | 'timeout'
  | 'unreachable'
  | 'bad-answer'
  | 'too-much'
  | 'endless'
  | 'paused';

/**
 * A provider gave no answer. The message is shown to people: it names the account, the cause and what to do,
 * and never holds a credential, an address with a secret in it, or the body of a page.
 *
 * @public
 */
export class ProviderError extends Error {
  constructor(
    readonly failure: ProviderFailure,
    message: string,
    /** When to try again, where the provider says so; milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
    this.name = 'ProviderError';
  }
}

const OF_ONE: readonly ProviderFailure[] = [
  'not-found',
  'forbidden',
  'refused',
  'bad-answer',
  'too-much',
  'endless',
];

/**
 * Whether a failure while one rotation was read says nothing about the others: it becomes a `RotationFailure`.
 * Anything else, such as a wrong token or a time-out, is about the account and is thrown on.
 *
 * @public
 */
export const concernsOneRotation = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && OF_ONE.includes(error.failure);
