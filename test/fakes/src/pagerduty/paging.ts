import { FakeReply, FakeRequest } from '../FakeVendor';

const DEFAULT_PAGE = 25;
const MAX_PAGE = 100;

/** How lists are cut into pages. */
export interface PagerdutyPaging {
  /** No list goes beyond it. */
  readonly maxOffset: number;
  /** `always`: every page says that there is another; `same`: and is the first one. */
  readonly endless: 'no' | 'always' | 'same';
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export const error = (
  status: number,
  code: number,
  message: string,
): FakeReply => ({
  status,
  body: { error: { message, code, errors: [] } },
});

export const notFound = () => error(404, 2100, 'Not Found');
export const invalid = (why: string) => error(400, 2001, why);

/** One page of a list, as `limit` and `offset` of the request want it. */
export function pageOf<T>(
  { query }: FakeRequest,
  name: string,
  all: readonly T[],
  write: (item: T) => object,
  { maxOffset, endless, now }: PagerdutyPaging,
): FakeReply {
  const limit = Math.min(Number(query.get('limit') ?? DEFAULT_PAGE), MAX_PAGE);
  const asked = Number(query.get('offset') ?? 0);
  if (asked + limit > maxOffset) return invalid('Offset is too large');
  const offset = endless === 'same' ? 0 : asked;
  const items = all.slice(offset, offset + limit).map(write);
  if (endless === 'always') {
    const moved = all.slice(0, limit).map(item => {
      const end = new Date(now + (asked + 1) * 1000).toISOString();
      return { ...write(item), id: `P${asked}`, end };
    });
    return { body: { [name]: moved, limit, offset, more: true } };
  }
  const more = endless === 'same' || offset + limit < all.length;
  return { body: { [name]: items, limit, offset: asked, more } };
}

/** What `since` and `until` of a request say; milliseconds since the epoch. Default: this moment. */
export function spanOf(
  { query }: FakeRequest,
  now: number,
): { from: number; to: number } {
  const time = (name: string, otherwise: number) =>
    query.has(name) ? Date.parse(query.get(name) ?? '') : otherwise;
  const from = time('since', now);
  return { from, to: time('until', from + 1) };
}
