import { JsonObject, JsonValue } from '@backstage/types';
import { complaintAbout } from '../__testUtils__/config';
import { check, ladder } from '../__testUtils__/scorecards';

const bronze = [{ id: 'bronze', name: 'Bronze' }];
const withCheck = (changed: JsonObject): JsonObject => ({
  scorecards: [ladder({ levels: bronze, checks: [check('a', changed)] })],
});
const exemption = (changed: JsonObject): JsonObject => ({
  exemptions: [
    {
      scorecard: 'reliability',
      check: 'runbook',
      entityRef: 'component:default/pay',
      reason: 'Is rewritten',
      approvedBy: 'user:default/ada',
      until: '2027-01-01',
      ...changed,
    },
  ],
});
it.each<[string, JsonValue, string | RegExp]>([
  [
    'two scorecards with one id',
    { scorecards: [ladder(), ladder()] },
    'reliability.scorecards[1].id: "ladder" is used twice',
  ],
  [
    'two levels with one id',
    {
      scorecards: [
        ladder({ levels: [...bronze, ...bronze, { id: 'silver', name: 'S' }] }),
      ],
    },
    'reliability.scorecards[0].levels[1].id: "bronze" is used twice',
  ],
  [
    'two checks with one id',
    {
      scorecards: [
        ladder({ levels: bronze, checks: [check('a'), check('a')] }),
      ],
    },
    'reliability.scorecards[0].checks[1].id: "a" is used twice',
  ],
  [
    'no levels',
    { scorecards: [ladder({ levels: [] })] },
    /reliability\.scorecards\[0\]\.levels: /,
  ],
  [
    'no checks',
    { scorecards: [ladder({ checks: [] })] },
    /reliability\.scorecards\[0\]\.checks: /,
  ],
  [
    'a level that nothing asks for',
    {
      scorecards: [
        ladder({
          levels: [
            ...bronze,
            { id: 'silver', name: 'S' },
            { id: 'gold', name: 'G' },
          ],
        }),
      ],
    },
    'reliability.scorecards[0].levels[2]: level "gold" has no checks and no minScore',
  ],
  [
    'a level by the name that stands for none',
    { scorecards: [ladder({ levels: [{ id: 'none', name: 'N' }] })] },
    'reliability.scorecards[0].levels[0].id: "none" stands for no level',
  ],
  [
    'a score above all',
    {
      scorecards: [
        ladder({ levels: [{ id: 'bronze', name: 'B', minScore: 101 }] }),
      ],
    },
    /reliability\.scorecards\[0\]\.levels\[0\]\.minScore: .*<=100/,
  ],

  [
    'a check of an unknown level',
    withCheck({ level: 'gold' }),
    'reliability.scorecards[0].checks[0].level: unknown level "gold", expected one of bronze',
  ],
  [
    'a negative weight',
    withCheck({ weight: -1 }),
    /reliability\.scorecards\[0\]\.checks\[0\]\.weight: .*>=0/,
  ],
  [
    'a check without a rule',
    withCheck({ pass: '' }),
    /reliability\.scorecards\[0\]\.checks\[0\]\.pass: /,
  ],
  [
    'a rule that is no CEL',
    withCheck({ pass: 'entity.owner ==' }),
    /reliability\.scorecards\[0\]\.checks\[0\]\.pass: column 16: /,
  ],
  [
    'a condition that is no CEL',
    withCheck({ when: '1 +* 2' }),
    /reliability\.scorecards\[0\]\.checks\[0\]\.when: column 4: /,
  ],
  [
    'a rule that compares a text with a number',
    withCheck({ pass: 'entity.dependencies > 0 && entity.owner > 3' }),
    /reliability\.scorecards\[0\]\.checks\[0\]\.pass: column 28: .*string.*int/,
  ],
  [
    'a rule that is no yes or no',
    withCheck({ pass: 'entity.owner' }),
    'reliability.scorecards[0].checks[0].pass: column 1: must be true or false, but is string',
  ],
  [
    'a fact that is not there',
    withCheck({ pass: 'true && entity.onwer != ""' }),
    /reliability\.scorecards\[0\]\.checks\[0\]\.pass: column \d+: .*onwer/,
  ],
  [
    'a group of facts that is not there',
    withCheck({ pass: 'weather.sunny' }),
    /reliability\.scorecards\[0\]\.checks\[0\]\.pass: column \d+: .*weather/,
  ],
  [
    'a tier that is not there, in a rule',
    withCheck({ when: 'tier.id == "tier-7"' }),
    'reliability.scorecards[0].checks[0].when: column 12: unknown tier "tier-7"',
  ],
  [
    'a date that is none',
    withCheck({ enforceFrom: 'next week' }),
    'reliability.scorecards[0].checks[0].enforceFrom: expected a date such as 2026-12-01',
  ],

  [
    'no scorecard at all',
    { disabledScorecards: ['reliability'] },
    'reliability.disabledScorecards: leaves no scorecard at all',
  ],
  [
    'a shipped scorecard that does not ship',
    { disabledScorecards: ['relaibility'] },
    'reliability.disabledScorecards[0]: no scorecard "relaibility" ships',
  ],

  [
    'an exemption of an unknown scorecard',
    exemption({ scorecard: 'x' }),
    'reliability.exemptions[0].scorecard: unknown scorecard "x"',
  ],
  [
    'an exemption of an unknown check',
    exemption({ check: 'x' }),
    'reliability.exemptions[0].check: unknown check "x"',
  ],
  [
    'an exemption of a short reference',
    exemption({ entityRef: 'pay' }),
    'reliability.exemptions[0].entityRef: expected a full entity reference',
  ],
  [
    'an exemption without end',
    exemption({ until: 'soon' }),
    'reliability.exemptions[0].until: expected a date such as 2026-12-01',
  ],
  [
    'an exemption without a reason',
    exemption({ reason: '' }),
    /reliability\.exemptions\[0\]\.reason: /,
  ],
])('%s stops the start and says where', (_, config, message) => {
  const complaint = complaintAbout(config);
  expect(complaint).toMatch(message);
  expect(complaint).toMatch(/^Invalid configuration:\n {2}reliability/);
});
