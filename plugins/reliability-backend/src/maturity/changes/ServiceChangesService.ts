import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  asOfQuerySchema,
  compareDaysQuerySchema,
  compareStates,
  CompiledScorecard,
  ServiceAsOfResponse,
  ServiceChangesResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { ReliabilityConfig } from '../../config/config';
import { findScorecard } from '../findScorecard';
import { MaturityService } from '../MaturityService';
import { stepsBetween } from './DayPairs';
import { endOfDay, PastDay, PastStates, startOfDay } from './PastStates';
import { PastStore } from './PastStore';
import { checkTitles, presentFlip, presentState } from './presentChanges';

export type AsOfCommand = z.output<typeof asOfQuerySchema>;
export type CompareDaysCommand = z.output<typeof compareDaysQuerySchema>;

const nameOf = ({ definition: { id, title } }: CompiledScorecard) => ({
  id,
  title,
});

/** One service on past days. */
export class ServiceChangesService {
  private readonly store = new PastStore();

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly config: ReliabilityConfig;
      readonly maturity: MaturityService;
      readonly states: PastStates;
    },
  ) {}

  /** @throws InputError for a day in the future or before the retention */
  async asOf(
    entityRef: string,
    { day, scorecard: id }: AsOfCommand,
    credentials: BackstageCredentials,
  ): Promise<ServiceAsOfResponse> {
    const { knex, config, maturity, states } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const scorecard = findScorecard(config.scorecards, id);
    states.requireKept('day', day);
    const found = await states.of(knex, scorecard, day, entityRef);
    return {
      entityRef,
      scorecard: nameOf(scorecard),
      ...this.dated(found, entityRef, scorecard),
    };
  }

  /** What differs between two days. */
  async compare(
    entityRef: string,
    command: CompareDaysCommand,
    credentials: BackstageCredentials,
  ): Promise<ServiceChangesResponse> {
    const { knex, config, maturity, states } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    const { from, to } = states.requirePair(command);
    const before = await states.of(knex, scorecard, from, entityRef);
    const after = await states.of(knex, scorecard, to, entityRef);
    return {
      entityRef,
      scorecard: nameOf(scorecard),
      before: this.dated(before, entityRef, scorecard),
      after: this.dated(after, entityRef, scorecard),
      difference: await this.difference(entityRef, scorecard, before, after),
    };
  }

  private dated(
    { day, source, states }: PastDay,
    entityRef: string,
    scorecard: CompiledScorecard,
  ): ServiceChangesResponse['before'] {
    const state = states.get(entityRef);
    return state
      ? { day, from: source, state: presentState(state, scorecard) }
      : { day, from: 'none', state: null };
  }

  private async difference(
    entityRef: string,
    scorecard: CompiledScorecard,
    before: PastDay,
    after: PastDay,
  ): Promise<ServiceChangesResponse['difference']> {
    const old = before.states.get(entityRef);
    const now = after.states.get(entityRef);
    if (!old || !now) return null;
    const steps = await this.store.steps(
      this.options.knex,
      scorecard.definition.id,
      { from: startOfDay(before.day), to: endOfDay(after.day) },
      [entityRef],
    );
    const between = stepsBetween(
      steps,
      { state: old, day: before.day },
      { state: now, day: after.day },
    );
    const { delta, points, level, flips } = compareStates(old, now, between);
    const titles = checkTitles(scorecard, [old.version, now.version]);
    return {
      score: delta,
      points,
      level: { direction: level.direction, cause: level.cause ?? null },
      flips: flips.map(flip => presentFlip(flip, titles)),
    };
  }
}
