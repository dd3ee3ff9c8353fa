import http from 'node:http';

/** One address for several servers of this machine: the first part of a path says which is meant. */
export class Front {
  private readonly server: http.Server;

  /** @param targets - addresses without a slash at the end, by the first part of paths */
  constructor(private readonly targets: Readonly<Record<string, string>>) {
    this.server = http.createServer((request, response) =>
      this.pass(request, response),
    );
  }

  /** @throws Error when the port cannot be used */
  async start(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>(resolve => {
      this.server.close(() => resolve());
    });
  }

  private pass(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): void {
    const [, name, rest] = /^\/([^/?]+)(\/.*)?$/.exec(request.url ?? '') ?? [];
    const target = this.targets[name];
    if (!target) {
      response.writeHead(404).end();
      return;
    }
    const { method, headers } = request;
    const onward = http.request(
      `${target}${rest ?? '/'}`,
      { method, headers },
      reply => {
        response.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }
}
