/** What kind of failure an error is, as far as the reader can do something different about it. */
export type ErrorKind =
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'network'
  | 'server';

const kinds: Record<string, ErrorKind> = {
  403: 'forbidden',
  NotAllowedError: 'forbidden',
  404: 'not-found',
  NotFoundError: 'not-found',
  409: 'conflict',
  ConflictError: 'conflict',
  TypeError: 'network',
};

/** Reads a `ResponseError`, an error of `@backstage/errors` or what `fetch` throws. */
export function errorKind(error: Error): ErrorKind {
  const { statusCode } = error as { statusCode?: number };
  return kinds[statusCode ?? error.name] ?? 'server';
}

/** The words of the server where it sent any. */
export function errorText(error: Error): string {
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error && cause.message
    ? cause.message
    : error.message;
}
