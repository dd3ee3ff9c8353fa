import {
  decided,
  gateBudget,
  GateWorld,
  NOW,
  OBSERVED,
  shippedGatePolicy,
  tier2,
} from '../../../testUtils';
import type { GateGaugeNoun } from './gauge';

const gaugeOf = (world: GateWorld = {}) =>
  decided(shippedGatePolicy('tier-1'), world).gauge;

const left = (share: number): GateWorld => ({
  input: { budgets: [gateBudget(share)] },
});
const open = (...openSeverities: (number | null)[]): GateWorld => ({
  incidents: { open: openSeverities.length },
  input: { openSeverities },
});

describe('the gauge', () => {
  it.each<[GateGaugeNoun, GateWorld, number | null, string]>([
    ['budget', left(0.8), 800, '80 % of the error budget is left'],
    ['budget', left(-0.1), 0, 'The error budget is overspent by 10 %'],
    ['budget', { slo: { count: 0 } }, null, 'It has no SLO'],
    ['budget', { slo: null }, null, 'No SLO has enough data'],
    ['budget', { expiresAt: NOW }, null, 'What was known of it is too old'],
    ['burn', {}, 1000, 'No SLO burns fast enough to page'],
    ['burn', { slo: { burning: 1 } }, 0, 'An SLO burns fast enough to page'],
    ['burn', { slo: { withData: 0 } }, null, 'No SLO has enough data'],
    ['incidents', open(), 1000, 'No incident goes on'],
    ['incidents', open(1, 2), 0, 'A sev-1 goes on'],
    ['incidents', open(2, 3), 250, 'A sev-2 goes on'],
    ['incidents', open(null), 250, 'An incident without a severity goes on'],
    ['incidents', open(4), 750, 'A minor incident goes on'],
    [
      'incidents',
      { incidents: null },
      null,
      'Nobody would know of an incident',
    ],
    ['oncall', {}, 1000, 'On call: 2; 0 of at most 28 pages in 7 days'],
    [
      'oncall',
      { input: { pages7d: 14 } },
      500,
      'On call: 2; 14 of at most 28 pages in 7 days',
    ],
    [
      'oncall',
      { input: { pages7d: 90 } },
      0,
      'On call: 2; 90 of at most 28 pages in 7 days',
    ],
    [
      'oncall',
      { oncall: { now: 0 } },
      0,
      'Nobody is on call, and the tier wants somebody',
    ],
    [
      'oncall',
      { oncall: { now: 0 }, tier: tier2 },
      1000,
      'Nobody is on call; 0 of at most 28 pages in 7 days',
    ],
    [
      'oncall',
      { incidents: null },
      null,
      'On call: 2; their pages are not known',
    ],
    [
      'readiness',
      { readiness: { requiredMissing: 1 } },
      750,
      '3 of 4 required items are met',
    ],
    [
      'readiness',
      { readiness: { applies: false } },
      null,
      'No checklist requires anything',
    ],
  ])('%s of %j is %s: %s', (noun, world, room, text) => {
    const part = gaugeOf(world).parts.find(each => each.noun === noun);
    expect([part?.room, part?.text]).toEqual([room, text]);
  });

  it('is bounded by the smallest room that is known, and names it', () => {
    const { line, binding } = gaugeOf({
      ...left(0.3),
      readiness: { requiredMissing: 2 },
    });
    expect([line, binding]).toEqual([300, 'budget']);
  });

  it('is not bounded by what is not known', () => {
    const { line, binding } = gaugeOf({
      ...open(3),
      slo: null,
      readiness: { applies: false },
    });
    expect([line, binding]).toEqual([750, 'incidents']);
  });

  it('says from where and when each room is', () => {
    expect(gaugeOf().parts.map(({ source, at }) => [source, at])).toEqual([
      ['slo', OBSERVED],
      ['slo', OBSERVED],
      ['incidents', OBSERVED],
      ['oncall', OBSERVED],
      ['readiness', OBSERVED],
    ]);
  });
});
