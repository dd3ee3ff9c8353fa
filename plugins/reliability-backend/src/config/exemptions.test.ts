import { complaintAbout } from '../__testUtils__/config';
import { configOf, DAY } from '../__testUtils__/harness';

it('exemptions last half a year and are approved by people unless the configuration says otherwise', () => {
  expect(configOf().exemptionRules).toEqual({
    maxDuration: 'P180D',
    maxDurationMs: 180 * DAY,
    allowMachines: false,
  });
  expect(
    configOf({ exemptionRules: { maxDuration: 'P30D', allowMachines: true } })
      .exemptionRules,
  ).toMatchObject({ maxDurationMs: 30 * DAY, allowMachines: true });
});

it.each([
  [{ maxDuration: 'P3Y' }, /exemptionRules\.maxDuration: .*from P1D to P2Y/],
  [{ maxDuration: 'for ever' }, /exemptionRules\.maxDuration: /],
  [{ maxDuration: 'PT1H' }, /exemptionRules\.maxDuration: .*from P1D to P2Y/],
  [{ forEver: true }, /exemptionRules: .*forEver/],
])('%j stops the plugin', (exemptionRules, message) => {
  expect(complaintAbout({ exemptionRules })).toMatch(message);
});
