import { tier0, tier2, tier3 } from '../../testUtils';
import { sloPolicyOf } from './policy';

it.each([
  ['tier 0', tier0.contract, 0.5, ['page', 'ticket']],
  ['tier 2', tier2.contract, 0.2, ['ticket']],
  ['tier 3', tier3.contract, 0.1, []],
  ['a tier that says nothing', {}, 0.2, ['page', 'ticket']],
  ['a tier that wants no alerts', { slo: { alerts: [] } }, 0.2, []],
  ['no tier', undefined, 0.2, ['page', 'ticket']],
])('the policy of %s', (_, contract, atRiskBelow, severities) => {
  expect(sloPolicyOf(contract, 0.4)).toEqual({
    atRiskBelow,
    severities,
    provisionalBelow: 0.4,
  });
});
