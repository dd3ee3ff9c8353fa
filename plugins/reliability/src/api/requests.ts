import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';

/** Options of every request. @public */
export interface RequestOptions {
  /** Aborts the request, for instance because its answer is not needed any more. */
  signal?: AbortSignal;
}

/** Which page of a list. @public */
export interface PageQuery {
  limit?: number;
  cursor?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Request extends RequestOptions {
  query?: object;
  body?: object;
}

/** A list is a repeated parameter; an empty one is sent empty, because it means "none" and not "any". */
function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value) && value.length === 0) search.append(name, '');
    for (const item of [value].flat()) {
      if (item !== undefined && item !== null) {
        search.append(name, String(item));
      }
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}

/** What every part of the client needs to ask the backend. */
export class Requests {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async json<T>(method: Method, path: string, request?: Request): Promise<T> {
    return (await this.#send(method, path, request)).json();
  }

  async text(method: Method, path: string, request?: Request): Promise<string> {
    return (await this.#send(method, path, request)).text();
  }

  /** The address of a path with its query. */
  async url(path: string, query: object = {}): Promise<string> {
    const base = await this.#discoveryApi.getBaseUrl('reliability');
    return `${base}${path}${searchOf(query)}`;
  }

  async #send(
    method: Method,
    path: string,
    { query = {}, body, signal }: Request = {},
  ): Promise<Response> {
    const url = await this.url(path, query);
    const response = await this.#fetchApi.fetch(url, {
      method,
      signal,
      ...(body && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}
