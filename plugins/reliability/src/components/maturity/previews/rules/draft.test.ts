import type { ScorecardDefinition } from '@plimsoll/backstage-plugin-reliability-common';
import { countChanges, faultOf, requestOf, type Draft } from './draft';

const definition: ScorecardDefinition = {
  id: 'test',
  title: 'Test',
  levels: [
    { id: 'bronze', name: 'Bronze' },
    { id: 'silver', name: 'Silver' },
  ],
  checks: [
    {
      id: 'a',
      title: 'A',
      level: 'bronze',
      dimension: 'x',
      weight: 2,
      pass: 'true',
      enforceFrom: '2027-01-01',
    },
    {
      id: 'b',
      title: 'B',
      level: 'silver',
      dimension: 'x',
      weight: 1,
      pass: 'true',
    },
  ],
};
const tiers = [
  {
    id: 'tier-0',
    name: 'Critical',
    rank: 0,
    contract: {
      sloTarget: 99.9,
      rto: 'PT15M',
      oncall: { coverage: '24x7' as const, minResponders: 4 },
    },
  },
];
const draftOf = (changed: Partial<Draft>): Draft => ({
  checks: {},
  tiers: {},
  ...changed,
});

it.each<[string, Partial<Draft>, object]>([
  ['nothing', {}, { changes: {} }],
  [
    'what was changed and changed back',
    { checks: { a: { weight: '2', planned: false } } },
    { changes: {} },
  ],
  [
    'a level and a weight',
    {
      checks: { a: { level: 'silver', weight: '2.5' }, b: { level: 'bronze' } },
    },
    {
      changes: {
        checks: [
          { id: 'a', level: 'silver', weight: 2.5 },
          { id: 'b', level: 'bronze' },
        ],
      },
    },
  ],
  [
    'a date taken away and one set',
    {
      checks: { a: { enforceFrom: '' }, b: { enforceFrom: '2027-02-01' } },
    },
    {
      changes: {
        checks: [
          { id: 'a', enforceFrom: null },
          { id: 'b', enforceFrom: '2027-02-01' },
        ],
      },
    },
  ],
  [
    'a check left out, with the level that has no other',
    { checks: { b: { removed: true, weight: '9' } } },
    {
      changes: {
        remove: ['b'],
        levels: [{ id: 'bronze', name: 'Bronze' }],
      },
    },
  ],
  [
    'the whole contract of a tier, with what is not shown in it',
    { tiers: { 'tier-0': { sloTarget: '99.99', rto: '' } } },
    {
      changes: {},
      tiers: {
        'tier-0': {
          sloTarget: 99.99,
          oncall: { coverage: '24x7', minResponders: 4 },
        },
      },
    },
  ],
])('asks for %s', (_, changed, expected) => {
  expect(requestOf(definition, tiers, draftOf(changed))).toEqual({
    scorecard: 'test',
    ...expected,
  });
});

it.each<[Partial<Draft>, number]>([
  [{}, 0],
  [{ checks: { a: { weight: '2' } } }, 0],
  [{ checks: { a: { weight: '3' } }, tiers: { 'tier-0': { rpo: 'PT1M' } } }, 2],
])('counts the changes of %j', (changed, count) => {
  expect(countChanges(definition, tiers, draftOf(changed))).toBe(count);
});

it.each<[Partial<Draft>, string | undefined]>([
  [{ checks: { a: { weight: '0' } } }, undefined],
  [{ checks: { a: { weight: '' } } }, 'badWeight'],
  [{ checks: { a: { weight: '1001' } } }, 'badWeight'],
  [{ tiers: { 'tier-0': { sloTarget: '' } } }, undefined],
  [{ tiers: { 'tier-0': { sloTarget: '100' } } }, 'badTarget'],
  [{ tiers: { 'tier-0': { minResponders: '1.5' } } }, 'badResponders'],
])('finds what is wrong with %j', (changed, fault) => {
  expect(faultOf(draftOf(changed))).toBe(fault);
});
