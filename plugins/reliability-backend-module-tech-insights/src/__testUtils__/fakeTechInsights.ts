import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** Tech Insights as its router answers; a test changes what its checks say. */
export class FakeTechInsights {
  /** Results by reference of an entity, then by id of a check; absent where nothing is installed. */
  results?: Record<string, Record<string, unknown>>;
  /** Entities whose checks cannot run. */
  readonly broken = new Set<string>();
  status = 200;
  readonly asked: { path: string; token?: string; entities?: string[] }[] = [];
  private server?: Server;

  async start(): Promise<string> {
    const server = createServer(async (request, response) => {
      const reply = await this.answer(request);
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

  private async answer(request: IncomingMessage): Promise<unknown> {
    let text = '';
    for await (const chunk of request) text += chunk;
    const path = request.url ?? '';
    const token = request.headers.authorization;
    const body = text ? JSON.parse(text) : undefined;
    const entities: string[] | undefined = body?.entities.map(
      ({ kind, namespace, name }: Record<string, string>) =>
        `${kind}:${namespace}/${name}`,
    );
    this.asked.push({ path, token, entities });
    const { results } = this;
    if (!results) return undefined;
    const ids = [...new Set(Object.values(results).flatMap(Object.keys))];
    if (path === '/checks') return ids.map(id => ({ id, name: id }));
    if (path !== '/checks/run' || !entities) return undefined;
    return entities.map(entity =>
      this.broken.has(entity)
        ? { entity, error: { name: 'Error' }, results: [] }
        : {
            entity,
            results: Object.entries(results[entity] ?? {})
              .filter(([id]) => body.checks.includes(id))
              .map(([id, result]) => ({ check: { id }, facts: {}, result })),
          },
    );
  }
}
