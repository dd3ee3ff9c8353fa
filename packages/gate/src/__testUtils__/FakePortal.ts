import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';

export interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly authorization?: string;
  readonly body: Record<string, unknown>;
}

export interface Answered {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method,
    path: request.url,
    authorization: request.headers.authorization,
    body: JSON.parse(Buffer.concat(chunks).toString() || '{}'),
  };
}

/** A portal over real HTTP that answers what a test says, one answer after the other and the last one again. */
export class FakePortal {
  readonly asked: Asked[] = [];
  /** `silent`: it takes the request and never answers. */
  answers: (Answered | 'silent')[] = [];
  private server?: Server;

  async open(): Promise<string> {
    this.server = createServer(async (request, response) => {
      this.asked.push(await read(request));
      const next =
        this.answers.length > 1 ? this.answers.shift() : this.answers[0];
      if (!next || next === 'silent') return;
      const { status = 200, body, headers } = next;
      response.writeHead(status, headers);
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>(resolve => {
      this.server!.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise(resolve => {
      this.server?.close(resolve);
    });
  }
}
