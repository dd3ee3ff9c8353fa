import {
  addressWriter,
  amongst,
  filledLists,
  listsIn,
  placeIn,
  textIn,
} from './listAddress';

const address = (text: string) => new URLSearchParams(text);

describe('what an address says about a list', () => {
  it.each([
    ['nothing', '', { limit: 50, page: 1 }],
    [
      'a later page',
      'page=3&cursor=c3&limit=25',
      { limit: 25, page: 3, cursor: 'c3' },
    ],
    ['a page without its cursor', 'page=3', { limit: 50, page: 1 }],
    ['a cursor without its page', 'cursor=c3', { limit: 50, page: 1 }],
    ['a size that is not offered', 'limit=7', { limit: 50, page: 1 }],
  ])('the place: %s', (_, text, place) => {
    expect(placeIn(address(text), 50)).toEqual(place);
  });

  it('the text, not longer than anybody types', () => {
    expect(textIn(address('q=pay'))).toBe('pay');
    expect(textIn(address(''))).toBe('');
    expect(textIn(address(`q=${'a'.repeat(300)}`))).toHaveLength(200);
  });

  it('each value of a filter once, and of known values only those', () => {
    const search = address('owner=a&owner=b&owner=a&owner=&state=late&state=x');
    expect(listsIn(search, ['owner', 'tier'])).toEqual({
      owner: ['a', 'b'],
      tier: [],
    });
    expect(amongst(['early', 'late'], search, 'state')).toEqual(['late']);
  });
});

describe('an address is written', () => {
  it('in the order of the calls, without what is usual or empty', () => {
    const { search, put, putLists, putPlace } = addressWriter([['tab', 'all']]);
    put('order', 'asc', 'asc');
    put('q', '');
    put('days', undefined);
    putLists({ tier: ['0', '1'], owner: [] }, ['owner', 'tier']);
    put('orderBy', 'due', 'rank');
    putPlace({ limit: 25, page: 2, cursor: 'c2' }, 50);
    expect(String(search)).toBe(
      'tab=all&tier=0&tier=1&orderBy=due&limit=25&page=2&cursor=c2',
    );
  });

  it('without a page that no cursor leads to', () => {
    const { search, putPlace } = addressWriter();
    putPlace({ limit: 50, page: 2 }, 50);
    expect(String(search)).toBe('');
  });
});

it('a filter without values is not sent, because it would mean "none"', () => {
  const params = { owner: ['a'], tier: [], state: ['b'] };
  expect(filledLists(params, ['owner', 'tier'])).toEqual({ owner: ['a'] });
});
