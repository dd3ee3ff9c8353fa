import { gold, serviceReport, serviceResponse, silver } from '../../testUtils';
import { nextStepOf } from './nextStep';

const levels = serviceReport().levels;
const next = (overrides: object) =>
  serviceReport({ nextLevel: { ...serviceReport().nextLevel!, ...overrides } });

describe('nextStepOf', () => {
  it('lists the blocking checks, the heaviest first', () => {
    const report = serviceReport();
    report.checks = report.checks.map(check =>
      check.id === 'pageable' ? { ...check, weight: 5 } : check,
    );
    const step = nextStepOf(report);
    expect(step).toMatchObject({
      kind: 'checks',
      next: silver,
      liftsTo: silver,
    });
    expect(step.kind === 'checks' && step.checks.map(({ id }) => id)).toEqual([
      'pageable',
      'runbook',
    ]);
  });

  it('begins with the tier where others cannot be decided without it', () => {
    const report = serviceReport();
    const tier = {
      path: 'tier.id',
      state: 'known',
      value: 'untiered',
    } as const;
    const contract = { path: 'tier.rank', state: 'absent' } as const;
    const withTier = (state: 'absent' | 'known') =>
      report.checks.map(check => {
        if (check.id === 'runbook') {
          return { ...check, outcome: 'fail' as const, actual: [tier] };
        }
        return check.id === 'pageable'
          ? {
              ...check,
              weight: 5,
              outcome: 'unknown' as const,
              reason: { kind: 'absent' as const, text: '' },
              actual: [{ ...contract, state }],
            }
          : check;
      });
    const order = (state: 'absent' | 'known') => {
      const step = nextStepOf({ ...report, checks: withTier(state) });
      return step.kind === 'checks' && step.checks.map(({ id }) => id);
    };
    expect(order('absent')).toEqual(['runbook', 'pageable']);
    expect(order('known')).toEqual(['pageable', 'runbook']);
  });

  it('counts what does not pass and is not asked for yet', () => {
    expect(nextStepOf(serviceReport())).toMatchObject({ others: 1 });
  });

  it('keeps the level that all of it reaches', () => {
    expect(nextStepOf(next({ liftsTo: gold }))).toMatchObject({
      next: silver,
      liftsTo: gold,
    });
  });

  it('asks for points where the checks are met', () => {
    const report = next({ blocking: [], missingScore: 58 });
    report.levels = levels.map(level =>
      level.id === 'silver' ? { ...level, minScore: 70 } : level,
    );
    const step = nextStepOf(report);
    expect(step).toMatchObject({
      kind: 'points',
      missingScore: 58,
      minScore: 70,
    });
    expect(step.kind === 'points' && step.checks.map(({ id }) => id)).toEqual([
      'runbook',
      'pageable',
      'load-tested',
    ]);
  });

  it('says that nothing applies', () => {
    expect(
      nextStepOf(next({ blocking: [], nothingApplies: true })),
    ).toMatchObject({ kind: 'nothing-applies', next: silver });
  });

  it('waits where nothing is missing', () => {
    expect(nextStepOf(next({ blocking: [] }))).toMatchObject({
      kind: 'waiting',
    });
  });

  it('watches at the top what would end it, soonest first', () => {
    const facts: ReturnType<typeof serviceResponse>['facts'] = [
      {
        path: 'entity.links.runbook',
        state: 'known',
        source: 'catalog',
        expiresAt: '2026-11-21T00:00:00Z',
      },
      {
        path: 'facts["ci/load-test-passed"]',
        state: 'known',
        source: 'ci',
        expiresAt: '2026-12-01T00:00:00Z',
      },
      {
        path: 'facts["nobody/asks"]',
        state: 'known',
        source: 'nobody',
        expiresAt: '2026-11-22T00:00:00Z',
      },
    ];
    expect(nextStepOf(serviceReport({ nextLevel: null }), facts)).toEqual({
      kind: 'top',
      watch: [
        {
          kind: 'stale',
          fact: 'facts["ci/load-test-passed"]',
          at: '2026-12-01T00:00:00Z',
        },
        { kind: 'exempt', check: 'Dashboard is linked', at: '2027-01-31' },
        {
          kind: 'scheduled',
          check: 'Took part in a chaos day',
          at: '2027-03-01',
        },
      ],
    });
  });
});
