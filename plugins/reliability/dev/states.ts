import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ReliabilityApi } from '../src/api';
import { reliabilityApiMock } from '../src/testUtils/reliabilityApiMock';

function every(answer: () => Promise<never>): ReliabilityApi {
  const names = Object.keys(reliabilityApiMock()) as (keyof ReliabilityApi)[];
  return Object.fromEntries(
    names.map(name => [name, answer]),
  ) as unknown as ReliabilityApi;
}

/** APIs in which every request ends in the same way. */
export const states = {
  loading: every(() => new Promise<never>(() => {})),
  failed: every(() =>
    Promise.reject(new Error('database is locked (SQLITE_BUSY)')),
  ),
  unreachable: every(() => Promise.reject(new TypeError('Failed to fetch'))),
  forbidden: every(() => Promise.reject(new NotAllowedError('Not allowed'))),
  notFound: every(() => Promise.reject(new NotFoundError('No such service'))),
};
