import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CompiledScorecard,
  fingerprint,
  HeatColumn,
  heatmapQuerySchema,
  HeatmapResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../http/cursor';
import { findScorecard } from '../findScorecard';
import { ProgrammeOptions } from '../programmeOptions';
import { RankedList } from '../RankedList';
import { isPositionIn, RankedReport } from '../rankingFilter';
import { HeatColumnKind, heatColumns, heatTotals } from './heatColumns';
import { lineOf } from './ratedService';

type HeatmapCommand = z.output<typeof heatmapQuerySchema>;

/** What was made of a list of reports, for as long as the list stands. */
interface Kept {
  readonly list: RankedList;
  readonly totals: Map<string, HeatColumn['totals']>;
}

/** Services by dimensions or checks, as one reader may see them. */
export class HeatmapService {
  private readonly kept = new WeakMap<readonly RankedReport[], Kept>();

  constructor(private readonly options: ProgrammeOptions) {}

  async get(
    command: HeatmapCommand,
    credentials: BackstageCredentials,
  ): Promise<HeatmapResponse> {
    const { config, ranking, now } = this.options;
    const { limit, cursor, ...query } = command;
    const { orderBy, order } = query;
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    const found = await ranking.matching(command, credentials);
    const columns = heatColumns(scorecard, command.columns, now());
    const madeFor = fingerprint([query]);
    const page = this.keptOf(found).list.page(
      {},
      {
        orderBy,
        descending: order === 'desc',
        after: decodeCursor(cursor, madeFor, isPositionIn(orderBy)),
        limit,
      },
    );
    return {
      items: page.items.map(report => {
        const { title, tier, level } = lineOf(report);
        return {
          entityRef: report.entityRef,
          title,
          tier,
          owner: report.owner || null,
          level,
          score: report.score,
          coverage: report.coverage,
          outdated: report.scorecardHash !== scorecard.hash,
          cells: columns.map(column => column.cellOf(report)),
        };
      }),
      totalItems: page.total,
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
      columns: columns.map(column => ({
        id: column.id,
        title: column.title,
        level: column.level,
        enforcement: column.enforcement,
        totals: this.totalsOf(column, found, scorecard, command.columns),
      })),
      levels: scorecard.definition.levels.length,
    };
  }

  private keptOf(found: readonly RankedReport[]): Kept {
    let kept = this.kept.get(found);
    if (!kept) {
      kept = { list: RankedList.of(found), totals: new Map() };
      this.kept.set(found, kept);
    }
    return kept;
  }

  private totalsOf(
    column: HeatColumnKind,
    found: readonly RankedReport[],
    { hash }: CompiledScorecard,
    kind: HeatmapCommand['columns'],
  ): HeatColumn['totals'] {
    const { totals } = this.keptOf(found);
    const key = JSON.stringify([kind, hash, column.id]);
    let known = totals.get(key);
    if (!known) {
      known = heatTotals(column, found);
      totals.set(key, known);
    }
    return known;
  }
}
