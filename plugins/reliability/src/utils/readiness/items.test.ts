import { checklistItem, checklistResponse } from '../../testUtils';
import { groupItems, isMissing, keepEqualItems, matchesText } from './items';

describe('isMissing', () => {
  it.each([
    ['unanswered', true],
    ['not-met', true],
    ['expired', true],
    ['contested', true],
    ['met', false],
    ['not-applicable', false],
  ] as const)('an item that is %s: %s', (state, missing) => {
    expect(isMissing(state)).toBe(missing);
  });
});

describe('groupItems', () => {
  const checklist = checklistResponse();

  it('keeps the order of the checklist and leaves empty headings out', () => {
    const items = checklist.items.filter(item => item.phase !== 'design');
    expect(
      groupItems(items, checklist, 'phase').map(({ title }) => title),
    ).toEqual(['Before production', 'Live']);
  });

  it('gives a category that nobody named a heading', () => {
    const items = [checklistItem({ category: 'toil' })];
    expect(groupItems(items, checklist, 'category')).toMatchObject([
      { id: 'toil', title: 'toil' },
    ]);
  });
});

describe('matchesText', () => {
  it.each([
    ['', true],
    ['RESTORE', true],
    ['backup restore', true],
    ['restore unicorn', false],
  ])('"%s": %s', (text, expected) => {
    const item = checklistItem({
      title: 'A restore was tried',
      why: 'A backup is a hope.',
    });
    expect(matchesText(item, text)).toBe(expected);
  });
});

describe('keepEqualItems', () => {
  it('keeps the object of an item that did not change', () => {
    const before = checklistResponse();
    const after = JSON.parse(JSON.stringify(before));
    after.items[0].state = 'met';
    after.items[0].version = 9;
    const kept = keepEqualItems(before, after);
    expect(kept.items[0]).toBe(after.items[0]);
    expect(kept.items[1]).toBe(before.items[1]);
  });
});
