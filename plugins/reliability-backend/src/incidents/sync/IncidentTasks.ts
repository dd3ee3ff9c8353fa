import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { fingerprint } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../../config/config';
import { Stores } from '../../database/stores';
import { IncidentRemapper } from '../IncidentRemapper';
import { DeliveryWorker } from '../webhooks/DeliveryWorker';
import { IncidentSync } from './IncidentSync';

const DAY = 24 * 3_600_000;

/** A provider sends nothing again that is older. */
const KEEP_DELIVERIES = 30 * DAY;

/** The scheduled work on incidents. Every account has a task of its own, so that a slow one holds up no other. */
export class IncidentTasks {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly incidentSync: IncidentSync;
      readonly incidentRemapper: IncidentRemapper;
      readonly deliveryWorker: DeliveryWorker;
      readonly logger: LoggerService;
      readonly now: () => number;
    },
  ) {}

  /** Removes what is beyond its retention. */
  async tidy(): Promise<void> {
    const { knex, stores, config, logger, now } = this.options;
    const before = now() - config.incidentRetentionMs;
    const incidents = await stores.incidentRetention.prune(knex, before);
    await stores.changes.prune(knex, before);
    const deliveries = await stores.incidentDeliveries.prune(
      knex,
      now() - KEEP_DELIVERIES,
    );
    await stores.incidentMarks.prune(knex);
    if (incidents + deliveries > 0) {
      logger.info('Removed old incidents', { incidents, deliveries });
    }
  }

  /** Writes the incidents whose services changed, and all of them after a change of the rules. */
  async remap(signal?: AbortSignal): Promise<void> {
    const { knex, stores, incidentRemapper, logger, now } = this.options;
    await incidentRemapper.settle(signal);
    const source = `incidents:${this.rulesHash()}`;
    if (await stores.sweeps.last(knex, source)) return;
    const changed = await incidentRemapper.rewriteAll(signal);
    // Another replica, or the next run, goes on.
    if (signal?.aborted) return;
    await stores.sweeps.replace(knex, 'incidents:', source, {
      completedAt: now(),
      seen: 0,
      changed,
    });
    if (changed > 0) {
      logger.info('Wrote incidents by the rules in force', { changed });
    }
  }

  /** Hands the tasks to the scheduler, whose lock lets one replica at a time run each. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    const { incidentSync, deliveryWorker } = this.options;
    const scope = 'global' as const;
    for (const account of incidentSync.accounts) {
      await scheduler.scheduleTask({
        id: `reliability-incident-sync-${account}`,
        frequency: { seconds: 10 },
        timeout: { minutes: 15 },
        initialDelay: { seconds: 8 },
        scope,
        fn: async signal => {
          await incidentSync.syncDue(account, signal);
        },
      });
    }
    await scheduler.scheduleTask({
      id: 'reliability-incident-webhooks',
      frequency: { seconds: 10 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 4 },
      scope,
      fn: signal => deliveryWorker.workOff(signal),
    });
    await scheduler.scheduleTask({
      id: 'reliability-incident-remap',
      frequency: { seconds: 20 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 10 },
      scope,
      fn: signal => this.remap(signal),
    });
    await scheduler.scheduleTask({
      id: 'reliability-incident-tidy',
      frequency: { hours: 1 },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 3 },
      scope,
      fn: () => this.tidy(),
    });
  }

  /** Of whatever else than incidents and services decides what is stored of them. */
  private rulesHash(): string {
    const { incidents, tiers, oncall } = this.options.config;
    return fingerprint([
      tiers,
      incidents.severities,
      incidents.accounts.map(({ name, severities }) => [name, severities]),
      incidents.repeatWithinMs,
      oncall.businessHours.timeZone,
    ]);
  }
}
