import http from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';

/** A question as it came over the wire. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly parameters: URLSearchParams;
}

/** Answers as a test wants, over real HTTP; `answer` may be changed at any time. */
export interface FakeServer {
  readonly url: string;
  readonly received: Received[];
  answer: (received: Received, response: http.ServerResponse) => void;
  stop(): Promise<void>;
}

/** The reply of a healthy Prometheus to an instant query. */
export const vector = (
  samples: readonly { labels?: Record<string, string>; value: string }[],
  more: object = {},
) => ({
  status: 'success',
  data: {
    resultType: 'vector',
    result: samples.map(({ labels = {}, value }) => ({
      metric: labels,
      value: [1_772_323_200, value],
    })),
  },
  ...more,
});

/** Answers with JSON. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  (_: Received, response: http.ServerResponse) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify(body));
  };

/** @param tls - serves HTTPS with this key and certificate */
export async function startFakeServer(tls?: {
  key: string;
  cert: string;
}): Promise<FakeServer> {
  const fake: { -readonly [Key in keyof FakeServer]: FakeServer[Key] } = {
    url: '',
    received: [],
    answer: json(vector([])),
    stop: async () => {},
  };
  const listener: http.RequestListener = async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url ?? '/', 'http://localhost');
    const question = {
      method: request.method ?? '',
      path: url.pathname,
      headers: request.headers,
      parameters: new URLSearchParams(body || url.search),
    };
    fake.received.push(question);
    fake.answer(question, response);
  };
  const server = tls
    ? https.createServer(tls, listener)
    : http.createServer(listener);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  fake.url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  fake.stop = () =>
    new Promise(resolve => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return fake;
}
