import http from 'node:http';
import { Timing } from './measure';
import { Portal } from './portal';

/** One figure and its floor from the same run. */
export interface Figure {
  readonly name: string;
  readonly thing: Timing;
  readonly floor?: Timing;
}

/** Connections stay open, as those of a browser do. */
export const agent = new http.Agent({ keepAlive: true });

/**
 * Asks for a route and reads the whole reply.
 *
 * @param encoding - what the client says it can unpack; a browser takes `gzip`
 */
export const get =
  (portal: Portal, route: string, encoding = 'identity') =>
  () =>
    new Promise<string>((resolve, reject) => {
      const headers = {
        Authorization: `Bearer ${portal.userToken}`,
        'Accept-Encoding': encoding,
      };
      http
        .get(`${portal.url}/api/${route}`, { agent, headers }, response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('end', () =>
            response.statusCode === 200
              ? resolve(Buffer.concat(chunks).toString('latin1'))
              : reject(new Error(`${route}: ${response.statusCode}`)),
          );
        })
        .on('error', reject);
    });

/** Walks through a list, so that every page is asked for the first time. */
export function walk(portal: Portal, route: string) {
  const next = /"nextCursor":"([^"]*)"\}$/;
  let cursor = '';
  return async () => {
    const text = await get(portal, `${route}${cursor}`)();
    const found = next.exec(text.slice(-300));
    cursor = found ? `&cursor=${found[1]}` : '';
  };
}

/** Sends a body and reads the whole reply. @throws Error unless the status is 200 */
export function send(
  method: string,
  url: string,
  headers: http.OutgoingHttpHeaders,
  body: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { method, agent, headers };
    http
      .request(url, options, response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${url}: ${response.statusCode} ${text}`));
        });
      })
      .on('error', reject)
      .end(body);
  });
}
