import {
  PreviewRequest,
  previewRequestSchema,
  yamlText,
} from '@plimsoll/backstage-plugin-reliability-common';
import { configOf } from '../../__testUtils__/harness';
import { check, ladder, only } from '../../__testUtils__/scorecards';
import { changedRules } from './changedRules';
import { readDefinition } from './readDefinition';

const config = configOf(
  only(ladder(), ladder({ id: 'second', filter: { kind: 'Component' } })),
);

const rulesOf = (request: PreviewRequest) =>
  changedRules(previewRequestSchema.parse(request), config);

const yaml = `
id: ladder
title: Ladder
levels:
  - { id: bronze, name: Bronze }
checks:
  - id: owned
    title: Owned
    level: bronze
    weight: 3
    enforceFrom: 2026-12-01
    pass: entity.ownerExists
`;

const indented = yaml.trim().replace(/\n/g, '\n    ');

const section = `
reliability:
  tiers:
    - id: tier-0
      name: Mission critical
      contract: { rto: PT5M }
  scorecards:
  - ${indented}
`;

describe('a definition is read', () => {
  it.each([
    ['from YAML', yaml],
    ['from an entry of a list', `- ${yaml.trim().replace(/\n/g, '\n  ')}`],
    ['from a list with its key', `scorecards:\n  - ${indented}`],
    ['from a part of app-config', section],
    ['from JSON', JSON.stringify(ladder())],
  ])('%s', (_, definition) => {
    const { after, before } = rulesOf({ definition });
    expect([before.definition.id, after.definition.id]).toEqual([
      'ladder',
      'ladder',
    ]);
    expect(after.checks[0].definition.id).toBe('owned');
  });

  it('with its dates as texts and its weights as numbers', () => {
    const [owned] = rulesOf({ definition: yaml }).after.checks;
    expect(owned.definition).toMatchObject({
      weight: 3,
      enforceFrom: '2026-12-01',
    });
  });

  it('as an object', () => {
    expect(
      rulesOf({ definition: ladder() as object as Record<string, unknown> })
        .after.hash,
    ).toBe(rulesOf({}).before.hash);
  });

  it('with the contracts of the tiers beside it', () => {
    const { tiers, contracts } = rulesOf({ definition: section });
    expect(contracts).toEqual({ 'tier-0': { rto: 'PT5M' } });
    expect(tiers[0].contract).toEqual({ rto: 'PT5M' });
    expect(tiers[1]).toEqual(config.tiers[1]);
  });
});

it('reads what the browser writes for app-config', () => {
  const { definition } = configOf().scorecards[0];
  const text = yamlText({
    reliability: {
      tiers: [
        {
          id: 'tier-0',
          contract: { rto: 'PT5M', oncall: { coverage: '24x7' } },
        },
      ],
      scorecards: [definition],
    },
  });
  const read = readDefinition(text, undefined);
  expect(read.definition).toEqual(definition);
  expect(read.tiers).toEqual({
    'tier-0': { rto: 'PT5M', oncall: { coverage: '24x7' } },
  });
});

it('nothing asked for is the rules in force', () => {
  const { before, after } = rulesOf({ scorecard: 'second' });
  expect(after.hash).toBe(before.hash);
});

const added = { ...check('new'), pass: 'entity.nope' } as never;

it.each<[string, PreviewRequest, RegExp]>([
  [
    'YAML that is none',
    { definition: 'a: [' },
    /^definition: is not YAML: .*line 1/,
  ],
  [
    'a text that is no scorecard',
    { definition: 'hello' },
    /^definition: expected a scorecard/,
  ],
  [
    'no checks',
    { definition: 'id: ladder\ntitle: x' },
    /^definition\.levels: .*; definition\.checks: /,
  ],
  [
    'a wrong weight in app-config',
    { definition: section.replace('weight: 3', 'weight: lots') },
    /^definition\.reliability\.scorecards\[0\]\.checks\[0\]\.weight: /,
  ],
  [
    'a rule that does not compile',
    { definition: yaml.replace('entity.ownerExists', 'entity.nope') },
    /^definition\.checks\[0\]\.pass: column \d+: .*nope/,
  ],
  [
    'an unknown level in a change',
    { changes: { checks: [{ id: 'tested', level: 'platinum' }] } },
    /changes\.checks\[0\]\.level: unknown level "platinum", expected one of bronze, silver/,
  ],
  [
    'a rule that does not compile in what is added',
    { changes: { add: [added], remove: ['owned'] } },
    /changes\.add\[0\]\.pass: /,
  ],
  [
    'a level with nothing left in it',
    { changes: { remove: ['tested'] } },
    /^changes\.levels\[1\]: level "silver" has no checks/,
  ],
  [
    'a check that there is not',
    { changes: { checks: [{ id: 'nope', weight: 1 }] } },
    /^changes\.checks\[0\]\.id: there is no check "nope" in the scorecard ladder/,
  ],
  [
    'a tier that there is not',
    { tiers: { 'tier-9': {} } },
    /^tiers\.tier-9: unknown tier, expected one of tier-0/,
  ],
  [
    'another filter',
    {
      definition: yaml.replace(
        'title: Ladder',
        'title: L\nfilter: { kind: API }',
      ),
    },
    /^definition\.filter: /,
  ],
  [
    'a scorecard that there is not',
    { definition: yaml.replace('id: ladder', 'id: third') },
    /There is no scorecard "third"/,
  ],
  [
    'two scorecards and no word which',
    { definition: `scorecards: [{ id: a }, { id: b }]` },
    /^definition\.scorecards: holds 2 scorecards; say by the field scorecard/,
  ],
  [
    'another scorecard than the one meant',
    { scorecard: 'second', definition: `- ${JSON.stringify(ladder())}` },
    /^definition: holds no scorecard "second"/,
  ],
  [
    'one scorecard under the name of another',
    { scorecard: 'second', definition: JSON.stringify(ladder()) },
    /^definition\.id: expected "second"/,
  ],
])('refuses %s', (_, request, message) => {
  expect(() => rulesOf(request)).toThrow(message);
});

it('does not take a definition and changes at once', () => {
  expect(
    previewRequestSchema.safeParse({ definition: yaml, changes: {} }).error
      ?.issues,
  ).toMatchObject([
    {
      path: ['changes'],
      message: 'expected either definition or changes, not both',
    },
  ]);
});
