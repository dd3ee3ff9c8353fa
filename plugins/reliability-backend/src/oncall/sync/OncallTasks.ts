import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../../config/config';
import { Stores } from '../../database/stores';
import { PeopleTask } from '../people/PeopleTask';
import { OncallSync } from './OncallSync';

const DAY = 24 * 3_600_000;

/** A rotation that no service has is kept for so long: an annotation may only have been mistyped for a while. */
const KEEP_UNLINKED = 7 * DAY;

/** The scheduled work on rotations. Every account has a task of its own, so that a slow one holds up no other. */
export class OncallTasks {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: Pick<
        ReliabilityConfig,
        'oncallShiftRetentionMs' | 'oncallPeopleRetentionMs'
      >;
      readonly oncallSync: OncallSync;
      readonly peopleTask: PeopleTask;
      readonly logger: LoggerService;
      readonly now: () => number;
    },
  ) {}

  /** Removes what nobody uses, and shifts and people beyond their retention. */
  async tidy(): Promise<void> {
    const { knex, stores, config, logger, now } = this.options;
    const at = now();
    await stores.oncallRotations.noteUnlinked(knex, at);
    const rotations = await knex.transaction(tx =>
      stores.oncallRotations.dropUnlinked(tx, at - KEEP_UNLINKED),
    );
    const shifts = await stores.oncallShifts.prune(
      knex,
      at - config.oncallShiftRetentionMs,
    );
    const rostered = await stores.oncallRotations.rostered(knex);
    const responders = await stores.oncallResponders.prune(knex, {
      keep: rostered,
      before: at - KEEP_UNLINKED,
    });
    const people = await stores.people.prune(knex, {
      rostered,
      before: at - config.oncallPeopleRetentionMs,
      now: at,
    });
    if (rotations + shifts + responders + people > 0) {
      logger.info('Removed old on-call data', {
        rotations,
        shifts,
        responders,
        people,
      });
    }
  }

  /** Hands the tasks to the scheduler, whose lock lets one replica at a time run each. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    const { oncallSync, peopleTask } = this.options;
    const scope = 'global' as const;
    await peopleTask.schedule(scheduler);
    for (const account of oncallSync.accounts) {
      await scheduler.scheduleTask({
        id: `reliability-oncall-sync-${account}`,
        frequency: { seconds: 10 },
        timeout: { minutes: 15 },
        initialDelay: { seconds: 6 },
        scope,
        fn: async signal => {
          await oncallSync.syncDue(account, signal);
        },
      });
    }
    await scheduler.scheduleTask({
      id: 'reliability-oncall-tidy',
      frequency: { hours: 1 },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 2 },
      scope,
      fn: () => this.tidy(),
    });
  }
}
