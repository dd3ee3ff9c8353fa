import { compiledChecklist, DAY, itemOf } from '../../testUtils';
import { answersByItem, lifetimeOf } from './answer';

describe('answers find their items', () => {
  const checklist = compiledChecklist([
    itemOf({ id: 'new', formerly: ['newer', 'old'] }),
    itemOf({ id: 'other' }),
  ]);

  it.each([
    ['by the id', ['new'], { new: 'new' }],
    ['by a former id', ['old'], { new: 'old' }],
    ['by the id before a former one', ['old', 'new'], { new: 'new' }],
    ['by the former id that comes first', ['old', 'newer'], { new: 'newer' }],
    ['each its own', ['other', 'new'], { new: 'new', other: 'other' }],
    ['and none where there is no such item', ['removed'], {}],
  ])('%s', (_, stored, expected) => {
    const rows = stored.map(itemId => ({ itemId }));
    const found = [...answersByItem(checklist, rows)].map(
      ([id, { itemId }]) => [id, itemId],
    );
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

it.each<[string, string | Record<string, string> | undefined, number?]>([
  ['for ever, where nothing is said', undefined, undefined],
  ['as long as is said', 'P10D', 10 * DAY],
  ['as long as the tier says', { default: 'P9D', 'tier-1': 'P1D' }, DAY],
  ['as the others', { default: 'P9D', 'tier-0': 'P1D' }, 9 * DAY],
  ['for ever, where only others age', { 'tier-0': 'P1D' }, undefined],
])('an answer holds %s', (_, expires, lifetime) => {
  expect(lifetimeOf({ expires }, 'tier-1')).toBe(lifetime);
});

it('takes no tier for a member that every object has', () => {
  expect(lifetimeOf({ expires: {} }, 'constructor')).toBeUndefined();
});
