import { assess } from './assess';
import { attentionOf, DROP_NOTICE } from './attention';
import {
  checkOf,
  ciFacts,
  compiled,
  DAY,
  definitionOf,
  exemptionOf,
  NOW,
  tier0,
  tier1,
  tier2,
} from '../../testUtils';
import { TierResolution } from '../tier';
import { CheckDefinition, Exemption } from './scorecard';

const untiered: TierResolution = { source: 'none' };

function attention(
  checks: Partial<CheckDefinition>[],
  service: Partial<Parameters<typeof attentionOf>[2]> = {},
  exemptions: Exemption[] = [],
  now: number = NOW,
) {
  const scorecard = compiled(
    definitionOf(checks.map((check, i) => checkOf({ id: `c${i}`, ...check }))),
  );
  const facts = ciFacts({ old: true }, NOW - DAY);
  const assessment = assess(facts, scorecard, now, exemptions);
  return attentionOf(
    assessment,
    scorecard,
    { tier: untiered, problems: [], ...service },
    now,
  ).map(({ kind, text }) => `${kind}: ${text}`);
}

const passing = { pass: 'true' };
const failing = { pass: 'false' };
const stale = { pass: 'facts["ci/old"]' };
const unknown = { pass: 'facts["ci/never"] == 1' };
const declared = (tier: typeof tier0): Partial<{ tier: TierResolution }> => ({
  tier: { tier, source: 'declared' },
});

describe('a service needs attention', () => {
  it.each<[string, Parameters<typeof attention>, string[]]>([
    ['not while everything is fine', [[passing], declared(tier0)], []],
    ['not for failing checks alone', [[failing]], []],
    [
      'as mission critical below the first level',
      [[failing], declared(tier0)],
      ['critical-below-first-level: Mission critical, yet below Bronze'],
    ],
    [
      'as business critical below the first level',
      [[failing], declared(tier1)],
      ['critical-below-first-level: Business critical, yet below Bronze'],
    ],
    [
      'not as a lesser tier below the first level',
      [[failing], declared(tier2)],
      [],
    ],
    [
      'not as critical on the first level',
      [[passing, { ...failing, level: 'silver' }], declared(tier0)],
      [],
    ],
    [
      'for every problem of its data',
      [[passing], { problems: ['one', 'two'] }],
      ['data-problem: one', 'data-problem: two'],
    ],
    [
      'for one check that is stale',
      [[stale]],
      ['stale-facts: 1 check without fresh facts'],
    ],
    [
      'for several checks that are stale',
      [[stale, stale]],
      ['stale-facts: 2 checks without fresh facts'],
    ],
    [
      'for checks without facts',
      [[unknown, unknown]],
      ['unknown-facts: 2 checks without facts'],
    ],
    [
      'for checks that only a tier could decide',
      [[{ pass: 'tier.rank <= 1' }, unknown]],
      [
        'unknown-facts: Without a tier 1 check cannot be decided',
        'unknown-facts: 1 check without facts',
      ],
    ],
    [
      'for stale and for absent facts apart',
      [[stale, unknown]],
      [
        'stale-facts: 1 check without fresh facts',
        'unknown-facts: 1 check without facts',
      ],
    ],
    [
      'not for what is planned or starts later',
      [
        [
          passing,
          { ...stale, planned: true },
          { ...unknown, enforceFrom: '2027-01-01' },
        ],
      ],
      [],
    ],
  ])('%s', (_, given, expected) => {
    expect(attention(...given)).toEqual(expected);
  });

  it.each([
    ['from the moment it lost a level', NOW, ['dropped: Lost a level lately']],
    [
      'until just before the notice ends',
      NOW - DROP_NOTICE + 1,
      ['dropped: Lost a level lately'],
    ],
    ['not when the notice ends', NOW - DROP_NOTICE, []],
  ])('%s', (_, droppedAt, expected) => {
    expect(attention([passing], { droppedAt })).toEqual(expected);
  });

  const until = '2026-12-31';
  const end = Date.parse('2027-01-01');
  it.each([
    ['not while an exemption lasts', end - 14 * DAY - 1, []],
    [
      'from two weeks before an exemption ends',
      end - 14 * DAY,
      ['exemption-ending: 1 exemption about to end'],
    ],
    [
      'in its last millisecond',
      end - 1,
      ['exemption-ending: 1 exemption about to end'],
    ],
    ['not for an exemption that has ended', end, []],
  ])('%s', (_, now, expected) => {
    const exemptions = [exemptionOf({ check: 'c0', until })];
    expect(attention([failing], {}, exemptions, now)).toEqual(expected);
  });

  it('for everything at once, most urgent first', () => {
    const kinds = attention(
      [failing, failing, stale, unknown],
      { ...declared(tier0), problems: ['one'], droppedAt: NOW },
      [exemptionOf({ check: 'c0', until: '2026-11-20' })],
    ).map(text => text.split(':')[0]);
    expect(kinds).toEqual([
      'critical-below-first-level',
      'data-problem',
      'dropped',
      'stale-facts',
      'unknown-facts',
      'exemption-ending',
    ]);
  });
});
