import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  cheapestPath,
  cheapestPathQuerySchema,
  CheapestPathResponse,
  CompiledScorecard,
  fingerprint,
  Outcome,
  ServicePath,
  ServicePathItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { ReliabilityConfig } from '../../config/config';
import { decodeCursor, encodeCursor, isText, pageOf } from '../../http/cursor';
import { findScorecard } from '../findScorecard';
import { levelRef } from '../present';
import { RankedReport } from '../rankingFilter';
import { RankingService } from '../RankingService';
import { outcomeOf, StoredItem } from '../reportRow';

type PathCommand = z.output<typeof cheapestPathQuerySchema>;

const OWNERS = 100;

interface Line {
  readonly path: ServicePath;
  readonly report: RankedReport;
  /** Least work first, what no work reaches last; of equal work the critical tiers first. */
  readonly position: string;
}

function lineOf(path: ServicePath, report: RankedReport): Line {
  const steps = path.fix.length + path.learn.length;
  const lost = path.state === 'unreachable' ? 1 : 0;
  const places = [lost, steps, report.tierRank].map(number =>
    String(number).padStart(4, '0'),
  );
  return { path, report, position: [...places, path.entityRef].join('|') };
}

function goalOf({ definition }: CompiledScorecard, goal: string): number {
  const index = definition.levels.findIndex(({ id }) => id === goal);
  if (index >= 0) return index;
  const known = definition.levels.map(({ id }) => id).join(', ');
  throw new InputError(
    `goal: unknown level "${goal}", expected one of ${known}`,
  );
}

function itemOf(
  scorecard: CompiledScorecard,
  { path, report }: Line,
): ServicePathItem {
  const item: StoredItem = JSON.parse(report.item);
  return {
    entityRef: path.entityRef,
    title: item.title,
    owner: item.owner,
    tier: item.tier,
    level: item.level,
    score: report.score,
    fix: [...path.fix],
    learn: [...path.learn],
    obstacle: path.obstacle
      ? {
          kind: path.obstacle.kind,
          level: levelRef(scorecard, path.obstacle.level),
        }
      : null,
  };
}

/** Outcomes of letters; reports with the same letters share one list, as most services are like many others. */
function sharedOutcomes() {
  const known = new Map<string, readonly Outcome[]>();
  return (letters: string): readonly Outcome[] => {
    const found = known.get(letters) ?? Array.from(letters, outcomeOf);
    known.set(letters, found);
    return found;
  };
}

/** Whether a check is part of a path; any path where none is asked for. */
const has = ({ fix, learn }: ServicePath, step: string | undefined) =>
  step === undefined || fix.includes(step) || learn.includes(step);

/** The smallest set of work that lifts services to a level, from the reports as they stand. */
export class CheapestPathService {
  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly ranking: RankingService;
      readonly now: () => number;
    },
  ) {}

  /** @throws InputError for a level that the scorecard does not have; NotFoundError for such a scorecard */
  async get(
    command: PathCommand,
    credentials: BackstageCredentials,
  ): Promise<CheapestPathResponse> {
    const { config, ranking, now } = this.options;
    const { goal, step, limit, cursor, ...filter } = command;
    const scorecard = findScorecard(config.scorecards, filter.scorecard);
    const { definition, hash } = scorecard;
    const level = goalOf(scorecard, goal);
    const reports = await ranking.matching(filter, credentials);
    const current = reports.filter(report => report.scorecardHash === hash);
    const outcomesOf = sharedOutcomes();
    const { services, byCheck, byOwner, ...counts } = cheapestPath(
      current.map(({ entityRef, owner, outcomes }) => ({
        entityRef,
        ...(owner && { owner }),
        outcomes: outcomesOf(outcomes),
      })),
      definition,
      level,
      now(),
    );
    const madeFor = fingerprint([filter, goal, step]);
    const after = decodeCursor(cursor, madeFor, isText) ?? '';
    const lines = services
      .map((path, index) => lineOf(path, current[index]))
      .filter(({ path }) => path.state !== 'reached' && has(path, step))
      .sort((a, b) => (a.position < b.position ? -1 : 1));
    const { items, ...page } = pageOf(
      lines.filter(({ position }) => position > after).slice(0, limit + 1),
      limit,
      last => encodeCursor(last.position, madeFor),
    );
    const titles = new Map(
      definition.checks.map(({ id, title }) => [id, title]),
    );
    const sum = (kind: 'fix' | 'learn') =>
      byCheck.reduce((total, check) => total + check[kind], 0);
    return {
      items: items.map(line => itemOf(scorecard, line)),
      totalItems: lines.length,
      ...page,
      goal: levelRef(scorecard, level),
      levels: definition.levels.map((_, index) => levelRef(scorecard, index)),
      totals: {
        services: current.length,
        ...counts,
        outdated: reports.length - current.length,
        fix: sum('fix'),
        learn: sum('learn'),
      },
      byCheck: byCheck.map(({ check, ...numbers }) => ({
        id: check,
        title: titles.get(check) ?? check,
        ...numbers,
      })),
      byOwner: byOwner
        .slice(0, OWNERS)
        .map(({ owner, ...numbers }) => ({ owner: owner ?? null, ...numbers })),
    };
  }
}
