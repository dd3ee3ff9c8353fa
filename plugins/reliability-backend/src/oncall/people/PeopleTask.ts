import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { SweepStore } from '../../catalog/SweepStore';
import { ReliabilityConfig } from '../../config/config';
import { RankingService } from '../../maturity/RankingService';
import { isSweepDue } from '../../tasks/isSweepDue';
import { PEOPLE_SWEEP, PeopleSync } from './PeopleSync';

/** Reads the people of the catalog as often as its services. */
export class PeopleTask {
  private readonly startedAt: number;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: { readonly sweeps: SweepStore };
      readonly config: Pick<ReliabilityConfig, 'refreshIntervalMs'>;
      readonly peopleSync: PeopleSync;
      readonly ranking: Pick<RankingService, 'changed'>;
      readonly logger: LoggerService;
      readonly now: () => number;
    },
  ) {
    this.startedAt = options.now();
  }

  /** Sweeps the people when it is time to. */
  async sweep(signal?: AbortSignal): Promise<void> {
    const { knex, stores, config, peopleSync, ranking, logger, now } =
      this.options;
    const due = isSweepDue({
      last: await stores.sweeps.last(knex, PEOPLE_SWEEP),
      now: now(),
      startedAt: this.startedAt,
      intervalMs: config.refreshIntervalMs,
    });
    if (!due) return;
    const result = await peopleSync.sweep(signal);
    ranking.changed();
    if (result.changed + result.removed > 0) {
      logger.info('Read the people of the catalog', { ...result });
    }
  }

  /** Hands it to the scheduler, whose lock lets one replica at a time run it. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'reliability-people-sweep',
      frequency: { seconds: 10 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 4 },
      scope: 'global',
      fn: signal => this.sweep(signal),
    });
  }
}
