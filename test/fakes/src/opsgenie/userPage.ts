import { FakeReply, FakeRequest } from '../FakeVendor';
import { error, userJson, whole } from './json';
import { OperationsUser } from './state';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 100;

/** A page of users. @param endless - see the fake */
export function userPage(
  { query, path }: FakeRequest,
  all: readonly OperationsUser[],
  endless: 'no' | 'always' | 'same',
): FakeReply {
  const limit = Number(query.get('limit') ?? DEFAULT_PAGE);
  if (!(limit >= 1 && limit <= MAX_PAGE)) return error(422, 'Wrong limit');
  const asked = Number(query.get('offset') ?? 0);
  const offset = endless === 'same' ? 0 : asked;
  const page =
    endless === 'always'
      ? all.slice(0, limit).map(user => ({ ...user, id: `${user.id}${asked}` }))
      : all.slice(offset, offset + limit);
  const more = endless !== 'no' || offset + limit < all.length;
  return whole(page.map(userJson), {
    totalCount: all.length,
    paging: more ? { next: `${path}?offset=${asked + limit}` } : {},
  });
}
