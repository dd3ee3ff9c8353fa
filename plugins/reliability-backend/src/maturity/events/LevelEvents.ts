import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { Knex } from 'knex';
import { isoTime } from '../../database/dates';
import { Stores } from '../../database/stores';
import { ProgrammeTask } from '../programmeOptions';
import { EventMarkStore } from './EventMarkStore';

/** The topic of events that say that a service changed its level. */
export const LEVEL_CHANGED = 'reliability.level.changed';

const MARK = 'levels';
const STEPS_PER_QUERY = 200;
const EVERY_SECONDS = 60;
/** No transaction that writes steps is open for longer. */
const SETTLE_MS = 2 * 60_000;

/**
 * Tells other plugins of every change of a level, in the order of the history and at least once: the mark moves
 * after an event is published. The lock of the task keeps replicas from telling the same.
 */
export class LevelEvents {
  private readonly marks = new EventMarkStore();

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly logger: LoggerService;
      readonly events: Pick<EventsService, 'publish'>;
      /** Milliseconds since the epoch. */
      readonly now: () => number;
    },
  ) {}

  get task(): ProgrammeTask {
    return {
      id: 'reliability-level-events',
      everySeconds: EVERY_SECONDS,
      run: async signal => {
        await this.publish(signal);
      },
    };
  }

  /**
   * Publishes what happened since the last time. The first time nothing of the past is told.
   *
   * @returns how many events were published
   */
  async publish(signal?: AbortSignal): Promise<number> {
    const { knex, stores, now, logger } = this.options;
    const settledAt = now() - SETTLE_MS;
    let last = await this.marks.get(knex, MARK);
    if (last === undefined) {
      const newest = await stores.history.lastId(knex, settledAt);
      await this.marks.set(knex, MARK, newest);
      return 0;
    }
    let count = 0;
    while (!signal?.aborted) {
      const steps = await stores.history.levelStepsAfter(knex, last, {
        settledAt,
        limit: STEPS_PER_QUERY,
      });
      try {
        for (const { id, ...step } of steps) {
          await this.options.events.publish({
            topic: LEVEL_CHANGED,
            eventPayload: {
              entityRef: step.entityRef,
              scorecard: step.scorecardId,
              from: step.from?.levelId,
              to: step.to.levelId,
              cause: step.cause,
              at: isoTime(step.at),
            },
          });
          last = id;
          count += 1;
        }
      } catch (error) {
        logger.warn('Could not publish that a level changed', error as Error);
        await this.marks.set(knex, MARK, last);
        break;
      }
      await this.marks.set(knex, MARK, last);
      if (steps.length < STEPS_PER_QUERY) break;
    }
    return count;
  }
}
