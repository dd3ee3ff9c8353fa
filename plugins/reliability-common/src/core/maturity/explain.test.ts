import { explainReason, fillContract, printValue } from './explain';
import { ObservedFact } from '../facts/factContext';

const known = (value: ObservedFact['value']): ObservedFact => ({
  state: 'known',
  value,
});

describe('a rule with the demands of the tier filled in', () => {
  const facts = {
    'tier.id': known('tier-1'),
    'tier.contract.oncall.coverage': known('24x7'),
    'tier.contract.oncall.min': known(9),
    'tier.contract.oncall.minResponders': known(4),
    'tier.contract.postmortem.severities': known([1, 2]),
    'tier.contract.rtoMinutes': { state: 'absent' as const },
  };
  it.each([
    [
      'a number',
      'oncall.responders >= tier.contract.oncall.minResponders',
      'oncall.responders >= 4',
    ],
    [
      'a text in quotes',
      'tier.contract.oncall.coverage == "24x7"',
      '"24x7" == "24x7"',
    ],
    ['a list', '1 in tier.contract.postmortem.severities', '1 in [1,2]'],
    [
      'the same demand twice',
      'tier.contract.oncall.minResponders + tier.contract.oncall.minResponders > 2',
      '4 + 4 > 2',
    ],
    [
      'no demand that is absent',
      'tier.contract.rtoMinutes <= 60.0',
      'tier.contract.rtoMinutes <= 60.0',
    ],
    ['no other fact', 'tier.id == "tier-1"', 'tier.id == "tier-1"'],
  ])('holds %s', (_, rule, filled) => {
    expect(fillContract(rule, facts)).toBe(filled);
  });
});

it.each([
  ['a text', 'x', '"x"'],
  ['a number', 2, '2'],
  ['a switch', false, 'false'],
  ['a list', ['a'], '["a"]'],
  ['nothing', undefined, 'nothing'],
])('prints %s', (_, value, text) => {
  expect(printValue(value)).toBe(text);
});

it.each([
  [{ kind: 'absent', facts: ['a', 'b'] }, 'Nobody has reported a, b yet'],
  [
    { kind: 'absent', facts: ['tier.rank', 'tier.contract.sloTarget'] },
    'The service has no tier, or one that does not demand this',
  ],
  [
    { kind: 'absent', facts: ['tier.rank', 'a'] },
    'Nobody has reported tier.rank, a yet',
  ],
  [
    { kind: 'stale', facts: ['a'] },
    'The last report of a is too old to rely on',
  ],
  [
    { kind: 'error', message: 'division by zero' },
    'The rule could not be evaluated: division by zero',
  ],
  [
    {
      kind: 'exempt',
      reason: 'Is rewritten',
      approvedBy: 'user:default/ada',
      until: '2027-01-01',
    },
    'Is rewritten (approved by user:default/ada, until 2027-01-01)',
  ],
] as const)('says of %j: %s', (reason, text) => {
  expect(explainReason(reason)).toBe(text);
});
