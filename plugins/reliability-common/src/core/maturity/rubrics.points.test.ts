import { Facts } from '../facts/facts';
import {
  assessOn,
  ciFacts,
  cortexLadder,
  cortexPoints,
  exemptionOf,
  levelOn,
  serviceFacts,
  tier1,
  tier3,
} from '../../testUtils';

describe('a rubric like one of Cortex', () => {
  const service = (points: {
    owner?: boolean;
    runbook?: boolean;
    oncall?: boolean;
    coverage?: number;
    tier?: typeof tier1;
  }): Facts => [
    ...serviceFacts(
      {
        ownerExists: points.owner ?? false,
        links: {
          runbook: points.runbook ? 1 : 0,
          alerts: points.oncall ? 1 : 0,
        },
      },
      points.tier,
    ),
    ...(points.coverage === undefined
      ? []
      : ciFacts({ coverage: points.coverage })),
  ];

  describe('with points', () => {
    it.each<[string, Parameters<typeof service>[0], number, string]>([
      ['without a point has no level', {}, 0, 'none'],
      [
        'just below a threshold does not attain it',
        { runbook: true },
        250,
        'none',
      ],
      [
        'attains a threshold with any rules',
        { owner: true, runbook: true },
        350,
        'bronze',
      ],
      ['attains it with other rules', { coverage: 80 }, 400, 'bronze'],
      [
        'attains a threshold to the point',
        { owner: true, runbook: true, oncall: true },
        600,
        'silver',
      ],
      [
        'attains gold although a rule fails',
        { owner: true, runbook: true, coverage: 90 },
        750,
        'gold',
      ],
      [
        'attains all points',
        { owner: true, runbook: true, oncall: true, coverage: 90 },
        1000,
        'all-points',
      ],
    ])('a service %s', (_, points, score, level) => {
      const facts = service(points);
      expect(assessOn(cortexPoints, facts).score).toBe(score);
      expect(levelOn(cortexPoints, facts)).toBe(level);
    });

    it('an exempt rule leaves the denominator', () => {
      const exemption = exemptionOf({ check: 'coverage' });
      const facts = service({ owner: true, runbook: true });
      expect(assessOn(cortexPoints, facts, [exemption]).score).toBe(583);
      expect(levelOn(cortexPoints, facts, [exemption])).toBe('bronze');
    });

    it('the next level is a number of points', () => {
      const { nextLevel } = assessOn(cortexPoints, service({ runbook: true }));
      expect(nextLevel).toMatchObject({ blocking: [], missingScore: 50 });
    });
  });

  describe('as a ladder', () => {
    it.each<[string, Parameters<typeof service>[0], string]>([
      [
        'without the first rung has no level',
        { runbook: true, coverage: 90 },
        'none',
      ],
      ['climbs rung by rung', { owner: true, coverage: 90 }, 'bronze'],
      ['needs every rule of a rung', { owner: true, runbook: true }, 'bronze'],
      [
        'passes over a rule for others',
        { owner: true, runbook: true, tier: tier3 },
        'silver',
      ],
      [
        'reaches the top',
        { owner: true, runbook: true, oncall: true, coverage: 80 },
        'gold',
      ],
      [
        'stays below a rung that was never measured',
        { owner: true, runbook: true, oncall: true },
        'silver',
      ],
    ])('a service %s', (_, points, level) => {
      expect(levelOn(cortexLadder, service(points))).toBe(level);
    });
  });
});
