import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';

export interface FakeMetric {
  readonly status?: 'success' | 'error';
  readonly value: number | boolean | null;
}

/** Red Hat's scorecard plugin as its router answers; a test changes its metrics. */
export class FakeScorecard {
  /** Metrics by reference of an entity, then by id; absent where nothing is installed. */
  metrics?: Record<string, Record<string, FakeMetric>>;
  timestamp = '2026-11-20T11:00:00.000Z';
  status = 200;
  readonly asked: { path: string; token?: string }[] = [];
  private server?: Server;

  async start(): Promise<string> {
    const server = createServer((request, response) => {
      const reply = this.answer(request);
      response
        .writeHead(reply === undefined ? 404 : this.status, {
          'Content-Type': 'application/json',
        })
        .end(JSON.stringify(reply ?? { error: { name: 'NotFoundError' } }));
    });
    this.server = server;
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    await new Promise(done => this.server?.close(done));
  }

  private answer({ url = '', headers }: IncomingMessage): unknown {
    this.asked.push({ path: url, token: headers.authorization });
    if (!this.metrics) return undefined;
    if (url === '/metrics') return { metrics: [] };
    const [, kind, namespace, name] =
      /^\/metrics\/catalog\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(url) ?? [];
    const metrics = this.metrics[`${kind}:${namespace}/${name}`];
    return (
      metrics &&
      Object.entries(metrics).map(([id, { status = 'success', value }]) => ({
        id,
        status,
        metadata: { title: id, type: typeof value },
        result: { value, timestamp: this.timestamp, thresholdResult: {} },
      }))
    );
  }
}
