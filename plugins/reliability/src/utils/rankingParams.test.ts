import {
  filterOf,
  formatRankingParams,
  isFiltered,
  parseRankingParams,
  queryOf,
  withoutFilters,
} from './rankingParams';

const parse = (text: string) => parseRankingParams(new URLSearchParams(text));
const again = (text: string) => formatRankingParams(parse(text)).toString();

describe('the address of the ranking', () => {
  it.each([
    ['nothing', ''],
    ['one filter', 'tier=tier-0'],
    ['the same filter twice', 'tier=tier-0&tier=tier-1'],
    ['text', 'q=pay+now'],
    ['a check that fails', 'check=runbook'],
    ['a check with another outcome', 'check=runbook&outcome=unknown'],
    ['those that need attention', 'attention=true'],
    ['an order', 'orderBy=score&order=desc'],
    ['a page size', 'limit=25'],
    ['a later page', 'page=3&cursor=abc'],
    [
      'all of it',
      'scorecard=launch&q=pay&tier=tier-0&owner=group%3Adefault%2Fpay&system=s&domain=d&level=none&check=runbook&outcome=pass&attention=true&orderBy=trend&order=desc&limit=100&page=2&cursor=x',
    ],
  ])('keeps %s', (_, text) => {
    expect(again(text)).toBe(text);
  });

  it.each([
    ['an unknown order', 'orderBy=beauty&order=up', ''],
    ['a page size that is not offered', 'limit=9999', ''],
    ['an unknown outcome', 'check=runbook&outcome=maybe', 'check=runbook'],
    ['an outcome without a check', 'outcome=pass', ''],
    ['a page without its cursor', 'page=4', ''],
    ['a cursor without its page', 'cursor=abc', ''],
    ['empty values', 'tier=&owner=&q=', ''],
    ['the same value twice', 'tier=a&tier=a', 'tier=a'],
    ['what is not its own', 'utm_source=mail', ''],
  ])('drops %s', (_, text, left) => {
    expect(again(text)).toBe(left);
  });
});

describe('queryOf', () => {
  it('asks for the first page of everything by rank', () => {
    expect(queryOf(parse(''))).toEqual({
      orderBy: 'rank',
      order: 'asc',
      limit: 50,
    });
  });

  it('asks for what the address says', () => {
    expect(
      queryOf(
        parse(
          'q=+pay+&tier=tier-0&check=runbook&attention=true&page=2&cursor=c',
        ),
      ),
    ).toEqual({
      q: 'pay',
      tier: ['tier-0'],
      check: 'runbook',
      outcome: 'fail',
      attention: 'true',
      orderBy: 'rank',
      order: 'asc',
      limit: 50,
      cursor: 'c',
    });
  });
});

describe('withoutFilters', () => {
  it('keeps scorecard, order and page size', () => {
    const text =
      'scorecard=launch&q=a&tier=t&check=c&attention=true&orderBy=score&limit=25&page=2&cursor=c';
    expect(formatRankingParams(withoutFilters(parse(text))).toString()).toBe(
      'scorecard=launch&orderBy=score&limit=25',
    );
  });
});

describe('isFiltered', () => {
  it.each([
    ['', false],
    ['scorecard=launch&orderBy=score', false],
    ['q=+', false],
    ['q=a', true],
    ['level=none', true],
    ['attention=true', true],
  ])('of "%s" is %s', (text, expected) => {
    expect(isFiltered(parse(text))).toBe(expected);
    expect(filterOf(parse(text)).scorecard !== undefined).toBe(
      text.includes('scorecard'),
    );
  });
});
