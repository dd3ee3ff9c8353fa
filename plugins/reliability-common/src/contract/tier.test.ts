import { issuesOf } from '../testUtils';
import {
  durationSchema,
  idSchema,
  overrideTierRequestSchema,
  tierContractSchema,
} from './tier';

describe('a duration', () => {
  it.each(['PT15M', 'P7D', 'P1W', 'P1Y2M', 'PT0.5H', 'PT1H30M'])(
    '%s is accepted',
    text => {
      expect(durationSchema.parse(text)).toBe(text);
    },
  );

  it.each(['15m', '', 'P', 'PT0S', '-P1D', 'P7X', '7'])(
    '"%s" is refused, and what is allowed is said',
    text => {
      expect(issuesOf(durationSchema, text)).toEqual([
        ': expected an ISO 8601 duration such as PT15M or P7D',
      ]);
    },
  );
});

describe('an id', () => {
  it.each(['a', 'tier-0', 'a.b_c', '0', 'a'.repeat(63)])('may be %s', id => {
    expect(idSchema.parse(id)).toBe(id);
  });

  it.each(['', 'Tier', 'a b', '-a', 'a-', 'a/b', 'ü', 'a'.repeat(64)])(
    'may not be "%s"',
    id => {
      expect(issuesOf(idSchema, id)).toEqual([
        expect.stringMatching(/^: expected lower-case letters/),
      ]);
    },
  );
});

describe('a tier contract', () => {
  it('may demand nothing', () => {
    expect(tierContractSchema.parse({})).toEqual({});
  });

  it.each([
    ['an SLO of everything', { sloTarget: 100 }, /^sloTarget: /],
    ['an SLO of nothing', { sloTarget: 0 }, /^sloTarget: /],
    ['an SLO in words', { sloTarget: '99.9' }, /^sloTarget: .*number/],
    ['a recovery time in other words', { rto: '15m' }, /^rto: .*ISO 8601/],
    [
      'an unknown cover',
      { oncall: { coverage: '8x5' } },
      /^oncall\.coverage: .*24x7.*business-hours.*best-effort/,
    ],
    [
      'nobody on call',
      { oncall: { minResponders: 0 } },
      /^oncall\.minResponders: /,
    ],
    [
      'half a person',
      { oncall: { minResponders: 1.5 } },
      /^oncall\.minResponders: /,
    ],
    [
      'severity 0',
      { postmortem: { severities: [1, 0] } },
      /^postmortem\.severities\.1: /,
    ],
    [
      'more than all of a budget',
      { slo: { atRiskBelow: 101 } },
      /^slo\.atRiskBelow: /,
    ],
    [
      'an alert of another kind',
      { slo: { alerts: ['email'] } },
      /^slo\.alerts\.0: .*page.*ticket/,
    ],
    ['a demand that does not exist', { slos: 99 }, /Unrecognized key: "slos"/],
    [
      'a demand of on-call that does not exist',
      { oncall: { people: 3 } },
      /^oncall: Unrecognized key: "people"/,
    ],
  ])('may not demand %s', (_, contract, message) => {
    expect(issuesOf(tierContractSchema, contract)).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

describe('a request to set a tier', () => {
  it('keeps the reason without the spaces around it', () => {
    const request = { tier: 'tier-1', reason: '  Takes payments ' };
    expect(overrideTierRequestSchema.parse(request).reason).toBe(
      'Takes payments',
    );
  });

  it.each([
    ['without a reason', { tier: 'tier-1' }, /^reason: /],
    [
      'with a reason of spaces',
      { tier: 'tier-1', reason: '     ' },
      /^reason: /,
    ],
    [
      'with a very long reason',
      { tier: 'tier-1', reason: 'x'.repeat(1001) },
      /^reason: /,
    ],
    ['without a tier', { tier: '', reason: 'Because' }, /^tier: /],
    [
      'with something else',
      { tier: 'a', reason: 'Because', setBy: 'me' },
      /setBy/,
    ],
  ])('is refused %s', (_, request, message) => {
    expect(issuesOf(overrideTierRequestSchema, request)).toEqual([
      expect.stringMatching(message),
    ]);
  });
});
