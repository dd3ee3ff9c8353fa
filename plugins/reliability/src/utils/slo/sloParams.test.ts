import {
  formatSloParams,
  isSloFiltered,
  parseSloParams,
  sloFilterOf,
  sloQueryOf,
  sloServiceFilterOf,
  withoutSloFilters,
} from './sloParams';

const parse = (text: string) => parseSloParams(new URLSearchParams(text));

describe('the address of the list of SLOs', () => {
  it.each([
    '',
    'q=pay&status=breached&status=no_data&tier=tier-0&owner=group%3Adefault%2Fa&system=system%3Adefault%2Fb',
    'orderBy=burn&order=desc&limit=100',
    'page=2&cursor=abc',
  ])('survives reading and writing: "%s"', text => {
    expect(formatSloParams(parse(text)).toString()).toBe(text);
  });

  it('drops what makes no sense', () => {
    const text =
      'status=splendid&orderBy=luck&order=up&limit=7&page=3&tier=&owner=a&owner=a';
    expect(formatSloParams(parse(text)).toString()).toBe('owner=a');
  });
});

describe('what is asked of the API', () => {
  it('is the filter and the page', () => {
    expect(
      sloQueryOf(parse('status=burning&tier=tier-0&q=%20pay%20&limit=25')),
    ).toEqual({
      status: ['burning'],
      tier: ['tier-0'],
      q: 'pay',
      orderBy: 'worst',
      order: 'asc',
      limit: 25,
    });
  });

  it('has no filter that is not set', () => {
    expect(sloFilterOf(parse('orderBy=burn&q=%20'))).toEqual({});
  });

  it('of services knows nothing of the status and the text', () => {
    expect(
      sloServiceFilterOf(parse('status=burning&q=pay&owner=group:default/a')),
    ).toEqual({ owner: ['group:default/a'] });
  });

  it('without filters keeps the order', () => {
    const params = parse('q=a&status=error&orderBy=burn&order=desc&limit=100');
    expect(isSloFiltered(params)).toBe(true);
    const cleared = withoutSloFilters(params);
    expect(isSloFiltered(cleared)).toBe(false);
    expect(formatSloParams(cleared).toString()).toBe(
      'orderBy=burn&order=desc&limit=100',
    );
  });
});
