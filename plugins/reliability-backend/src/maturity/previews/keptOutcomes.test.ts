import {
  PreviewRequest,
  previewRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { configOf } from '../../__testUtils__/harness';
import { ladder, only } from '../../__testUtils__/scorecards';
import { RankedReport } from '../rankingFilter';
import { changedRules } from './changedRules';
import { joinOutcomes, keptChecks, standingReports } from './keptOutcomes';

const config = configOf(only(ladder()));

const rulesOf = (request: PreviewRequest) =>
  changedRules(previewRequestSchema.parse(request), config);

const check = { title: 'New', level: 'bronze', pass: 'true' };

describe('the outcomes of rules that are tried, of which `owned` passed and `tested` failed before', () => {
  it.each<[string, PreviewRequest, string, string]>([
    ['stay where nothing is changed', {}, '', 'pf'],
    [
      'stay where a check only counts in another way',
      {
        changes: {
          checks: [
            { id: 'tested', weight: 4, planned: true },
            { id: 'owned', enforceFrom: '2027-01-01', title: 'Other' },
          ],
        },
      },
      '',
      'pf',
    ],
    [
      'come from judging where the rule is another',
      { changes: { checks: [{ id: 'owned', pass: 'false' }] } },
      'owned',
      '1f',
    ],
    [
      'come from judging where the rule is for others',
      { changes: { checks: [{ id: 'tested', when: 'tier.rank < 1' }] } },
      'tested',
      'p1',
    ],
    [
      'come from judging where the check is new, also with the rule of another',
      { changes: { add: [{ ...check, id: 'new', pass: 'true' }] } },
      'new',
      'pf1',
    ],
    [
      'leave out a check that goes, and keep the others in their places',
      {
        changes: {
          remove: ['owned'],
          add: [
            { ...check, id: 'one' },
            { ...check, id: 'two' },
          ],
        },
      },
      'one,two',
      'f12',
    ],
  ])('%s', (_, request, judged, outcomes) => {
    const kept = keptChecks(rulesOf(request));
    expect(kept.judged.map(({ definition }) => definition.id).join()).toBe(
      judged,
    );
    expect(joinOutcomes(kept, 'pf', '12')).toBe(outcomes);
  });
});

describe('a report', () => {
  const inForce = rulesOf({}).before;
  const report = (changed: Partial<RankedReport>) =>
    ({
      entityRef: 'component:default/a',
      tierId: 'tier-1',
      outcomes: 'pf',
      scorecardHash: inForce.hash,
      ...changed,
    } as RankedReport);
  const exemptFrom = (id: string) => [{ check: id }];
  const other = { 'tier-1': { sloTarget: 12 } };

  it.each<
    [
      string,
      boolean,
      Partial<RankedReport>,
      { own?: { check: string }[]; tiers?: PreviewRequest['tiers'] },
    ]
  >([
    ['stands', true, {}, {}],
    ['does not when older rules made it', false, { scorecardHash: 'x' }, {}],
    ['does not when it is due', false, { entityRef: 'component:b/due' }, {}],
    [
      'does not when its tier would get another contract',
      false,
      {},
      { tiers: other },
    ],
    [
      'stands when another tier would',
      true,
      { tierId: 'tier-2' },
      { tiers: other },
    ],
    [
      'stands with the exemption it knows of',
      true,
      { outcomes: 'pe' },
      { own: exemptFrom('tested') },
    ],
    ['does not when its exemption ended', false, { outcomes: 'pe' }, {}],
    [
      'does not when one of two ended',
      false,
      { outcomes: 'ee' },
      { own: exemptFrom('tested') },
    ],
    ['does not when one began since', false, {}, { own: exemptFrom('tested') }],
    [
      'stands where what is exempt does not apply',
      true,
      { outcomes: 'pn' },
      { own: exemptFrom('tested') },
    ],
    [
      'stands beside an exemption from a check that is gone',
      true,
      {},
      { own: exemptFrom('gone') },
    ],
  ])('%s', (_, stands, changed, { own = [], tiers }) => {
    const due = new Set(['component:b/due']);
    const isStanding = standingReports(rulesOf({ tiers }), due);
    expect(isStanding(report(changed), own)).toBe(stands);
  });

  it('stands where the contract that is tried is the one in force', () => {
    const [tier] = config.tiers;
    const tiers = { [tier.id]: tier.contract } as PreviewRequest['tiers'];
    const isStanding = standingReports(rulesOf({ tiers }), new Set());
    expect(isStanding(report({ tierId: tier.id }), [])).toBe(true);
  });
});
