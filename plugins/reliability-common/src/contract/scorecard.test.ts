import { issuesOf } from '../testUtils';
import { exemptionSchema, scorecardDefinitionSchema } from './scorecard';

const level = { id: 'bronze', name: 'Bronze' };
const check = { id: 'owner', title: 'Owner', level: 'bronze', pass: 'true' };
const scorecard = { id: 'a', title: 'A', levels: [level], checks: [check] };

const withCheck = (changed: object) => ({
  ...scorecard,
  checks: [check, { ...check, id: 'other', ...changed }],
});
const withLevel = (changed: object) => ({
  ...scorecard,
  levels: [{ ...level, ...changed }],
});

it('a check weighs 1 and is general unless it says otherwise', () => {
  expect(scorecardDefinitionSchema.parse(scorecard).checks).toEqual([
    { ...check, weight: 1, dimension: 'general' },
  ]);
});

describe('a scorecard is refused', () => {
  it.each([
    ['without levels', { ...scorecard, levels: [] }, /^levels: /],
    ['without checks', { ...scorecard, checks: [] }, /^checks: /],
    ['without a title', { ...scorecard, title: '' }, /^title: /],
    [
      'with an id that no URL likes',
      { ...scorecard, id: 'My Card' },
      /^id: expected lower-case/,
    ],
    [
      'with a key that does not exist',
      { ...scorecard, level: 1 },
      /Unrecognized key: "level"/,
    ],
    [
      'with a level called none',
      withLevel({ id: 'none' }),
      /^levels\.0\.id: "none" stands for no level/,
    ],
    [
      'with a level that needs more than everything',
      withLevel({ minScore: 101 }),
      /^levels\.0\.minScore: /,
    ],
    [
      'with a negative weight',
      withCheck({ weight: -1 }),
      /^checks\.1\.weight: .*>=0/,
    ],
    [
      'with an endless weight',
      withCheck({ weight: Infinity }),
      /^checks\.1\.weight: /,
    ],
    ['with an empty rule', withCheck({ pass: '' }), /^checks\.1\.pass: /],
    ['with an empty condition', withCheck({ when: '' }), /^checks\.1\.when: /],
    [
      'with a key of a check that does not exist',
      withCheck({ fixes: 'x' }),
      /^checks\.1: Unrecognized key: "fixes"/,
    ],
    [
      'with a date in words',
      withCheck({ enforceFrom: 'soon' }),
      /^checks\.1\.enforceFrom: expected a date such as 2026-12-01$/,
    ],
    [
      'with a day that does not exist',
      withCheck({ enforceFrom: '2026-02-30' }),
      /^checks\.1\.enforceFrom: expected a date/,
    ],
  ])('%s', (_, definition, message) => {
    expect(issuesOf(scorecardDefinitionSchema, definition)).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

describe('a scorecard is accepted', () => {
  it.each([
    ['with a check without weight', withCheck({ weight: 0 })],
    ['with a check of a fraction', withCheck({ weight: 0.1 })],
    ['with a date', withCheck({ enforceFrom: '2026-12-01' })],
    ['with a time', withCheck({ enforceFrom: '2026-12-01T09:00:00+01:00' })],
    ['with a level that asks for points', withLevel({ minScore: 33.3 })],
    ['with a filter', { ...scorecard, filter: { kind: 'Component' } }],
  ])('%s', (_, definition) => {
    expect(issuesOf(scorecardDefinitionSchema, definition)).toEqual([]);
  });
});

describe('an exemption', () => {
  const exemption = {
    scorecard: 'a',
    check: 'owner',
    entityRef: 'component:default/pay',
    reason: 'Is rewritten',
    approvedBy: 'user:default/ada',
    until: '2026-12-01',
  };

  it('is accepted with all it needs', () => {
    expect(exemptionSchema.parse(exemption)).toEqual(exemption);
  });

  it.each([
    ['an end', { until: undefined }, /^until: expected a date/],
    ['a real end', { until: 'never' }, /^until: expected a date/],
    ['a reason', { reason: '' }, /^reason: /],
    ['somebody who approves', { approvedBy: '' }, /^approvedBy: /],
    ['known keys', { by: 'me' }, /Unrecognized key: "by"/],
  ])('needs %s', (_, changed, message) => {
    expect(issuesOf(exemptionSchema, { ...exemption, ...changed })).toEqual([
      expect.stringMatching(message),
    ]);
  });
});
