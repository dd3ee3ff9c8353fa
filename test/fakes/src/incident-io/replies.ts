import { FakeReply, FakeRequest } from '../FakeVendor';
import { IncidentIoUser } from './state';

const DEFAULT_PAGE = 25;

export const SITE = 'https://app.incident.example/acme';

export const iso = (ms: number) =>
  new Date(ms).toISOString().replace('.000Z', 'Z');

export const error = (
  status: number,
  type: string,
  message: string,
): FakeReply => ({
  status,
  body: {
    type,
    status,
    request_id: '01HXFAKE',
    errors: [{ code: type, message }],
  },
});

export const notFound = () => error(404, 'not_found', 'Resource not found');

export const userJson = ({ id, name, email }: IncidentIoUser) => ({
  id,
  name,
  role: 'responder',
  ...(email && { email }),
});

/** A page of a list; the next one begins after the id that it names. */
export function pageOf<T extends { readonly id: string }>(
  { query }: FakeRequest,
  name: string,
  all: readonly T[],
  write: (item: T) => object,
  { most = 250 }: { readonly most?: number } = {},
): FakeReply {
  const size = Number(query.get('page_size') ?? DEFAULT_PAGE);
  if (!(size >= 1 && size <= most)) {
    return error(422, 'validation_error', 'page_size is out of range');
  }
  const after = query.get('after');
  const start = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
  const items = all.slice(start, start + size);
  const last = items[items.length - 1]?.id;
  const more = start + size < all.length;
  return {
    body: {
      [name]: items.map(write),
      pagination_meta: { page_size: size, ...(more && { after: last }) },
    },
  };
}
