import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  moversQuerySchema,
  MoversResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { dayBefore, dayOf } from '../../database/dates';
import { findScorecard } from '../findScorecard';
import { levelRefById } from '../present';
import { ProgrammeOptions } from '../programmeOptions';
import { RankedReport } from '../rankingFilter';
import { offsetPage } from './offsetPage';
import { PastDay, PastDays, PastState } from '../PastDays';
import { lineOf } from './ratedService';

type MoversCommand = z.output<typeof moversQuerySchema>;

interface Move {
  readonly report: RankedReport;
  readonly then: PastState;
  readonly delta: number;
}

const isWanted = {
  up: ({ delta }: Move) => delta > 0,
  down: ({ delta }: Move) => delta < 0,
  both: ({ delta }: Move) => delta !== 0,
} as const satisfies Record<MoversCommand['direction'], unknown>;

/** The largest change first, and of equals the one that ranks lower. */
const byChange = (a: Move, b: Move) =>
  Math.abs(b.delta) - Math.abs(a.delta) ||
  (a.report.rankKey < b.report.rankKey ? 1 : -1);

/** Which services moved most since a day, as one reader may see them. */
export class MoversService {
  constructor(
    private readonly options: ProgrammeOptions & {
      readonly pastDays: PastDays;
    },
  ) {}

  async list(
    command: MoversCommand,
    credentials: BackstageCredentials,
  ): Promise<MoversResponse> {
    const { config, ranking } = this.options;
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    const found = await ranking.matching(command, credentials);
    const past = await this.pastOf(command, scorecard.definition.id, found);
    const moves = found.flatMap((report): Move[] => {
      const then = past?.get(report.entityRef);
      return then ? [{ report, then, delta: report.score - then.score }] : [];
    });
    const wanted = moves.filter(isWanted[command.direction]).sort(byChange);
    const page = offsetPage(wanted, command);
    const up = moves.filter(isWanted.up).length;
    const down = moves.filter(isWanted.down).length;
    return {
      ...page,
      items: page.items.map(({ report, then, delta }) => {
        const { title, tier, level } = lineOf(report);
        return {
          entityRef: report.entityRef,
          title,
          tier,
          owner: report.owner || null,
          level,
          levelThen: levelRefById(scorecard, then.levelId),
          score: report.score,
          scoreThen: then.score,
          coverage: report.coverage,
          coverageThen: then.coverage,
          delta,
        };
      }),
      since: past?.day ?? null,
      levels: scorecard.definition.levels.length,
      up,
      down,
      same: moves.length - up - down,
      added: past ? found.length - moves.length : 0,
    };
  }

  /** The day asked for, or the last recorded before it; where nothing is as old, the day on which trends begin. */
  private async pastOf(
    { days }: MoversCommand,
    scorecardId: string,
    found: readonly RankedReport[],
  ): Promise<PastDay | undefined> {
    const { knex, pastDays, now } = this.options;
    const wanted = dayBefore(now(), days);
    const past = await pastDays.upTo(knex, scorecardId, wanted);
    if (past) return past;
    const today = dayOf(now());
    const first = found.reduce(
      (day, { trend }) => (trend.day < day ? trend.day : day),
      today,
    );
    return first < today ? pastDays.on(knex, scorecardId, first) : undefined;
  }
}
