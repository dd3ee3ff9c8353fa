import {
  formatRollupParams,
  parseRollupParams,
  rollupFilterOf,
} from './rollupParams';

const parse = (text: string) => parseRollupParams(new URLSearchParams(text));

it.each([
  '',
  'by=system&tier=tier-0&tier=tier-1&domain=domain%3Adefault%2Fa',
  'group=group%3Adefault%2Fa&group=group%3Adefault%2Fb',
  'compare=system&compareTier=tier-2&compareType=',
  'days=7&direction=down&scorecard=second',
])('writes the address "%s" as it was', text => {
  expect([...formatRollupParams(parse(text))].sort()).toEqual(
    [...new URLSearchParams(text)].sort(),
  );
});

it('takes what makes no sense as not given, and two groups at most', () => {
  expect(parse('by=x&days=8&direction=z&compare=tier')).toEqual(parse(''));
  expect(parse('group=a&group=b&group=c').group).toEqual(['a', 'b']);
});

it('narrows by what is chosen only', () => {
  expect(rollupFilterOf(parse('tier=tier-0&by=system&days=7'))).toEqual({
    tier: ['tier-0'],
  });
});
