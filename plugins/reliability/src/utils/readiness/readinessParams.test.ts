import {
  formatReadinessParams,
  parseReadinessParams,
  progressFilterOf,
  progressQueryOf,
  withoutReadinessFilters,
} from './readinessParams';

const parse = (text: string) => parseReadinessParams(new URLSearchParams(text));

describe('the address of the readiness page', () => {
  it.each([
    '',
    'checklist=launch&q=pay&tier=tier-0&tier=tier-1&owner=group%3Adefault%2Fa',
    'item=restore&state=expired&orderBy=missing&order=desc&limit=100',
    'page=2&cursor=abc',
  ])('survives reading and writing: "%s"', text => {
    expect(formatReadinessParams(parse(text)).toString()).toBe(text);
  });

  it('drops what makes no sense', () => {
    const text = 'state=good&orderBy=luck&order=up&limit=7&page=3&tier=';
    expect(formatReadinessParams(parse(text)).toString()).toBe('');
  });
});

describe('what is asked of the API', () => {
  it('is the filter and the page', () => {
    expect(progressQueryOf(parse('tier=tier-0&item=restore&limit=50'))).toEqual(
      {
        tier: ['tier-0'],
        item: 'restore',
        state: 'not-met',
        orderBy: 'progress',
        order: 'asc',
        limit: 50,
      },
    );
  });

  it('has no filter that is not set', () => {
    expect(progressFilterOf(parse('checklist=launch&state=met'))).toEqual({});
  });

  it('without filters keeps checklist and order', () => {
    const params = withoutReadinessFilters(
      parse('checklist=launch&q=a&item=b&order=desc'),
    );
    expect(formatReadinessParams(params).toString()).toBe(
      'checklist=launch&order=desc',
    );
  });
});
