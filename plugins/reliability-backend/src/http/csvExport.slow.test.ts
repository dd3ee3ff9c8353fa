import { Response } from 'express';
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import { sendCsv } from './csvExport';

const item = z.object({ name: z.string() });

/** A reply that takes one chunk at a time. */
function slowResponse() {
  const stream = new PassThrough({ highWaterMark: 1 });
  const response = Object.assign(stream, {
    attachment: () => ({ type: () => {} }),
  });
  return response as unknown as Response & PassThrough;
}

it('waits for a slow reader page after page and leaves no listeners behind', async () => {
  const response = slowResponse();
  const counts = () =>
    ['close', 'drain', 'error'].map(name => response.listenerCount(name));
  const before = counts();
  let pages = 0;
  let most = before;
  const sent = sendCsv(response, item, {
    filename: 'names.csv',
    page: async () => {
      pages += 1;
      most = counts().map((count, index) => Math.max(count, most[index]));
      return {
        items: [{ name: `page ${pages}` }],
        ...(pages < 30 && { nextCursor: `${pages}` }),
      };
    },
  });
  const chunks: string[] = [];
  response.on('data', chunk => chunks.push(String(chunk)));
  await sent;
  await turn();
  expect(chunks.join('').split('\r\n').slice(0, -1)).toHaveLength(31);
  expect(most.map((count, index) => count - before[index])).toEqual([0, 0, 0]);
});

it.each([
  ['while a page waits to be taken', 1, (go: () => void) => setImmediate(go)],
  ['while a page is read', 2, (go: () => void) => go()],
])('ends when the reader goes away %s', async (_, last, when) => {
  const response = slowResponse();
  let pages = 0;
  const sent = sendCsv(response, item, {
    filename: 'names.csv',
    page: async () => {
      pages += 1;
      if (pages === 1 && last > 1) response.resume();
      if (pages === last) {
        when(() => response.destroy());
      }
      return { items: [{ name: 'a' }], nextCursor: `${pages}` };
    },
  });
  await sent;
  expect(pages).toBe(last);
});
