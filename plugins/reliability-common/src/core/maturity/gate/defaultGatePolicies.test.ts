import {
  decided,
  gateBudget,
  gateSpend,
  GateWorld,
  NOW,
  shippedGatePolicy,
  tier0,
  tier1,
  tier2,
  tier3,
} from '../../../testUtils';
import { Tier } from '../../tier';
import { defaultGatePolicies } from './defaultGatePolicies';

const tiers: Record<string, Tier | null> = {
  'tier-0': tier0,
  'tier-1': tier1,
  'tier-2': tier2,
  'tier-3': tier3,
  untiered: null,
};

const spent: GateWorld = { input: { budgets: [gateBudget(0)] } };
const low: GateWorld = { input: { budgets: [gateBudget(0.2)] } };
const sev = (...openSeverities: (number | null)[]): GateWorld => ({
  incidents: { open: openSeverities.length },
  input: { openSeverities },
});
const blind: GateWorld = { slo: { count: 0 }, incidents: null };

describe('the policies that ship', () => {
  it.each<[string, GateWorld, string]>([
    // What is decided for tier 0, 1, 2, 3 and none.
    ['nothing is wrong', {}, 'allow allow allow allow allow'],
    ['the budget is spent', spent, 'hold hold warn warn warn'],
    ['little of the budget is left', low, 'warn warn warn allow allow'],
    ['an SLO burns fast', { slo: { burning: 1 } }, 'hold hold warn warn warn'],
    ['a sev-1 goes on', sev(1), 'hold hold hold warn warn'],
    ['a sev-2 goes on', sev(2), 'warn warn warn allow warn'],
    ['an unrated one goes on', sev(null), 'warn warn allow allow allow'],
    ['a minor one goes on', sev(3, 4), 'allow allow allow allow allow'],
    [
      'nobody is on call',
      { oncall: { now: 0 } },
      'hold hold allow allow allow',
    ],
    [
      'the pager rings too often',
      { input: { pages7d: 29 } },
      'warn warn warn allow allow',
    ],
    [
      'the pager rings as often as bearable',
      { input: { pages7d: 28 } },
      'allow allow allow allow allow',
    ],
    [
      'a required item is missing',
      { readiness: { requiredMissing: 1 } },
      'warn warn allow allow allow',
    ],
    [
      'an item is in doubt',
      { readiness: { contested: 1 } },
      'warn warn warn allow allow',
    ],
    [
      'it is below the first level',
      { input: { assessment: { level: -1, at: NOW } } },
      'warn allow allow allow allow',
    ],
    [
      'no scorecard is for it',
      { input: { assessed: false, assessment: undefined } },
      'allow allow allow allow allow',
    ],
    [
      'a postmortem is overdue',
      { incidents: { postmortemsOverdue: 1 } },
      'warn warn allow allow allow',
    ],
    [
      'a costly incident has no postmortem',
      {
        input: { budgets: [gateBudget(0.6, gateSpend('a', 0.3, null, false))] },
      },
      'warn warn warn allow allow',
    ],
    [
      'a costly incident has a postmortem',
      { input: { budgets: [gateBudget(0.6, gateSpend('a', 0.3))] } },
      'allow allow allow allow allow',
    ],
    ['it has no SLO', { slo: { count: 0 } }, 'warn warn allow allow allow'],
    [
      'nobody would know of an incident',
      { incidents: null },
      'warn warn allow allow allow',
    ],
    ['nothing tells how it is', blind, 'warn warn warn warn warn'],
    [
      'what was known is too old',
      { expiresAt: NOW },
      'warn warn warn warn warn',
    ],
    ['no SLO was ever evaluated', { slo: null }, 'warn warn warn warn warn'],
  ])('%s', (_, world, expected) => {
    const verdicts = Object.entries(tiers).map(
      ([id, tier]) =>
        decided(shippedGatePolicy(id), { tier, ...world }).decision,
    );
    expect(verdicts.join(' ')).toBe(expected);
  });

  it('name the tiers that are configured, by rank', () => {
    const named = ['gold', 'silver', 'bronze', 'tin', 'lead'].map(
      (id, rank) => ({ id, rank }),
    );
    expect(
      defaultGatePolicies(named).map(({ id, tiers: of }) => [id, ...of]),
    ).toEqual([
      ['tier-0', 'gold'],
      ['tier-1', 'silver'],
      ['tier-2', 'bronze'],
      ['tier-3', 'tin', 'lead'],
      ['untiered', 'untiered'],
    ]);
  });

  it('leave out those without a tier', () => {
    expect(
      defaultGatePolicies([{ id: 'only', rank: 0 }]).map(({ id }) => id),
    ).toEqual(['tier-0', 'untiered']);
  });
});
