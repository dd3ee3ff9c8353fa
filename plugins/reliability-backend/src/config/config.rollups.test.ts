import { complaintAbout } from '../__testUtils__/config';
import { configOf } from '../__testUtils__/harness';

const tiers = [
  { id: 'gold', name: 'Gold' },
  { id: 'lead', name: 'Lead' },
];

it.each([
  [
    'the shipped tiers',
    {},
    { 'tier-0': 8, 'tier-1': 4, 'tier-2': 2, 'tier-3': 1, untiered: 1 },
  ],
  ['tiers of the company', { tiers }, { gold: 2, lead: 1, untiered: 1 }],
  [
    'weights of the company',
    { tiers, rollups: { tierWeights: { gold: 10, untiered: 0.5 } } },
    { gold: 10, lead: 1, untiered: 0.5 },
  ],
])('weighs %s', (_, section, expected) => {
  const { rollups } = configOf(section);
  expect(Object.fromEntries(rollups.tierWeights)).toEqual(expected);
});

it.each([
  [
    'an unknown tier',
    { 'tier-9': 2 },
    /rollups\.tierWeights\.tier-9: unknown tier, expected one of tier-0, .*untiered/,
  ],
  [
    'a weight of nothing',
    { 'tier-0': 0 },
    /rollups\.tierWeights\.tier-0: expected a number above 0/,
  ],
])('refuses %s', (_, tierWeights, complaint) => {
  expect(complaintAbout({ rollups: { tierWeights } })).toMatch(complaint);
});
