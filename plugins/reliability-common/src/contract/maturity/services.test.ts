import { issuesOf } from '../../testUtils';
import { facetQuerySchema, listServicesQuerySchema } from './services';
import { historyQuerySchema } from './history';

describe('what a list of services is asked for', () => {
  it.each([
    [
      'nothing means the ranking from the top',
      {},
      { orderBy: 'rank', order: 'asc', limit: 50 },
    ],
    ['an empty owner means none', { owner: '' }, { owner: [] }],
    [
      'several tiers mean any of them',
      { tier: ['tier-0', 'untiered'] },
      { tier: ['tier-0', 'untiered'] },
    ],
    ['one level is a list of one', { level: 'none' }, { level: ['none'] }],
    ['attention is a switch', { attention: 'true' }, { attention: true }],
    [
      'attention can be switched off',
      { attention: 'false' },
      { attention: false },
    ],
    [
      'a page is a number',
      { limit: '10', cursor: 'x' },
      { limit: 10, cursor: 'x' },
    ],
  ])('%s', (_, query, expected) => {
    expect(listServicesQuerySchema.parse(query)).toMatchObject(expected);
  });

  it('a parameter that is absent is no filter', () => {
    expect(listServicesQuerySchema.parse({})).not.toHaveProperty('owner');
  });

  it.each([
    ['an unknown order', { orderBy: 'luck' }, /^orderBy: .*"rank"/],
    ['an unknown direction', { order: 'up' }, /^order: .*"asc"/],
    ['an unknown outcome', { outcome: 'failed' }, /^outcome: .*"fail"/],
    ['a switch that is none', { attention: 'maybe' }, /^attention: /],
    ['two scorecards', { scorecard: ['a', 'b'] }, /^scorecard: /],
    ['a very long text', { q: 'x'.repeat(201) }, /^q: /],
    ['a limit beyond the largest', { limit: '501' }, /^limit: /],
  ])('%s is refused by name', (_, query, message) => {
    expect(issuesOf(listServicesQuerySchema, query)).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

it.each([
  ['as many values as allowed', '200', []],
  ['too many values', '201', [expect.stringMatching(/^limit: /)]],
])('a facet is asked for %s', (_, limit, issues) => {
  expect(issuesOf(facetQuerySchema, { limit })).toEqual(issues);
});

it.each(['from', 'to'])(
  'the history says what a time in %s looks like',
  key => {
    expect(issuesOf(historyQuerySchema, { [key]: '2026-12-01' })).toEqual([
      `${key}: expected a time with its zone such as 2026-12-01T09:00:00Z`,
    ]);
  },
);
