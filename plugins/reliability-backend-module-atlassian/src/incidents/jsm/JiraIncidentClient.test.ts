import { queryOf } from './JiraIncidentClient';

const MINUTE_MS = 60_000;

describe('the query of an account', () => {
  it.each([
    [{}, '(a = b OR c = d)'],
    [
      { createdWithin: 90_000, order: 'created DESC' as const },
      '(a = b OR c = d) AND created >= "-2m" ORDER BY created DESC',
    ],
    [{ createdBefore: 90_000 }, '(a = b OR c = d) AND created <= "-1m"'],
    [
      { updatedWithin: 10 * MINUTE_MS, order: 'updated ASC' as const },
      '(a = b OR c = d) AND updated >= "-10m" ORDER BY updated ASC',
    ],
    [{ updatedWithin: -1 }, '(a = b OR c = d) AND updated >= "-0m"'],
    [{ onlyOpen: true }, '(a = b OR c = d) AND statusCategory != Done'],
    [{ id: '10001' }, '(a = b OR c = d) AND id = 10001'],
  ])('narrowed by %j is %s', (narrowed, query) => {
    expect(queryOf('a = b OR c = d', narrowed)).toBe(query);
  });
});
