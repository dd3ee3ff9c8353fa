import { evaluatedAll, logins, objectiveOf, sloOf } from '../../testUtils';
import { COMPOSITE } from './evaluation';

describe('several objectives', () => {
  const slo = sloOf({
    objectives: [
      objectiveOf({ target: 990_000 }),
      objectiveOf({ id: '2', target: 999_500 }),
      objectiveOf({ id: '3', indicator: logins }),
    ],
  });

  it('share one measurement and have each their budget', () => {
    const found = evaluatedAll(slo, [
      { rest: [1, 1000] },
      { rest: [1, 1000] },
      { rest: [0, 10] },
    ]);
    expect(found.objectives.map(({ id, status }) => [id, status])).toEqual([
      ['1', 'healthy'],
      ['2', 'breached'],
      ['3', 'healthy'],
    ]);
    expect([found.worst, found.status]).toEqual(['2', 'breached']);
    expect(found.objectives[0].budget.remaining).toBeCloseTo(0.9, 9);
    expect(found.objectives[1].budget.remaining).toBeCloseTo(-1, 9);
  });

  it('are not healthy where one has no data', () => {
    const found = evaluatedAll(slo, [
      { rest: [0, 1000] },
      { rest: [0, 1000] },
      { rest: 'no data' },
    ]);
    expect([found.worst, found.status]).toEqual(['3', 'no_data']);
  });

  it('of one status are headed by the one with the least left', () => {
    const found = evaluatedAll(slo, [
      { rest: [1, 5000] },
      { rest: [1, 5000] },
      { rest: [0, 1] },
    ]);
    expect([found.worst, found.status]).toEqual(['2', 'healthy']);
  });

  it('that are no composite have no weight', () => {
    const { objectives } = evaluatedAll(slo, { rest: [0, 1] });
    expect(objectives.map(({ weight }) => weight)).toEqual([null, null, null]);
    expect(objectives.some(({ id }) => id === COMPOSITE)).toBe(false);
  });
});
