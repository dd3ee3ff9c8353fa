import { FakeRequest } from '@plimsoll/test-fakes';
import { startClient, withClient } from './__testUtils__/client';

const PAGE = 2;

const list =
  (items: readonly number[], more?: (offset: number) => boolean) =>
  ({ query }: FakeRequest) => {
    const offset = Number(query.get('offset') ?? 0);
    return {
      body: {
        items: items.slice(offset, offset + PAGE),
        more: more?.(offset) ?? offset + PAGE < items.length,
      },
    };
  };

async function readAll(
  { client, signal }: Awaited<ReturnType<typeof startClient>>,
  next: (offset: number) => number = offset => offset + PAGE,
  maxPages?: number,
): Promise<number[][]> {
  const pages: number[][] = [];
  let offset = 0;
  const all = client.pages<number>('/list', {
    first: { offset },
    read: ({ body }) => {
      const { items, more } = body as { items: number[]; more: boolean };
      offset = next(offset);
      return { items, next: more ? { offset } : undefined };
    },
    key: item => `${item}`,
    maxPages,
    signal,
  });
  for await (const page of all) pages.push([...page]);
  return pages;
}

describe('pages', () => {
  it(
    'are read to the end',
    withClient({}, async started => {
      started.vendor.reply = list([1, 2, 3, 4, 5]);
      expect(await readAll(started)).toEqual([[1, 2], [3, 4], [5]]);
      expect(started.vendor.requests).toHaveLength(3);
    }),
  );

  it(
    'give an item once that slid to the next page meanwhile',
    withClient({}, async started => {
      started.vendor.reply = list([1, 2, 2, 3]);
      expect(await readAll(started)).toEqual([[1, 2], [3]]);
    }),
  );

  it(
    'are asked for one at a time, as they are wanted',
    withClient({}, async ({ client, signal, vendor }) => {
      vendor.reply = list([1, 2, 3, 4, 5]);
      for await (const page of client.pages<number>('/list', {
        first: {},
        read: ({ body }) => ({
          items: (body as { items: number[] }).items,
          next: { offset: 2 },
        }),
        key: String,
        signal,
      })) {
        expect(page).toEqual([1, 2]);
        break;
      }
      expect(vendor.requests).toHaveLength(1);
    }),
  );

  it.each([
    ['a list without an end', (n: number) => n + PAGE, 'more than 4 pages'],
    ['a next page that was read before', () => 0, 'names an earlier one'],
  ])('end with an error: %s', async (_, next, why) => {
    await withClient({}, async started => {
      const many = Array.from({ length: 100 }, (__, index) => index);
      started.vendor.reply = list(many, () => true);
      await expect(readAll(started, next, 4)).rejects.toMatchObject({
        failure: 'endless',
        message: expect.stringContaining(why),
      });
      expect(started.vendor.requests.length).toBeLessThanOrEqual(4);
    })();
  });

  it(
    'end with an error when a page says again what earlier ones did',
    withClient({}, async started => {
      started.vendor.reply = () => ({ body: { items: [1, 2], more: true } });
      await expect(readAll(started)).rejects.toMatchObject({
        failure: 'endless',
        message: expect.stringContaining('repeats'),
      });
      expect(started.vendor.requests).toHaveLength(2);
    }),
  );
});
