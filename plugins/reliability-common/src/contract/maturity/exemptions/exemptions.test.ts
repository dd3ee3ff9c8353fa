import { exemptionStates, MIN_EXEMPTION_REASON } from '../../../core';
import {
  decideExemptionSchema,
  exemptionStateSchema,
  requestExemptionSchema,
} from './exemption';

const request = {
  entityRef: 'component:default/pay',
  scorecard: 'ladder',
  check: 'tested',
  reason: 'The tests are being rewritten',
  until: '2027-01-31',
};

const problemOf = (schema: typeof requestExemptionSchema, value: object) => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue && `${issue.path.join('.')}: ${issue.message}`;
};

it('states and the length of a reason are those of the core', () => {
  expect(exemptionStateSchema.options).toEqual(exemptionStates);
  const reason = 'x'.repeat(MIN_EXEMPTION_REASON);
  expect(problemOf(requestExemptionSchema, { ...request, reason })).toBe(
    undefined,
  );
  const short = { ...request, reason: reason.slice(1) };
  expect(problemOf(requestExemptionSchema, short)).toMatch(/^reason: say why/);
});

it.each([
  ['without an end', { until: undefined }, /^until: /],
  ['with an end that is no day', { until: '2027-02-30' }, /^until: /],
  ['with an end in words', { until: 'never' }, /^until: expected its last day/],
  ['with spaces for a reason', { reason: ' '.repeat(20) }, /^reason: /],
  ['with what nobody knows', { approvedBy: 'me' }, /: Unrecognized key/],
])('a request %s is refused', (_, parts, expected) => {
  expect(problemOf(requestExemptionSchema, { ...request, ...parts })).toMatch(
    expected,
  );
});

it.each([
  ['approve', true],
  ['withdraw', true],
  ['deny', false],
  ['revoke', false],
])('to %s without a note: %s', (decision, expected) => {
  const parsed = decideExemptionSchema.safeParse({ decision, version: 1 });
  expect(parsed.success).toBe(expected);
});
