import { assess } from './assess';
import { Facts } from '../facts/facts';
import {
  checkOf,
  ciFacts,
  compiled,
  DAY,
  definitionOf,
  exemptionOf,
  HOUR,
  NOW,
  serviceFacts,
} from '../../testUtils';
import { CheckDefinition, Exemption } from './scorecard';

type Rule = Partial<CheckDefinition>;

function assessRule(
  rule: Rule,
  facts: Facts,
  now: number = NOW,
  exemptions: Exemption[] = [],
) {
  const scorecard = compiled(definitionOf([checkOf(rule)]));
  return assess(facts, scorecard, now, exemptions);
}

const resultOf = (...given: Parameters<typeof assessRule>) =>
  assessRule(...given).checks[0];

describe('times count to the millisecond', () => {
  const date = '2026-12-01';
  const from = Date.parse('2026-12-01T00:00:00Z');

  it.each<[string, Rule, number, string]>([
    [
      'a check is scheduled before its date',
      { enforceFrom: date },
      from - 1,
      'scheduled',
    ],
    [
      'a check is enforced from its date on',
      { enforceFrom: date },
      from,
      'enforced',
    ],
    [
      'a date may have a time and a zone',
      { enforceFrom: '2026-12-01T02:00:00+02:00' },
      from,
      'enforced',
    ],
    [
      'a planned check stays planned whatever its date',
      { enforceFrom: date, planned: true },
      from,
      'planned',
    ],
    [
      'a check that is not planned is enforced',
      { planned: false },
      from,
      'enforced',
    ],
  ])('%s', (_, rule, now, enforcement) => {
    expect(resultOf(rule, [], now).enforcement).toBe(enforcement);
  });

  it.each([
    ['passes before the fact expires', NOW + 1, 'pass'],
    ['is unknown when the fact expires', NOW, 'unknown'],
  ])('a check %s', (_, expiresAt, outcome) => {
    const facts = ciFacts({ green: true }, expiresAt);
    expect(resultOf({ pass: 'facts["ci/green"]' }, facts).outcome).toBe(
      outcome,
    );
  });

  const until = '2026-12-01T10:00:00+01:00';
  const end = Date.parse('2026-12-01T09:00:00Z');
  it.each([
    ['an exemption holds in its last millisecond', end - 1, 'exempt'],
    ['an exemption has ended from its end on', end, 'fail'],
  ])('%s', (_, now, outcome) => {
    const exemptions = [exemptionOf({ until })];
    expect(resultOf({ pass: 'false' }, [], now, exemptions).outcome).toBe(
      outcome,
    );
  });

  it('a check that is not enforced yet is judged all the same', () => {
    const rule = { enforceFrom: date, pass: 'entity.links.logs > 0' };
    expect(resultOf(rule, serviceFacts())).toEqual({
      id: 'check',
      enforcement: 'scheduled',
      outcome: 'pass',
    });
  });
});

describe('the time at which the result can change by itself', () => {
  const rule = { enforceFrom: '2026-12-01' };
  const from = Date.parse('2026-12-01T00:00:00Z');
  const exemption = (until: string) => [exemptionOf({ until })];

  it.each<[string, Rule, Facts, Exemption[], number | undefined]>([
    [
      'is absent where nothing ends or starts',
      {},
      ciFacts({ a: 1 }),
      [],
      undefined,
    ],
    [
      'is when facts go stale',
      {},
      ciFacts({ a: 1 }, NOW + HOUR),
      [],
      NOW + HOUR,
    ],
    ['is when a check is enforced', rule, [], [], from],
    [
      'is the soonest of all',
      rule,
      [...ciFacts({ a: 1 }, from + 1), ...ciFacts({ b: 1 }, from - 1)],
      exemption('2028-01-01'),
      from - 1,
    ],
    [
      'is two weeks before an exemption ends, when that is said',
      {},
      [],
      exemption('2027-01-01'),
      Date.parse('2027-01-02') - 14 * DAY,
    ],
    [
      'is the end of an exemption within these two weeks',
      {},
      [],
      exemption('2026-11-27'),
      Date.parse('2026-11-28'),
    ],
    [
      'is not what has passed already',
      { enforceFrom: '2026-11-01' },
      ciFacts({ a: 1 }, NOW),
      exemption('2026-11-19'),
      undefined,
    ],
  ])('%s', (_, changed, facts, exemptions, expected) => {
    expect(assessRule(changed, facts, NOW, exemptions).nextChangeAt).toBe(
      expected,
    );
  });

  it('brings another result, which holds from then on', () => {
    const facts = ciFacts({ green: true }, NOW + HOUR);
    const at = (now: number) =>
      assessRule({ pass: 'facts["ci/green"]' }, facts, now);
    const { nextChangeAt } = at(NOW);
    expect(at(nextChangeAt! - 1).score).toBe(1000);
    expect(at(nextChangeAt!).score).toBe(0);
    expect(at(nextChangeAt!).nextChangeAt).toBeUndefined();
  });
});

it.each([
  [
    'through the day that it names',
    '2026-12-01',
    '2026-12-01T23:59:59.999Z',
    'exempt',
  ],
  ['no longer on the day after', '2026-12-01', '2026-12-02T00:00:00Z', 'fail'],
])('an exemption until a date holds %s', (_, until, at, outcome) => {
  const exemptions = [exemptionOf({ until })];
  const result = resultOf({ pass: 'false' }, [], Date.parse(at), exemptions);
  expect(result.outcome).toBe(outcome);
});
