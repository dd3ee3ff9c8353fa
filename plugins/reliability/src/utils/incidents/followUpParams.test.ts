import {
  followUpQueryOf,
  formatFollowUpParams,
  isFollowUpFiltered,
  parseFollowUpParams,
  withoutFollowUpFilters,
} from './followUpParams';

const parse = (text: string) => parseFollowUpParams(new URLSearchParams(text));
const there = (text: string) => formatFollowUpParams(parse(text)).toString();

describe('the address of the follow-ups', () => {
  it.each([
    'tab=follow-ups',
    'tab=follow-ups&q=pool&overdue=true&owner=group%3Adefault%2Fpayments',
    'status=done&status=wont-do&assignee=user%3Adefault%2Fanna&order=desc',
    'limit=25&page=2&cursor=b',
  ])('comes back as it is: %s', text => {
    expect(there(text)).toBe(text);
  });

  it.each([
    ['status=open&status=in-progress', ''],
    ['status=lost&overdue=perhaps&orderBy=size&limit=7', ''],
    ['page=3', ''],
  ])('leaves out what is usual or makes no sense: %s', (text, left) => {
    expect(there(text)).toBe(left);
  });

  it('asks for what is open, by what is due, and never for an empty list', () => {
    expect(followUpQueryOf(parse(''))).toEqual({
      status: ['open', 'in-progress'],
      orderBy: 'due',
      order: 'asc',
      limit: 50,
    });
    expect(followUpQueryOf(parse('overdue=true&owner=a&q= x '))).toEqual(
      expect.objectContaining({ overdue: 'true', owner: ['a'], q: 'x' }),
    );
  });

  it('knows whether something narrows the list, and takes it away', () => {
    expect(isFollowUpFiltered(parse('tab=follow-ups&order=desc'))).toBe(false);
    for (const text of ['q=a', 'overdue=true', 'owner=a', 'status=done']) {
      expect(isFollowUpFiltered(parse(text))).toBe(true);
    }
    expect(
      formatFollowUpParams(
        withoutFollowUpFilters(parse('tab=a&q=b&order=desc&owner=c')),
      ).toString(),
    ).toBe('tab=a&order=desc');
  });
});
