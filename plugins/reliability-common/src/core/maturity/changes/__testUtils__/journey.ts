import { changeBetween } from '../../history';
import {
  assessed,
  checks,
  compiled,
  DAY,
  definitionOf,
  medals,
  NOW,
  replaced,
  runbook,
  withLinks,
  World,
} from '../../../../testUtils';
import { compareStates } from '../compareStates';
import { outcomeLetters, PastReport, PastStep } from '../pastReport';

export type Changed = Partial<World>;

/** What would be stored of a world. */
export function stored(changed: Changed, now = changed.now ?? NOW) {
  const assessment = assessed(changed);
  const { definition } = compiled(
    definitionOf(
      changed.checks ?? checks,
      medals.map(level => ({ ...level, minScore: 0 })),
    ),
  );
  const levelId = definition.levels[assessment.level]?.id ?? 'none';
  const report: PastReport = {
    level: assessment.level,
    levelId,
    score: assessment.score,
    outcomes: assessment.checks
      .map(({ outcome }) => outcomeLetters[outcome])
      .join(''),
    assessedAt: now,
    version: { definition, rules: assessment.rules },
  };
  return { assessment, report };
}

/** The steps through worlds, as they are recorded, and the first world compared with the last. */
export function journey(...worlds: Changed[]) {
  const days = worlds.map(world => stored(world));
  const steps: PastStep[] = [];
  for (let index = 1; index < days.length; index++) {
    const [from, to] = [days[index - 1], days[index]];
    const change = changeBetween(from.assessment, to.assessment);
    if (!change) continue;
    steps.push({
      ...change,
      at: NOW + index,
      by: `step ${index}`,
      from: { levelId: from.report.levelId, score: from.report.score },
      to: { levelId: to.report.levelId, score: to.report.score },
    });
  }
  return { days, steps };
}

export function compare(...worlds: Changed[]) {
  const { days, steps } = journey(...worlds);
  return compareStates(days[0].report, days[days.length - 1].report, steps);
}

export const sumOf = ({ points }: ReturnType<typeof compareStates>) =>
  points.service + points.rule + points.data + points.unexplained;

/** Level, points and flips in one line each. */
export function told(...worlds: Changed[]) {
  const found = compare(...worlds);
  const { level, flips, points } = found;
  expect(sumOf(found)).toBe(found.delta);
  return [
    `${level.direction} ${level.cause ?? '-'}`,
    ...Object.entries(points).flatMap(([cause, amount]) =>
      amount === 0 ? [] : [`${cause} ${amount}`],
    ),
    ...flips.map(
      ({ check, from, to, cause }) => `${check} ${from}→${to} ${cause}`,
    ),
  ];
}

export const exemption = {
  scorecard: 'reliability',
  check: 'logs',
  entityRef: 'component:default/pay',
  reason: 'Is rewritten',
  approvedBy: 'user:default/ada',
  until: '2030-01-01',
};
export const scheduled = replaced(runbook, {
  enforceFrom: new Date(NOW + DAY).toISOString(),
});
export const noRunbook = withLinks({ runbook: 0 });
