import { enforcementOf, Outcome } from '../assess';
import { scoreOf } from '../score';
import { CheckDefinition, LevelDefinition } from '../scorecard';
import { isOpenCheck, judgedOf, ReportedCheck } from './judged';
import {
  PathObstacle,
  PathShare,
  PathStep,
  ServicePath,
  sumByCheck,
  sumByOwner,
} from './pathSums';

/** A scorecard, as much of it as the path needs. @public */
export interface PathScorecard {
  readonly levels: readonly Pick<LevelDefinition, 'id' | 'minScore'>[];
  readonly checks: readonly Pick<
    CheckDefinition,
    'id' | 'level' | 'weight' | 'enforceFrom' | 'planned'
  >[];
}

/** A service as its report has it. @public */
export interface PathService {
  readonly entityRef: string;
  /** Absent where nobody owns it. */
  readonly owner?: string;
  /** In the order of the scorecard's checks. */
  readonly outcomes: readonly Outcome[];
}

/** The smallest set of work that lifts services to a level. @public */
export interface CheapestPath {
  /** In the order given. */
  readonly services: readonly ServicePath[];
  /** Most services first. */
  readonly byCheck: readonly PathStep[];
  /** Most work first. */
  readonly byOwner: readonly PathShare[];
  readonly reached: number;
  readonly reachable: number;
  readonly unreachable: number;
}

interface Goal {
  readonly definition: PathScorecard;
  readonly level: number;
  /** Index of each check's level. */
  readonly places: readonly number[];
  readonly enforced: readonly boolean[];
}

const minimumOf = ({ definition, level }: Goal): number =>
  Math.max(
    ...definition.levels
      .slice(0, level + 1)
      .map(({ minScore = 0 }) => Math.ceil(minScore * 10)),
  );

function obstacleOf(
  goal: Goal,
  outcomes: readonly Outcome[],
): PathObstacle | undefined {
  for (let level = 0; level <= goal.level; level++) {
    const asked = goal.places.includes(level);
    const shown = goal.places.some(
      (place, index) =>
        place === level &&
        goal.enforced[index] &&
        outcomes[index] !== 'not-applicable',
    );
    if (asked && !shown) return { kind: 'nothing-applies', level };
  }
  return undefined;
}

/** The checks of a service that must pass, by their index; undefined: no set of them suffices. */
function stepsOf(
  goal: Goal,
  outcomes: readonly Outcome[],
): readonly number[] | undefined {
  const { definition, level, places, enforced } = goal;
  const open = [...outcomes.keys()].filter(
    index => enforced[index] && isOpenCheck({ outcome: outcomes[index] }),
  );
  const steps = open.filter(index => places[index] <= level);
  const minimum = minimumOf(goal);
  const further = open
    .filter(index => places[index] > level)
    .sort((a, b) => definition.checks[b].weight - definition.checks[a].weight);
  const scoreAfter = () => {
    const passed = new Set(steps);
    const checks = definition.checks.map(
      ({ id, level: at, weight }, index): ReportedCheck => ({
        id,
        level: at,
        weight,
        outcome: passed.has(index) ? 'pass' : outcomes[index],
        enforcement: enforced[index] ? 'enforced' : 'planned',
      }),
    );
    return scoreOf(judgedOf({ levels: definition.levels, checks })).score;
  };
  if (minimum === 0) return steps;
  while (scoreAfter() < minimum) {
    const heaviest = further.shift();
    if (heaviest === undefined) return undefined;
    steps.push(heaviest);
  }
  return steps;
}

type Work = Omit<ServicePath, 'entityRef' | 'owner'>;

function workOf(goal: Goal, outcomes: readonly Outcome[]): Work {
  const none = { fix: [], learn: [] };
  const obstacle = obstacleOf(goal, outcomes);
  if (obstacle) return { ...none, state: 'unreachable', obstacle };
  const steps = stepsOf(goal, outcomes);
  if (!steps) {
    const unmet = { kind: 'no-score', level: goal.level } as const;
    return { ...none, state: 'unreachable', obstacle: unmet };
  }
  const idsOf = (outcome: Outcome) =>
    steps
      .filter(index => outcomes[index] === outcome)
      .map(index => goal.definition.checks[index].id);
  return {
    state: steps.length === 0 ? 'reached' : 'reachable',
    fix: idsOf('fail'),
    learn: idsOf('unknown'),
  };
}

/**
 * The smallest set of work that lifts services to a level.
 *
 * For one service it is smallest because of two things. Every check of the level and of those below it that is
 * enforced and fails or is unknown keeps the level away by itself, so all of them are part of any set. Where a
 * level also asks for a score, further checks are added, the heaviest first: no other choice of as many
 * checks adds more weight, so none of fewer would do. Scheduled and planned checks do not count and never help; a
 * level of which nothing applies cannot be shown, whatever is done.
 *
 * @param services - with the outcomes of this definition; those that share one list are worked out once
 * @param goalLevel - index of the level
 * @param now - milliseconds since the epoch: which checks are enforced
 * @throws RangeError when there is no such level
 *
 * @public
 */
export function cheapestPath(
  services: readonly PathService[],
  definition: PathScorecard,
  goalLevel: number,
  now: number,
): CheapestPath {
  const { levels, checks } = definition;
  if (!levels[goalLevel]) throw new RangeError(`No level ${goalLevel}`);
  const goal: Goal = {
    definition,
    level: goalLevel,
    places: checks.map(({ level }) => levels.findIndex(l => l.id === level)),
    enforced: checks.map(
      check =>
        enforcementOf(
          {
            definition: check,
            enforceFrom: check.enforceFrom
              ? Date.parse(check.enforceFrom)
              : undefined,
          },
          now,
        ) === 'enforced',
    ),
  };
  const known = new Map<readonly Outcome[], Work>();
  const paths = services.map(({ entityRef, owner, outcomes }): ServicePath => {
    const work = known.get(outcomes) ?? workOf(goal, outcomes);
    known.set(outcomes, work);
    return { entityRef, ...(owner !== undefined && { owner }), ...work };
  });
  const count = (state: ServicePath['state']) =>
    paths.filter(path => path.state === state).length;
  return {
    services: paths,
    byCheck: sumByCheck(paths),
    byOwner: sumByOwner(paths),
    reached: count('reached'),
    reachable: count('reachable'),
    unreachable: count('unreachable'),
  };
}
