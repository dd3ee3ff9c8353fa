import http from 'node:http';
import https from 'node:https';
import { isIP, LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { ProviderError } from '@plimsoll/backstage-plugin-reliability-node';
import { isPrivate, PrivateAddress, publicLookup } from './addresses';

const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];
/** Of which the Response class allows no body. */
const EMPTY = [204, 205, 304];

/** Decides whether and how hosts are reached. */
export interface FeedFetchOptions {
  /** For messages. */
  readonly account: string;
  readonly allowPrivateAddresses: boolean;
  /** Default: that of the system. */
  readonly lookup?: LookupFunction;
}

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
};

function toResponse(incoming: http.IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of [value].flat()) headers.append(name, each ?? '');
  }
  const status = incoming.statusCode ?? 0;
  if (EMPTY.includes(status)) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  const decoder = DECODERS[headers.get('content-encoding') ?? '']?.();
  let body: Readable = incoming;
  if (decoder) {
    // It counts what comes over the wire; the reader counts what comes out.
    headers.delete('content-length');
    body = Readable.from(pumped(incoming, decoder));
  }
  return new Response(Readable.toWeb(body) as BodyInit, { status, headers });
}

async function* pumped(
  from: http.IncomingMessage,
  through: NodeJS.ReadWriteStream,
): AsyncGenerator<Buffer> {
  from.on('error', error => through.emit('error', error));
  from.pipe(through);
  try {
    for await (const chunk of through) yield chunk as unknown as Buffer;
  } finally {
    from.destroy();
  }
}

/** Where a redirect may lead: the same host, and never from https to http. */
function followed(from: URL, location: string | null): URL | undefined {
  if (!location || !URL.canParse(location, from)) return undefined;
  const to = new URL(location, from);
  const upgraded =
    from.protocol === 'http:' &&
    to.protocol === 'https:' &&
    from.hostname === to.hostname &&
    `${from.port}${to.port}` === '';
  return to.origin === from.origin || upgraded ? to : undefined;
}

/**
 * A `fetch` for addresses that a company configures and that anybody may run: one connection for each request,
 * addresses checked while connecting, redirects within the host only. A redirect to elsewhere is the answer.
 */
export function createFeedFetch(options: FeedFetchOptions): typeof fetch {
  const { account, allowPrivateAddresses, lookup } = options;
  const refused = () =>
    new ProviderError(
      'refused',
      `Account "${account}" is not asked: its host has a private address. Set allowPrivateAddresses of the account if that is meant.`,
    );

  const once = (url: URL, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (!allowPrivateAddresses && isIP(host) && isPrivate(host)) {
        reject(refused());
        return;
      }
      const { request } = url.protocol === 'https:' ? https : http;
      const headers = Object.fromEntries(new Headers(init.headers));
      request(
        url,
        {
          headers: { ...headers, 'accept-encoding': 'gzip, deflate' },
          agent: false,
          signal: init.signal ?? undefined,
          lookup: allowPrivateAddresses ? lookup : publicLookup(lookup),
        },
        incoming => {
          try {
            resolve(toResponse(incoming));
          } catch (error) {
            incoming.destroy();
            reject(error);
          }
        },
      )
        .on('error', error =>
          reject(error instanceof PrivateAddress ? refused() : error),
        )
        .end();
    });

  return async (input, init = {}) => {
    let url = new URL(`${input}`);
    let response = await once(url, init);
    for (let count = 0; count < MOST_REDIRECTS; count++) {
      if (!REDIRECTS.includes(response.status)) return response;
      const next = followed(url, response.headers.get('location'));
      if (!next) return response;
      await response.body?.cancel();
      url = next;
      response = await once(url, init);
    }
    return response;
  };
}
