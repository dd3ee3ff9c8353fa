import { ProviderError } from './ProviderError';
import { ProviderHttpOptions, ProviderRequest } from './ProviderHttp';

/** A reply as it came, its body read to the end. */
export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** An answer ended before its end; the next try may give a whole one. */
export class BrokenOff extends ProviderError {}

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_MAX_BYTES = 5_000_000;

/** A segment that a URL parser takes for a way up, or characters that end a path. */
const UNSAFE_PATH = /\/\/|[\\?#\s]|(^|\/)(\.|%2e){1,2}(\/|$)/i;

/**
 * The address of a request below the base. An empty path is the base itself, with the query it has.
 *
 * @throws ProviderError when the path would leave the base
 */
export function addressOf(
  account: string,
  baseUrl: string,
  path: string,
  query: ProviderRequest['query'] = {},
): URL {
  if ((path && !path.startsWith('/')) || UNSAFE_PATH.test(path)) {
    throw new ProviderError(
      'refused',
      `Account "${account}" is not asked: a name in the reference cannot be part of an address.`,
    );
  }
  const url = new URL(baseUrl);
  if (path) url.pathname = url.pathname.replace(/\/+$/, '') + path;
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) {
      if (each !== undefined) url.searchParams.append(name, `${each}`);
    }
  }
  return url;
}

async function readCapped(
  { account, maxResponseBytes = DEFAULT_MAX_BYTES }: ProviderHttpOptions,
  response: Response,
): Promise<Uint8Array> {
  const tooMuch = () =>
    new ProviderError(
      'too-much',
      `Account "${account}" answers with more than ${maxResponseBytes} bytes.`,
    );
  if (Number(response.headers.get('content-length')) > maxResponseBytes) {
    await response.body?.cancel();
    throw tooMuch();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the body, and with it the transfer.
  for await (const chunk of (response.body ??
    []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxResponseBytes) throw tooMuch();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Codes such as ECONNREFUSED; messages of causes may hold the address. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && /^[A-Z_]+$/.test(code)) return ` (${code})`;
  return cause ? codeOf(cause) : '';
}

/**
 * One try: time and size are bounded, no redirect is followed.
 *
 * @throws ProviderError, or the reason of the signal when the caller gave up
 */
export async function tryOnce(
  options: ProviderHttpOptions,
  url: URL,
  request: ProviderRequest,
): Promise<RawReply> {
  const { account, runtime, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const clock = (runtime.timeout ?? AbortSignal.timeout)(timeoutMs);
  let response: Response | undefined;
  try {
    response = await (options.fetch ?? fetch)(url, {
      method: 'GET',
      redirect: 'manual',
      headers: { ...options.headers(), ...request.headers },
      signal: AbortSignal.any([request.signal, clock]),
    });
    const { status, headers } = response;
    const bytes = await readCapped(options, response);
    return { status, headers, text: new TextDecoder().decode(bytes), bytes };
  } catch (error) {
    request.signal.throwIfAborted();
    if (error instanceof ProviderError) throw error;
    if (clock.aborted) {
      throw new ProviderError(
        'timeout',
        `Account "${account}" gives no answer within ${timeoutMs} ms.`,
      );
    }
    throw response
      ? new BrokenOff(
          'bad-answer',
          `Account "${account}" breaks off in the middle of an answer${codeOf(
            error,
          )}.`,
        )
      : new ProviderError(
          'unreachable',
          `Account "${account}" cannot be reached${codeOf(
            error,
          )}. Check its address, the network and the certificates.`,
        );
  }
}
