import http from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { BucketState, FakeBucket } from './FakeBucket';

/** A request as it came over the wire. */
export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: http.IncomingHttpHeaders;
  /** Milliseconds since the epoch, by the vendor's clock. */
  readonly at: number;
}

/** What the vendor answers; an object becomes JSON, text stays as it is. */
export interface FakeReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Something that goes wrong instead of, or on top of, an answer. */
export interface FakeFault {
  /** Default: every request. A pattern is held against path and query. */
  readonly match?: RegExp | ((request: FakeRequest) => boolean);
  /** How many requests it hits. Default 1. */
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Changes the answer that the vendor would give. */
  readonly change?: (reply: FakeReply, request: FakeRequest) => FakeReply;
  /** Real milliseconds. */
  readonly delayMs?: number;
  /** Breaks the connection before anything is answered. */
  readonly reset?: boolean;
  /** Breaks the connection after so many bytes of the body. */
  readonly truncate?: number;
  /** Never answers. */
  readonly hang?: boolean;
}

export interface FakeVendorOptions {
  /** Milliseconds since the epoch. Default: Date.now */
  readonly now?: () => number;
  /** Requests that are let through in a time; default: all. */
  readonly limit?: { readonly requests: number; readonly perMs: number };
}

const wait = (ms: number) =>
  new Promise<void>(resolve => {
    setTimeout(resolve, ms);
  });

/** A vendor that keeps state and answers over real HTTP; each vendor derives from it. */
export abstract class FakeVendor {
  /** All requests in the order in which they came, those with faults and refused ones too. */
  readonly requests: FakeRequest[] = [];
  protected readonly now: () => number;
  protected readonly bucket: FakeBucket | undefined;
  private faults: (FakeFault & { left: number })[] = [];
  private server: http.Server | undefined;
  private readonly sockets = new Set<Socket>();
  private address = '';

  constructor({ now = Date.now, limit }: FakeVendorOptions = {}) {
    this.now = now;
    this.bucket = limit && new FakeBucket(limit.requests, limit.perMs, now);
  }

  /** Address of the vendor, without a slash at its end. Only after `start`. */
  get url(): string {
    if (!this.address) throw new Error('The fake is not started');
    return this.address;
  }

  /** @param port - default: any that is free */
  async start(port = 0): Promise<this> {
    const server = http.createServer((request, response) => {
      this.serve(request, response).catch(error => {
        response.destroy(error);
      });
    });
    server.on('connection', socket => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    this.server = server;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>(resolve => {
      server.close(() => resolve());
    });
  }

  /** Lets something go wrong; of several faults that match, the first given goes first. */
  fail(fault: FakeFault): void {
    this.faults.push({ ...fault, left: fault.times ?? 1 });
  }

  /** Forgets the faults that are left. */
  heal(): void {
    this.faults = [];
  }

  /** What a healthy vendor says; 404 for what it does not know. */
  protected abstract answer(
    request: FakeRequest,
  ): FakeReply | Promise<FakeReply>;

  /** Whether the credentials are right. Default: yes. */
  protected authorized(_request: FakeRequest): boolean {
    return true;
  }

  protected unauthorized(): FakeReply {
    return { status: 401, body: { message: 'Unauthorized' } };
  }

  /** Headers that every reply carries, with the vendor's own names. */
  protected limitHeaders(_state: BucketState): Record<string, string> {
    return {};
  }

  protected tooMany(_state: BucketState): FakeReply {
    return { status: 429, body: { message: 'Too many requests' } };
  }

  private async serve(
    incoming: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const request: FakeRequest = {
      method: incoming.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      at: this.now(),
    };
    this.requests.push(request);
    const fault = this.faultOf(request);
    if (fault?.delayMs) await wait(fault.delayMs);
    if (fault?.hang) return;
    if (fault?.reset) {
      response.destroy();
      return;
    }
    this.send(response, await this.replyTo(request, fault), fault?.truncate);
  }

  private faultOf(request: FakeRequest): FakeFault | undefined {
    const text = `${request.path}?${decodeURIComponent(`${request.query}`)}`;
    const fault = this.faults.find(({ match, left }) => {
      if (left <= 0) return false;
      if (match instanceof RegExp) return match.test(text);
      return match?.(request) ?? true;
    });
    if (fault) fault.left -= 1;
    return fault;
  }

  private async replyTo(
    request: FakeRequest,
    fault: FakeFault | undefined,
  ): Promise<FakeReply> {
    if (fault?.status !== undefined || fault?.body !== undefined) {
      const { status, headers, body = '' } = fault;
      return { status, headers, body };
    }
    const state = this.bucket?.take();
    const given = await this.healthy(request, state);
    const reply = {
      ...given,
      headers: {
        ...(state && this.limitHeaders(state)),
        ...given.headers,
        ...fault?.headers,
      },
    };
    return fault?.change?.(reply, request) ?? reply;
  }

  private async healthy(
    request: FakeRequest,
    state: BucketState | undefined,
  ): Promise<FakeReply> {
    if (state && !state.allowed) return this.tooMany(state);
    if (!this.authorized(request)) return this.unauthorized();
    return this.answer(request);
  }

  private send(
    response: http.ServerResponse,
    { status = 200, headers, body }: FakeReply,
    truncate: number | undefined,
  ): void {
    const json = typeof body !== 'string';
    const text = json ? JSON.stringify(body) ?? '' : body;
    const bytes = Buffer.from(text);
    response.writeHead(status, {
      ...(json && { 'content-type': 'application/json' }),
      ...(status !== 304 &&
        !headers?.['transfer-encoding'] && {
          'content-length': `${bytes.length}`,
        }),
      ...headers,
    });
    if (truncate === undefined) {
      response.end(bytes);
      return;
    }
    response.write(bytes.subarray(0, truncate), () => response.destroy());
  }
}
