import { InputError } from '@backstage/errors';
import {
  CompiledScorecard,
  PastReport,
  StateSource,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../../config/config';
import { dayOf } from '../../database/dates';
import { Db } from '../../database/sql';
import { Stores } from '../../database/stores';
import { ScorecardVersion } from '../ScorecardVersionStore';
import { PastRow, PastStore } from './PastStore';

/** What is known of one service on a day, with the rules of that day. */
export interface PastState extends PastReport {
  readonly row: PastRow;
  readonly version?: ScorecardVersion;
}

/** What is known of services on a day. */
export interface PastDay {
  readonly day: string;
  readonly source: Exclude<StateSource, 'none'>;
  readonly states: ReadonlyMap<string, PastState>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export const startOfDay = (day: string): number =>
  Date.parse(`${day}T00:00:00Z`);
export const endOfDay = (day: string): number => startOfDay(day) + DAY_MS;

/** Reads days: today from the reports, a past day from its snapshot, or from steps where there is none. */
export class PastStates {
  private readonly store = new PastStore();

  constructor(
    private readonly options: {
      readonly stores: Pick<Stores, 'versions'>;
      readonly config: Pick<ReliabilityConfig, 'dailyRetentionMs'>;
      readonly now: () => number;
    },
  ) {}

  /** @throws InputError for a day that is not over the portal's memory */
  requireKept(field: string, day: string): void {
    const { config, now } = this.options;
    const today = dayOf(now());
    if (day > today) {
      throw new InputError(
        `${field}: ${day} is in the future; today is ${today} (UTC)`,
      );
    }
    const first = dayOf(now() - config.dailyRetentionMs);
    if (day < first) {
      throw new InputError(
        `${field}: ${day} is not kept any more; the first day is ${first}`,
      );
    }
  }

  /**
   * Two days to compare; the second is today where it is not given.
   *
   * @throws InputError naming the field
   */
  requirePair(asked: { from: string; to?: string }): {
    from: string;
    to: string;
  } {
    const { from, to = dayOf(this.options.now()) } = asked;
    this.requireKept('from', from);
    this.requireKept('to', to);
    if (from >= to) {
      throw new InputError(`from: expected a day before ${to}, not ${from}`);
    }
    return { from, to };
  }

  /** @param entityRef - of that service only; absent: of all */
  async of(
    db: Db,
    scorecard: CompiledScorecard,
    day: string,
    entityRef?: string,
  ): Promise<PastDay> {
    const { id } = scorecard.definition;
    const { source, rows } = await this.read(db, id, day, entityRef);
    const states = new Map<string, PastState>();
    for (const row of rows) {
      const version =
        row.scorecardHash === undefined
          ? undefined
          : await this.options.stores.versions.get(db, row.scorecardHash);
      states.set(row.entityRef, stateOf(row, version));
    }
    return { day, source, states };
  }

  private async read(
    db: Db,
    id: string,
    day: string,
    entityRef: string | undefined,
  ): Promise<{ source: PastDay['source']; rows: PastRow[] }> {
    const { store } = this;
    if (day === dayOf(this.options.now())) {
      return { source: 'report', rows: await store.ofNow(db, id, entityRef) };
    }
    if (await store.hasDay(db, id, day)) {
      const rows = await store.ofDay(db, id, day, entityRef);
      return { source: 'snapshot', rows };
    }
    const rows = await store.lastSteps(db, id, endOfDay(day), entityRef);
    return { source: 'steps', rows };
  }
}

function stateOf(
  row: PastRow,
  version: ScorecardVersion | undefined,
): PastState {
  const { levelId, score, outcomes, assessedAt } = row;
  const index = version?.definition.levels.findIndex(
    level => level.id === levelId,
  );
  return {
    row,
    level: row.level ?? index ?? -1,
    levelId,
    score,
    outcomes,
    assessedAt,
    version,
  };
}
