import { selectedTags } from './selectedTags';

describe('tags that a selector of alerts names', () => {
  it.each([
    ['tag:"service:payments"', ['service:payments']],
    ['tag: "Payments API"', ['Payments API']],
    ['tag:payments', ['payments']],
    ['tag:service:payments', ['service:payments']],
    ['tags:a OR tag:b', ['a', 'b']],
    ['tag:a, tag:b, tag:a', ['a', 'b']],
  ])('%s: %j', (query, tags) => {
    expect(selectedTags(query)).toEqual(tags);
  });

  it.each([
    undefined,
    '',
    'payments',
    'tag:a AND priority:P1',
    'tag:a OR message:down',
    'NOT tag:a',
    'tag:pay*',
    'tag:""',
    `tag:"${'x'.repeat(300)}"`,
  ])('none of %j', query => {
    expect(selectedTags(query)).toEqual([]);
  });
});
