import { ConfigReader } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';
import { defaultChecklist } from '@plimsoll/backstage-plugin-reliability-common';
import { checklist, item } from '../__testUtils__/checklists';
import { complaintAbout } from '../__testUtils__/config';
import { check, ladder } from '../__testUtils__/scorecards';
import { readReliabilityConfig } from './config';

const read = (reliability: JsonObject) =>
  readReliabilityConfig(new ConfigReader({ reliability }));
const idsOf = (reliability: JsonObject) =>
  read(reliability).checklists.map(({ definition }) => definition.id);

it.each<[string, JsonObject, string[]]>([
  ['the shipped one', {}, ['production-readiness']],
  [
    'the shipped one and the own ones',
    { checklists: [checklist()] },
    ['production-readiness', 'launch'],
  ],
  [
    'the own ones where the shipped one is not wanted',
    {
      disabledChecklists: ['production-readiness'],
      checklists: [checklist()],
    },
    ['launch'],
  ],
  ['none', { disabledChecklists: ['production-readiness'] }, []],
])('%s: in force', (_, config, ids) => {
  expect(idsOf(config)).toEqual(ids);
});

it('an own one with the id of the shipped one replaces it', () => {
  const own = checklist({ id: defaultChecklist.id, title: 'Ours' });
  const { checklists } = read({ checklists: [own] });
  expect(checklists.map(({ definition }) => definition.title)).toEqual([
    'Ours',
  ]);
});

it('what is left out has its usual value', () => {
  const [, { definition, warnBeforeMs }] = read({
    checklists: [checklist()],
  }).checklists;
  expect(definition.phases.map(({ id }) => id)).toEqual([
    'design',
    'pre-production',
    'live',
  ]);
  expect(definition.signOff.reviewer).toBe('not-an-author');
  expect(definition.items[0]).toMatchObject({
    required: true,
    verify: 'manual',
    evidence: 'optional',
    weight: 1,
  });
  expect(warnBeforeMs).toBe(14 * 24 * 60 * 60 * 1000);
});

it('the shipped one serves a company with tiers of its own', () => {
  const tiers = [{ id: 'gold', name: 'Gold' }];
  expect(idsOf({ tiers })).toEqual(['production-readiness']);
});

it('a scorecard may check what a checklist says', () => {
  const checks = [
    check('ready', { pass: 'readiness["launch"].requiredMissing == 0' }),
    check('reviewed', {
      level: 'silver',
      pass: 'readiness["production-readiness"].signedOffValid',
    }),
  ];
  expect(
    complaintAbout({
      checklists: [checklist()],
      scorecards: [ladder({ checks })],
    }),
  ).toBe('');
});

const withItem = (changed: JsonObject): JsonObject => ({
  checklists: [checklist({ items: [item('a', changed)] })],
});

it.each<[string, JsonValue, string | RegExp]>([
  [
    'two checklists with one id',
    { checklists: [checklist(), checklist()] },
    'reliability.checklists[1].id: "launch" is used twice',
  ],
  [
    'two items with one id',
    { checklists: [checklist({ items: [item('a'), item('a')] })] },
    'reliability.checklists[0].items[1].id: "a" is used twice',
  ],
  [
    'no items',
    { checklists: [checklist({ items: [] })] },
    /reliability\.checklists\[0\]\.items: /,
  ],
  [
    'a key that is not there',
    withItem({ requierd: true }),
    /reliability\.checklists\[0\]\.items\[0\].*requierd/,
  ],
  [
    'an item of an unknown phase',
    withItem({ phase: 'dusk' }),
    'reliability.checklists[0].items[0].phase: unknown phase "dusk", expected one of design, pre-production, live',
  ],
  [
    'an expiry for an unknown tier',
    withItem({ expires: { 'tier-9': 'P1D' } }),
    'reliability.checklists[0].items[0].expires.tier-9: unknown tier "tier-9"',
  ],
  [
    'an expiry that is no duration',
    withItem({ expires: 'soon' }),
    'reliability.checklists[0].items[0].expires: expected an ISO 8601 duration',
  ],
  [
    'a rule that is no CEL',
    withItem({ verify: 'entity.owner ==' }),
    /reliability\.checklists\[0\]\.items\[0\]\.verify: column 16: /,
  ],
  [
    'a demand for a tier that is not there',
    withItem({ required: 'tier.id == "tier-7"' }),
    'reliability.checklists[0].items[0].required: column 12: unknown tier "tier-7"',
  ],
  [
    'a rule that waits for a checklist',
    withItem({ verify: '"launch" in readiness' }),
    'reliability.checklists[0].items[0].verify: column 1: a checklist cannot read readiness facts',
  ],
  [
    'a condition that is no yes or no',
    { checklists: [checklist({ when: 'tier.rank' })] },
    'reliability.checklists[0].when: column 1: must be true or false, but is int',
  ],
  [
    'a reviewer for an unknown tier',
    {
      checklists: [
        checklist({ signOff: { reviewerByTier: { 'tier-9': 'anyone' } } }),
      ],
    },
    'reliability.checklists[0].signOff.reviewerByTier.tier-9: unknown tier "tier-9"',
  ],
  [
    'a shipped checklist that does not ship',
    { disabledChecklists: ['launch'] },
    'reliability.disabledChecklists[0]: no checklist "launch" ships, only production-readiness',
  ],
  [
    'a check of a checklist that is not there',
    {
      checklists: [checklist()],
      scorecards: [
        ladder({
          levels: [{ id: 'bronze', name: 'Bronze' }],
          checks: [check('a', { pass: 'readiness["lunch"].met > 3' })],
        }),
      ],
    },
    'reliability.scorecards[0].checks[0].pass: column 1: unknown checklist "lunch", expected one of production-readiness, launch',
  ],
  [
    'a check of a checklist that is not wanted',
    {
      disabledChecklists: ['production-readiness'],
      scorecards: [
        ladder({
          levels: [{ id: 'bronze', name: 'Bronze' }],
          checks: [check('a', { pass: '"production-readiness" in readiness' })],
        }),
      ],
    },
    'reliability.scorecards[0].checks[0].pass: column 1: unknown checklist "production-readiness", there is none',
  ],
])('%s stops the start and says where', (_, config, message) => {
  const complaint = complaintAbout(config);
  expect(complaint).toMatch(message);
  expect(complaint).toMatch(/^Invalid configuration:\n {2}reliability/);
});

it('a mistake in a checklist is no mistake of the scorecard that names it', () => {
  const complaint = complaintAbout({
    checklists: [checklist({ items: [item('a', { phase: 'dusk' })] })],
    scorecards: [
      ladder({
        checks: [
          check('a', { pass: 'readiness["launch"].met > 3' }),
          check('b', { level: 'silver' }),
        ],
      }),
    ],
  });
  expect(complaint.split('\n')).toHaveLength(2);
});
