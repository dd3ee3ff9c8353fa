import type { SloStatus } from '@plimsoll/backstage-plugin-reliability-common';
import { objectiveEvaluation, sloResponse } from '../../testUtils';
import { byStatus, headlineOf, mostPressing } from './order';

const slo = (name: string, status: SloStatus, remaining: number | null = 0.5) =>
  sloResponse({ name, title: name, status, remaining });
const names = (slos: { name: string }[]) => slos.map(({ name }) => name);

it('lists the worst first, and what is not known apart at the end', () => {
  const slos = [
    slo('silent', 'no_data', null),
    slo('fine', 'healthy'),
    slo('b', 'breached', -0.1),
    slo('a', 'breached', -2),
    slo('fast', 'burning'),
  ];
  expect(names(byStatus(slos))).toEqual(['a', 'b', 'fast', 'fine', 'silent']);
});

it.each<[string, SloStatus[], number]>([
  ['trouble', ['healthy', 'no_data', 'at_risk'], 2],
  ['what is not known, where all else is healthy', ['healthy', 'error'], 1],
  ['the first, where all are healthy', ['healthy', 'healthy'], 0],
])('the most pressing is %s', (_, statuses, expected) => {
  const slos = statuses.map((status, index) => slo(`slo-${index}`, status));
  expect(mostPressing(slos)).toBe(slos[expected]);
});

describe('the objective that stands for an SLO', () => {
  const tight = objectiveEvaluation({ id: '2', target: 999_900 });
  const evaluations = [objectiveEvaluation(), tight];

  it('is the one whose target the SLO tells', () => {
    expect(headlineOf(sloResponse({ evaluations, target: 999_900 }))).toBe(
      tight,
    );
  });

  it('is the whole of a composite', () => {
    const composite = { aggregation: 'worst', target: 999_900 };
    expect(headlineOf(sloResponse({ evaluations, composite }))).toBe(
      evaluations[0],
    );
  });

  it('is none where nothing was evaluated', () => {
    expect(headlineOf(sloResponse({ evaluations: [] }))).toBeUndefined();
  });
});
