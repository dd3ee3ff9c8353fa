import { Assessment } from '@plimsoll/backstage-plugin-reliability-common';
import { configOf, NOW } from '../__testUtils__/harness';
import { check, ladder, only } from '../__testUtils__/scorecards';
import { decodeExplanation, encodeExplanation } from './reportCodec';
import { versionOf } from './ScorecardVersionStore';

const [scorecard] = configOf(
  only(
    ladder({
      checks: [
        check('a', { pass: 'entity.ownerExists && facts["ci/list"] == [1]' }),
        check('b', { level: 'silver', pass: 'facts["ci/x"] == 1' }),
      ],
    }),
  ),
).scorecards;

const version = versionOf(scorecard);

type Explained = Pick<Assessment, 'checks' | 'facts' | 'nextLevel'>;

const known = (value: unknown, source = 'ci', at = NOW) => ({
  state: 'known' as const,
  value: value as string,
  source,
  at,
});

const explained = (changed: Partial<Explained> = {}): Explained => ({
  facts: {
    'tier.id': known('tier-1', 'configuration', NOW - 1),
    'entity.ownerExists': known(false, 'catalog', NOW - 2),
    'facts["ci/list"]': { ...known([1, 'a']), state: 'stale' },
    'facts["ci/x"]': { state: 'absent' },
  },
  checks: [
    { id: 'a', outcome: 'fail', enforcement: 'enforced' },
    {
      id: 'b',
      outcome: 'unknown',
      enforcement: 'scheduled',
      reason: { kind: 'absent', facts: ['facts["ci/x"]'] },
    },
  ],
  nextLevel: {
    level: 0,
    blocking: ['a'],
    missingScore: 0,
    nothingApplies: false,
    liftsTo: 0,
  },
  ...changed,
});

const encode = (written: Explained) =>
  encodeExplanation({
    ...written,
    outcomes: written.checks.map(({ outcome }) => outcome),
    observed: Object.values(written.facts),
  });

it('the facts are in the order of the scorecard, or they could not be read back', () => {
  expect(version.facts).toEqual(Object.keys(explained().facts));
});

it.each<[string, Partial<Explained>]>([
  ['known, stale and absent facts of several sources', {}],
  ['no next level', { nextLevel: undefined }],
  [
    'a planned check and an exempt one',
    {
      checks: [
        { id: 'a', outcome: 'pass', enforcement: 'planned' },
        {
          id: 'b',
          outcome: 'exempt',
          enforcement: 'enforced',
          reason: {
            kind: 'exempt',
            reason: 'Is rewritten',
            approvedBy: 'user:default/ada',
            until: '2027-01-01',
          },
        },
      ],
    },
  ],
  [
    'values that look like nothing',
    {
      facts: {
        'tier.id': known(''),
        'entity.ownerExists': known(0),
        'facts["ci/list"]': known([]),
        'facts["ci/x"]': { ...known({}), state: 'stale' },
      },
    },
  ],
  [
    'one source at two times',
    {
      facts: {
        ...explained().facts,
        'facts["ci/list"]': known('a', 'ci', NOW),
        'facts["ci/x"]': known('b', 'ci', NOW + 1),
      },
    },
  ],
])('gives back %s', (_, changed) => {
  const written = explained(changed);
  const text = encode(written);
  expect(decodeExplanation(text, version)).toEqual(written);
});

it('equal explanations are equal texts', () => {
  expect(encode(explained())).toBe(encode(explained()));
});

it.each<[string, Partial<Explained>]>([
  [
    'an outcome',
    {
      checks: [
        { ...explained().checks[0], outcome: 'pass' },
        explained().checks[1],
      ],
    },
  ],
  [
    'the age of a fact',
    {
      facts: {
        ...explained().facts,
        'tier.id': known('tier-1', 'configuration', NOW),
      },
    },
  ],
  [
    'the state of a fact',
    { facts: { ...explained().facts, 'facts["ci/list"]': known([1, 'a']) } },
  ],
  ['the next level', { nextLevel: undefined }],
])('another text tells %s', (_, changed) => {
  expect(encode(explained(changed))).not.toBe(encode(explained()));
});
