import { MAX_PAGE } from '@plimsoll/backstage-plugin-reliability-common';
import { Response } from 'express';
import { once } from 'node:events';
import Papa from 'papaparse';
import { z } from 'zod';
import { csvCells, csvColumns } from './csvColumns';
import { guard } from './csvTable';
import { JsonText } from './JsonText';

/** A page as a route answers it. */
interface AnsweredPage {
  readonly items: readonly unknown[];
  readonly nextCursor?: string;
}

const lines = (rows: readonly (readonly string[])[]) =>
  `${Papa.unparse(
    rows.map(row => row.map(guard)),
    { newline: '\r\n' },
  )}\r\n`;

/** Waits until the other side took what was written, or went away; leaves no listener behind. */
async function drained(response: Response): Promise<void> {
  if (response.destroyed) return;
  const over = new AbortController();
  const { signal } = over;
  const waits = ['drain', 'close'].map(event =>
    once(response, event, { signal }),
  );
  // The one that is not waited for any longer is ended, which is no failure.
  for (const wait of waits) wait.catch(() => {});
  await Promise.race(waits).finally(() => over.abort());
}

/**
 * Sends a whole list as CSV, page after page, as fast as the other side takes it: never more than one page is
 * in memory. What fails on the first page is thrown; later the connection is cut, so that nobody takes half
 * of a list for all of it.
 *
 * @param item - schema of an item, which gives the columns
 * @param page - one page of at most {@link MAX_PAGE} items
 */
export async function sendCsv(
  response: Response,
  item: z.ZodType,
  options: {
    readonly filename: string;
    page(query: { limit: string; cursor?: string }): Promise<unknown>;
  },
): Promise<void> {
  const columns = csvColumns(item);
  const limit = String(MAX_PAGE);
  const read = async (cursor?: string): Promise<AnsweredPage> => {
    const reply = await options.page({ limit, ...(cursor && { cursor }) });
    return (
      reply instanceof JsonText ? JSON.parse(reply.text) : reply
    ) as AnsweredPage;
  };
  let page = await read();
  response.attachment(options.filename).type('text/csv');
  response.write(lines([columns.map(({ name }) => name)]));
  try {
    for (;;) {
      const rows = page.items.map(each => csvCells(columns, each));
      if (rows.length > 0 && !response.write(lines(rows))) {
        await drained(response);
      }
      if (!page.nextCursor || response.destroyed) break;
      page = await read(page.nextCursor);
    }
    response.end();
  } catch (error) {
    response.destroy(error as Error);
  }
}
