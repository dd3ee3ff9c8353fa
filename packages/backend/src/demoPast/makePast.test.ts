import {
  compareStates,
  defaultScorecard,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DAYS, lettersOf, MadeState, makePast } from './makePast';
import { earlierRules, Rules } from './rules';

const TODAY = Date.parse('2026-11-21T00:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

const of = (value: (id: string) => unknown) =>
  Object.fromEntries(
    defaultScorecard.checks.map(({ id }) => [id, value(id)]),
  ) as Record<string, never>;

const rules: Rules = {
  hash: 'now',
  definition: defaultScorecard,
  rules: of(id => `rule of ${id}`),
  paths: of(id => ['tier.rank', `entity.links.${id}`]),
  facts: [],
};
const before = earlierRules(rules)!;
const told = new Map([['entity.links.runbook', 'https://runbook']]);

const passes = defaultScorecard.checks.map(() => 'p').join('');
const failing = (...ids: string[]) =>
  defaultScorecard.checks
    .map(({ id }) => (ids.includes(id) ? 'f' : 'p'))
    .join('');

const pastOf = (name: string, outcomes = passes) =>
  makePast({ entityRef: name, outcomes, told }, rules, TODAY);

const pastReport = (state: MadeState, at: number) => ({
  level: state.level,
  levelId: state.levelId,
  score: state.score,
  outcomes: lettersOf(state),
  assessedAt: at,
  version: state.rules,
});

const names = Array.from({ length: 40 }, (_, index) => `service-${index}`);

describe('the past that is made up', () => {
  it('has every day up to yesterday, and ends in the present', () => {
    const { days, steps } = pastOf('pay', failing('dashboard'));
    expect(days).toHaveLength(DAYS);
    expect(days[0].at).toBe(TODAY - (DAYS - 1) * DAY - 60_000);
    const last = days[DAYS - 1];
    expect(last.at).toBe(TODAY - 60_000);
    expect(lettersOf(last.state)).toBe(failing('dashboard'));
    expect(last.state).toMatchObject({ levelId: 'bronze', level: 0 });
    expect(steps[steps.length - 1].to.score).toBe(last.state.score);
  });

  it('leads from each step to the next, each with a cause and somebody behind it', () => {
    for (const name of names) {
      const { steps } = pastOf(name, failing('postmortems-in-time'));
      const [first, ...later] = steps;
      expect(first).toMatchObject({ flips: [], by: 'source:catalog' });
      later.forEach((step, index) => {
        expect(step.at).toBeGreaterThan(steps[index].at);
        expect([step.from?.level, step.from?.score]).toEqual([
          steps[index].to.level,
          steps[index].to.score,
        ]);
        expect(
          step.flips.length + (step.cause === 'rule' ? 1 : 0),
        ).toBeGreaterThan(0);
      });
    }
  });

  it('is told by the comparison of any two days without a rest', () => {
    const causes = new Set<string>();
    for (const name of names) {
      const { days, steps } = pastOf(name, failing('postmortems-in-time'));
      for (const [from, to] of [
        [0, 89],
        [30, 60],
        [50, 80],
      ]) {
        const { points } = compareStates(
          pastReport(days[from].state, days[from].at),
          pastReport(days[to].state, days[to].at),
          steps
            .filter(({ at }) => at > days[from].at && at <= days[to].at)
            .map(step => ({ ...step, from: step.from, to: step.to })),
        );
        expect(points.unexplained).toBe(0);
        for (const cause of ['service', 'rule', 'data'] as const) {
          if (points[cause] !== 0) causes.add(cause);
        }
      }
    }
    expect([...causes].sort()).toEqual(['data', 'rule', 'service']);
  });

  it('has other rules before the day on which they changed, for all alike', () => {
    const changes = names.map(name => {
      const { days } = pastOf(name);
      return days.findIndex(({ state }) => state.rules.hash === 'now');
    });
    expect(new Set(changes)).toEqual(new Set([66]));
    expect(before.hash).not.toBe('now');
    expect(before.definition.checks.map(({ id }) => id)).not.toContain('logs');
  });

  it('is the same for the same name', () => {
    expect(pastOf('pay')).toEqual(pastOf('pay'));
    const levels = (name: string) =>
      pastOf(name)
        .days.map(({ state }) => state.score)
        .join();
    expect(new Set(names.map(levels)).size).toBeGreaterThan(10);
  });

  it('names the link that came', () => {
    const flips = names
      .flatMap(name => pastOf(name).steps)
      .flatMap(step => step.flips);
    expect(flips.find(({ check }) => check === 'runbook')).toEqual({
      check: 'runbook',
      from: 'fail',
      to: 'pass',
      cause: 'service',
      facts: [
        {
          path: 'entity.links.runbook',
          after: 'https://runbook',
          source: 'catalog',
        },
      ],
    });
  });
});
