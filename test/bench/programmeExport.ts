import http from 'node:http';
import { agent, Figure, get } from './client';
import { measureBeside } from './measure';
import { Portal } from './portal';

/** Reads a reply and throws it away, as a file takes it. @returns bytes */
const drain = (portal: Portal, route: string) => () =>
  new Promise<number>((resolve, reject) => {
    const headers = { Authorization: `Bearer ${portal.userToken}` };
    http
      .get(`${portal.url}/api/${route}`, { agent, headers }, response => {
        let bytes = 0;
        response.on('data', chunk => (bytes += chunk.length));
        response.on('error', reject);
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(bytes)
            : reject(new Error(`${route}: ${response.statusCode}`)),
        );
      })
      .on('error', reject);
  });

/** The same list in pages of JSON, each thrown away. */
async function walkAll(portal: Portal): Promise<void> {
  let cursor = '';
  do {
    const text = await get(portal, `reliability/services?limit=500${cursor}`)();
    const next = /"nextCursor":"([^"]*)"\}$/.exec(text.slice(-300));
    cursor = next ? `&cursor=${next[1]}` : '';
  } while (cursor);
}

/** The highest memory of the process while something runs, above what it was before; MB. */
async function growthWhile(run: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  await run();
  clearInterval(timer);
  return Math.round((peak - before) / 1024 / 1024);
}

/** All services as a table, beside the pages of the same list. */
export async function exports(portal: Portal, runs: number) {
  const csv = drain(portal, 'reliability/services?format=csv');
  const grown = await growthWhile(csv);
  const bytes = await csv();
  const figures: Figure[] = [
    {
      name: 'all services as CSV / their pages of 500 as JSON',
      ...(await measureBeside(Math.min(runs, 5), csv, () => walkAll(portal))),
    },
  ];
  const counts = {
    'CSV of all services, MB': Math.round(bytes / 1024 / 102.4) / 10,
    '… memory above what it was before, MB': grown,
  };
  return { figures, counts };
}
