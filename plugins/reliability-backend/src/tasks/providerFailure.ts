import {
  ProviderError,
  ProviderFailure,
} from '@plimsoll/backstage-plugin-reliability-node';

/** Why there is no answer, as far as it may be shown to people. */
export interface KnownFailure {
  readonly failure: ProviderFailure;
  readonly message: string;
  /** Milliseconds. */
  readonly retryAfterMs?: number;
}

/** By its name: a module may bring a copy of the package of its own. */
export const isProviderError = (error: unknown): error is ProviderError =>
  error instanceof Error && error.name === 'ProviderError';

/** An error that no provider should throw may hold an address or a token: its message is told to nobody. */
export function failureOf(error: unknown, account: string): KnownFailure {
  if (isProviderError(error)) return error;
  return {
    failure: 'bad-answer',
    message: `The module that reads the account "${account}" broke; the log of the backend says where`,
  };
}

/**
 * Where an error was thrown and its code, without its message: that of a module may hold a token, that of a
 * database holds all that was to be written.
 */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line));
  const name = typeof code === 'string' ? `${error.name} ${code}` : error.name;
  return [name, ...frames.slice(0, 8)].join('\n');
}
