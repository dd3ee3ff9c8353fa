import { changeBetween } from './history';
import {
  assessed,
  change,
  checkOf,
  contractOf,
  DAY,
  entityFacts,
  factsOfTier,
  logs,
  NOW,
  replaced,
  responders,
  runbook,
  summary,
  tier0,
  tier2,
  withLinks,
  World,
} from '../../testUtils';

describe('nothing happened', () => {
  it.each<[string, Partial<World>]>([
    ['when nothing changed', {}],
    ['when time passed', { now: NOW + 1 }],
    ['when facts were confirmed', { entity: entityFacts({}, NOW + 9 * DAY) }],
    [
      'when a value changed that decides nothing',
      { entity: withLinks({ runbook: 2 }) },
    ],
    [
      'when a wording changed',
      { checks: replaced(runbook, { title: 'Other' }) },
    ],
  ])('%s', (_, after) => {
    expect(change({}, after)).toBeUndefined();
  });
});

describe('the service or the data changed', () => {
  const staleEntity = { entity: entityFacts({}, NOW) };
  const withDescription = (end: string) => ({
    checks: [checkOf({ id: 'ends', pass: 'entity.description.endsWith("a")' })],
    entity: entityFacts({ description: 'x'.repeat(500) + end }),
  });

  it.each<[string, Partial<World>, Partial<World>, string[]]>([
    [
      'a fact of the service',
      {},
      { entity: withLinks({ runbook: 0 }) },
      ['service', 'runbook pass→fail service'],
    ],
    [
      'an annotation of the service',
      {},
      { entity: entityFacts({ annotations: { legacy: 'yes' } }) },
      ['service', 'modern pass→fail service'],
    ],
    [
      'a pushed fact',
      {},
      { pushed: responders(3) },
      ['service', 'enough pass→fail service'],
    ],
    [
      'a text beyond the part that a report keeps',
      withDescription('a'),
      withDescription('b'),
      ['service', 'ends pass→fail service'],
    ],
    [
      'a fact was reported for the first time',
      { pushed: [] },
      {},
      ['service', 'enough unknown→pass service'],
    ],
    [
      'a fact went stale',
      {},
      { pushed: responders(4, NOW) },
      ['data', 'enough pass→unknown data'],
    ],
    [
      'a stale fact came back',
      { pushed: responders(4, NOW) },
      {},
      ['data', 'enough unknown→pass data'],
    ],
    [
      'the catalog went stale',
      {},
      staleEntity,
      [
        'data',
        'runbook pass→unknown data',
        'modern pass→unknown data',
        'logs fail→unknown data',
      ],
    ],
    [
      'the catalog came back',
      staleEntity,
      {},
      [
        'data',
        'runbook unknown→pass data',
        'modern unknown→pass data',
        'logs unknown→fail data',
      ],
    ],
    [
      'the service moved to another tier',
      {},
      { tier: factsOfTier(tier2) },
      ['service', 'logs fail→not-applicable service'],
    ],
    [
      'the tier it moved to demands more',
      { tier: contractOf(4) },
      {
        tier: factsOfTier({
          ...tier0,
          contract: { oncall: { minResponders: 5 } },
        }),
      },
      ['service', 'enough pass→fail service'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(summary(before, after)).toEqual(expected);
  });
});

describe('several things changed', () => {
  const planned = checkOf({
    id: 'planned',
    planned: true,
    pass: 'entity.links.chat > 0',
  });
  const withPlanned = (weight: number) => [
    ...replaced(logs, { weight }),
    planned,
  ];

  it.each<[string, Partial<World>, Partial<World>, string]>([
    [
      'the cause of most flips counts',
      {},
      {
        checks: [
          ...replaced(runbook, { pass: 'false' }),
          checkOf({ id: 'new', pass: 'false' }),
        ],
        pushed: responders(3),
      },
      'rule',
    ],
    [
      'the service wins a draw',
      {},
      { checks: replaced(runbook, { pass: 'false' }), pushed: responders(3) },
      'service',
    ],
    [
      'a rule wins a draw against data',
      {},
      {
        checks: replaced(runbook, { pass: 'false' }),
        pushed: responders(4, NOW),
      },
      'rule',
    ],
    [
      'a check that does not count has no voice',
      { checks: withPlanned(1) },
      { checks: withPlanned(5), entity: withLinks({ chat: 0 }) },
      'rule',
    ],
  ])('%s', (_, before, after, cause) => {
    expect(change(before, after)?.cause).toBe(cause);
  });
});

it('a flip tells the values before and after, and only those that changed', () => {
  expect(change({}, { pushed: responders(3) })?.flips).toEqual([
    {
      check: 'enough',
      from: 'pass',
      to: 'fail',
      cause: 'service',
      facts: [
        { path: 'facts["ci/responders"]', before: 4, after: 3, source: 'ci' },
      ],
    },
  ]);
});

it.each([
  ['a level that changed while the score stayed', { level: 1 }, true],
  ['a score that changed while the level stayed', { score: 1 }, true],
  ['a coverage that changed alone', { coverage: 1 }, false],
])('%s is a change: %s', (_, changed, expected) => {
  const before = { ...assessed({}), level: 0, score: 0, coverage: 0 };
  expect(changeBetween(before, { ...before, ...changed }) !== undefined).toBe(
    expected,
  );
});

describe('a check that comes out differently is a change, also where neither level nor score move', () => {
  it.each<[string, Partial<World>, Partial<World>, string[]]>([
    [
      'what was not known fails',
      { pushed: [] },
      { pushed: responders(3) },
      ['service', 'enough unknown→fail service'],
    ],
    [
      'a planned check fails',
      { checks: replaced(runbook, { planned: true }) },
      {
        checks: replaced(runbook, { planned: true }),
        entity: withLinks({ runbook: 0 }),
      },
      ['service', 'runbook pass→fail service'],
    ],
  ])('%s', (_, before, after, told) => {
    expect(summary(before, after)).toEqual(told);
  });
});
