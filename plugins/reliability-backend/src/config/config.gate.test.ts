import { JsonObject, JsonValue } from '@backstage/types';
import { complaintAbout } from '../__testUtils__/config';
import { configOf } from '../__testUtils__/harness';

const rule = (changed: JsonObject = {}): JsonObject => ({
  id: 'burns',
  title: 'It burns',
  noun: 'slo',
  when: 'slo.burning > 0',
  decision: 'hold',
  reason: 'Burning: {slo.burning}',
  ...changed,
});
const policy = (changed: JsonObject = {}): JsonObject => ({
  id: 'own',
  tiers: ['tier-3'],
  rules: [rule()],
  ...changed,
});
const gate = (section: JsonObject): JsonObject => ({ gate: section });
const policies = (...found: JsonObject[]) => gate({ policies: found });
const inForce = (section: JsonObject) =>
  configOf(section).gate.policies.map(({ definition: { id, tiers } }) =>
    [id, ...tiers].join(' '),
  );

const SHIPPED = [
  'tier-0 tier-0',
  'tier-1 tier-1',
  'tier-2 tier-2',
  'tier-3 tier-3',
  'untiered untiered',
];

it('has the shipped policies and three seconds', () => {
  const { timeoutMs, shipped } = configOf().gate;
  expect(timeoutMs).toBe(3000);
  expect(inForce({})).toEqual(SHIPPED);
  expect([...shipped]).toEqual(SHIPPED.map(each => each.split(' ')[0]));
});

it.each<[string, JsonObject, string[]]>([
  [
    'replaces a shipped one by its id',
    policies(policy({ id: 'tier-3' })),
    SHIPPED,
  ],
  [
    'takes a tier from a shipped one',
    policies(policy()),
    [...SHIPPED.slice(0, 3), 'own tier-3', SHIPPED[4]],
  ],
  [
    'takes several tiers',
    policies(policy({ tiers: ['untiered', 'tier-0'] })),
    ['own untiered tier-0', ...SHIPPED.slice(1, 4)],
  ],
  [
    'has shipped ones for tiers of other names',
    { tiers: [{ id: 'gold', name: 'Gold' }] },
    ['tier-0 gold', 'untiered untiered'],
  ],
])('%s', (_, section, expected) => {
  expect(inForce(section)).toEqual(expected);
});

it('fills what a policy leaves out', () => {
  const own = configOf(policies(policy())).gate.policies.find(
    ({ definition }) => definition.id === 'own',
  );
  expect(own?.definition).toMatchObject({
    onUnknown: 'warn',
    exemptChanges: [],
    exemptCauses: [],
    waiver: { maxDuration: 'P7D' },
  });
});

it.each<[string, JsonValue, RegExp]>([
  [
    'a time limit that is too long',
    gate({ timeout: 'PT1M' }),
    /reliability\.gate\.timeout: expected a duration from PT0\.1S to PT30S/,
  ],
  [
    'an id twice',
    policies(policy(), policy({ tiers: ['tier-2'] })),
    /reliability\.gate\.policies\[1\]\.id: "own" is used twice/,
  ],
  [
    'a tier in two policies',
    policies(policy(), policy({ id: 'other' })),
    /reliability\.gate\.policies\[1\]\.tiers\[0\]: "tier-3" has the policy "own" already/,
  ],
  [
    'a tier that is not configured',
    policies(policy({ tiers: ['gold'] })),
    /reliability\.gate\.policies\[0\]\.tiers\[0\]: unknown tier "gold", expected one of tier-0/,
  ],
  [
    'a rule that does not compile',
    policies(policy({ rules: [rule({ when: 'slo.burning >' })] })),
    /reliability\.gate\.policies\[0\]\.rules\[0\]\.when: column \d+: /,
  ],
  [
    'a checklist in a rule that is not configured',
    policies(
      policy({ rules: [rule({ when: 'readiness["x"].contested > 0' })] }),
    ),
    /reliability\.gate\.policies\[0\]\.rules\[0\]\.when: .*unknown checklist "x"/,
  ],
  [
    'a text with a blank that is no fact',
    policies(policy({ rules: [rule({ reason: '{slo.x}' })] })),
    /reliability\.gate\.policies\[0\]\.rules\[0\]\.reason: no such fact: \{slo\.x\}/,
  ],
  [
    'a decision that is none',
    policies(policy({ rules: [rule({ decision: 'stop' })] })),
    /reliability\.gate\.policies\[0\]\.rules\[0\]\.decision: /,
  ],
  [
    'a waiver for longer than a year',
    policies(policy({ waiver: { maxDuration: 'P2Y' } })),
    /reliability\.gate\.policies\[0\]\.waiver\.maxDuration: expected at most a year/,
  ],
  [
    'a key that is not there',
    policies(policy({ tier: 'tier-0' })),
    /reliability\.gate\.policies\[0\].*tier/,
  ],
  [
    'a shipped policy that is not there',
    gate({ disabledPolicies: ['gold'] }),
    /reliability\.gate\.disabledPolicies\[0\]: no policy "gold" ships, only tier-0, /,
  ],
  [
    'a tier that is left without a policy',
    gate({ disabledPolicies: ['tier-2'] }),
    /reliability\.gate\.policies: no policy is for "tier-2"; write one/,
  ],
])('refuses %s', (_, section, message) => {
  expect(complaintAbout(section)).toMatch(message);
});
