import {
  checklistOf,
  checklistProblemsOf,
  compiledChecklist,
  itemOf,
  tier1,
} from '../../testUtils';
import { defaultTiers } from '../tier';
import { ChecklistDefinition, ChecklistItem } from './checklist';
import { compileChecklist, itemHashOf } from './compileChecklist';

const one = (
  changed: Partial<ChecklistItem>,
  checklist: Partial<ChecklistDefinition> = {},
) => checklistOf([itemOf(changed)], checklist);

const general = { id: 'general', title: 'General' };
const design = { id: 'design', title: 'Design' };

describe('a checklist is refused', () => {
  it.each<[string, ChecklistDefinition, string]>([
    [
      'with an id of an item used twice',
      checklistOf([itemOf(), itemOf({ id: 'a' }), itemOf({ id: 'a' })]),
      'items[2].id: "a" is used twice',
    ],
    [
      'with a former id that another item has',
      checklistOf([itemOf({ id: 'a' }), itemOf({ id: 'b', formerly: ['a'] })]),
      'items[1].formerly[0]: "a" is used twice',
    ],
    [
      'with a former id that another item had',
      checklistOf([
        itemOf({ id: 'a', formerly: ['x'] }),
        itemOf({ id: 'b', formerly: ['y', 'x'] }),
      ]),
      'items[1].formerly[1]: "x" is used twice',
    ],
    [
      'with an item that was called as it is called',
      one({ id: 'a', formerly: ['a'] }),
      'items[0].formerly[0]: "a" is used twice',
    ],
    [
      'with an id of a phase used twice',
      one({}, { phases: [design, design] }),
      'phases[1].id: "design" is used twice',
    ],
    [
      'with an id of a category used twice',
      one({}, { categories: [general, general] }),
      'categories[1].id: "general" is used twice',
    ],
    [
      'with an item of an unknown phase',
      one({ phase: 'dusk' }),
      'items[0].phase: unknown phase "dusk", expected one of design, live',
    ],
    [
      'with an item of an unknown category',
      one({ category: 'misc' }, { categories: [general] }),
      'items[0].category: unknown category "misc", expected one of general',
    ],
    [
      'with an expiry for an unknown tier',
      one({ expires: { default: 'P1Y', 'tier-9': 'P1D' } }),
      'items[0].expires.tier-9: unknown tier "tier-9", expected one of tier-0, tier-1, tier-2, tier-3, untiered, default',
    ],
    [
      'with a reviewer for an unknown tier',
      one(
        {},
        {
          signOff: {
            reviewer: 'anyone',
            reviewerByTier: { 'tier-9': 'anyone' },
          },
        },
      ),
      'signOff.reviewerByTier.tier-9: unknown tier "tier-9", expected one of tier-0, tier-1, tier-2, tier-3, untiered',
    ],
    [
      'with an automatic item that wants evidence',
      one({ verify: 'entity.ownerExists', evidence: 'required' }),
      'items[0].evidence: an automatic item takes no evidence',
    ],
    [
      'with an automatic item that expires',
      one({ verify: 'entity.ownerExists', expires: 'P1Y' }),
      'items[0].expires: an automatic item does not expire',
    ],
    [
      'with a rule that is no CEL',
      one({ verify: 'entity.owner ==' }),
      'items[0].verify: column 16: Unexpected token: EOF',
    ],
    [
      'with a rule that compares a text with a number',
      one({ required: 'true && entity.owner > 3' }),
      'items[0].required: column 9: no such overload: string > int',
    ],
    [
      'with a condition that is no yes or no',
      one({}, { when: 'entity.owner' }),
      'when: column 1: must be true or false, but is string',
    ],
    [
      'with a fact that does not exist',
      one({ verify: 'entity.onwerExists' }),
      'items[0].verify: column 8: No such key: onwerExists',
    ],
    [
      'with a tier that does not exist',
      one({}, { when: 'tier.id == "tier-7"' }),
      'when: column 12: unknown tier "tier-7", expected one of tier-0, tier-1, tier-2, tier-3, untiered',
    ],
    [
      'with a rule that waits for a checklist',
      one({ verify: 'true && readiness["launch"].progress > 50.0' }),
      'items[0].verify: column 9: a checklist cannot read readiness facts, which come from checklists',
    ],
    [
      'with a condition that asks for a checklist',
      one({}, { when: '"launch" in readiness' }),
      'when: column 1: a checklist cannot read readiness facts, which come from checklists',
    ],
  ])('%s', (_, definition, problem) => {
    expect(checklistProblemsOf(definition)).toEqual([problem]);
  });

  it('with all that is wrong, not only the first', () => {
    const definition = checklistOf(
      [itemOf({ phase: 'dusk', required: '1' }), itemOf({ verify: ')' })],
      { when: '2' },
    );
    expect(
      checklistProblemsOf(definition).map(text => text.split(':')[0]),
    ).toEqual([
      'items[1].id',
      'items[0].phase',
      'when',
      'items[0].required',
      'items[1].verify',
    ]);
  });
});

it.each<[string, ChecklistDefinition]>([
  ['durations by tier', one({ expires: { 'tier-0': 'P1D', untiered: 'P2D' } })],
  ['a rule that decides who must', one({ required: 'tier.rank <= 1' })],
  ['evidence that may be given', one({ verify: 'true', evidence: 'optional' })],
  ['categories as the items name them', one({ category: 'Anything at all' })],
])('takes %s', (_, definition) => {
  expect(checklistProblemsOf(definition)).toEqual([]);
});

it('keeps the order of the categories as written, else as the items come', () => {
  const items = ['b', 'a', 'b'].map((category, index) =>
    itemOf({ id: `item-${index}`, category }),
  );
  const categories = [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ];
  expect(compiledChecklist(items).categories).toEqual([
    { id: 'b', title: 'b' },
    { id: 'a', title: 'a' },
  ]);
  expect(compiledChecklist(items, { categories }).categories).toBe(categories);
});

it('names every fact that its rules read, once', () => {
  const { paths } = compiledChecklist(
    [
      itemOf({ required: 'tier.rank <= 1', verify: 'entity.ownerExists' }),
      itemOf({ id: 'b', required: 'tier.rank <= 2' }),
    ],
    { when: 'entity.lifecycle == "production"' },
  );
  expect(paths.map(({ text }) => text)).toEqual([
    'entity.lifecycle',
    'tier.rank',
    'entity.ownerExists',
  ]);
});

describe('the hash of a checklist', () => {
  const hashOf = (definition: ChecklistDefinition, tiers = defaultTiers) => {
    const result = compileChecklist(definition, { tiers });
    return result.kind === 'ok' ? result.checklist.hash : undefined;
  };

  it.each([
    ['its title', one({}, { title: 'Other' }), defaultTiers],
    ['a weight', one({ weight: 2 }), defaultTiers],
    [
      'a tier contract',
      one({}),
      defaultTiers.map(tier =>
        tier === tier1 ? { ...tier, contract: {} } : tier,
      ),
    ],
  ])('changes with %s', (_, definition, tiers) => {
    expect(hashOf(definition, tiers)).not.toBe(hashOf(one({})));
    expect(hashOf(definition, tiers)).toBe(hashOf(definition, [...tiers]));
  });
});

describe('the hash of an item', () => {
  it.each<[string, Partial<ChecklistItem>]>([
    ['title', { title: 'Another' }],
    ['rule', { verify: 'true' }],
    ['demand', { required: false }],
    ['evidence', { evidence: 'none' }],
    ['expiry', { expires: 'P1Y' }],
    ['phase', { phase: 'live' }],
    ['why', { why: 'Because' }],
    ['how', { how: 'So' }],
  ])('changes with its %s', (_, changed) => {
    expect(itemHashOf(itemOf(changed))).not.toBe(itemHashOf(itemOf()));
  });

  it.each<[string, Partial<ChecklistItem>]>([
    ['weight', { weight: 5 }],
    ['category', { category: 'other' }],
    ['links', { links: [{ title: 'a', url: 'https://example.com' }] }],
    ['former ids', { formerly: ['old'] }],
  ])('does not change with its %s', (_, changed) => {
    expect(itemHashOf(itemOf(changed))).toBe(itemHashOf(itemOf()));
  });
});
