import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { CatalogSync } from '../catalog/CatalogSync';
import { ReliabilityConfig } from '../config/config';
import { dayBefore, dayOf } from '../database/dates';
import { Stores } from '../database/stores';
import { ProgrammeTask } from '../maturity/programmeOptions';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { REASSESS_BATCH } from '../maturity/ReportStore';
import { DigestService } from '../readiness/notices/DigestService';
import { LedgerTasks } from '../incidents/ledger/LedgerTasks';
import { IncidentTasks } from '../incidents/sync/IncidentTasks';
import { OncallTasks } from '../oncall/sync/OncallTasks';
import { SloTasks } from '../slo/SloTasks';
import { isSweepDue } from './isSweepDue';

/** The start of the trend window, in days before today. */
const TREND_DAYS = 30;

export interface TaskOptions {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly config: ReliabilityConfig;
  readonly sync: CatalogSync;
  readonly reassessor: Reassessor;
  readonly ranking: RankingService;
  readonly digests: DigestService;
  readonly sloTasks: SloTasks;
  readonly oncallTasks: OncallTasks;
  readonly incidentTasks: IncidentTasks;
  readonly ledgerTasks: LedgerTasks;
  readonly programmeTasks: readonly ProgrammeTask[];
  readonly logger: LoggerService;
  readonly now: () => number;
}

/** The bodies of the scheduled tasks; each ends in a reassessment or keeps a table small. */
export class Tasks {
  private readonly startedAt: number;

  constructor(private readonly options: TaskOptions) {
    this.startedAt = options.now();
  }

  /** Sweeps the catalog when it is time to. */
  async sweep(signal?: AbortSignal): Promise<void> {
    const { knex, stores, config, sync, ranking, logger, now } = this.options;
    const last = await stores.sweeps.last(knex, 'catalog');
    const due = isSweepDue({
      last,
      now: now(),
      startedAt: this.startedAt,
      intervalMs: config.refreshIntervalMs,
    });
    if (!due) return;
    const result = await sync.sweep(signal);
    ranking.changed();
    if (result.changed + result.removed > 0) {
      logger.info('Read the catalog', { ...result });
    }
  }

  /** Reassesses what the clock or a new configuration changed. */
  async reassessDue(signal?: AbortSignal): Promise<number> {
    const { knex, stores, config, reassessor, ranking, now } = this.options;
    const hashes = new Map(
      config.scorecards.map(({ definition, hash }) => [definition.id, hash]),
    );
    const checklists = new Map(
      config.checklists.map(({ definition, hash }) => [definition.id, hash]),
    );
    let count = 0;
    while (!signal?.aborted) {
      const reports = await stores.reports.due(
        knex,
        hashes,
        now(),
        REASSESS_BATCH,
      );
      const refs =
        reports.length > 0
          ? reports
          : await stores.readiness.due(knex, checklists, now(), REASSESS_BATCH);
      if (refs.length === 0) break;
      await knex.transaction(tx =>
        reassessor.reassess(tx, refs.sort(), now(), 'source:clock'),
      );
      count += refs.length;
      ranking.changed();
    }
    return count;
  }

  /** Writes today's snapshot and moves the start of the trends. */
  async snapshot(): Promise<void> {
    const { knex, stores, ranking, now } = this.options;
    await knex.transaction(async tx => {
      await stores.history.snapshot(tx, dayOf(now()));
      await stores.reports.moveTrend(tx, dayBefore(now(), TREND_DAYS));
    });
    ranking.changed();
  }

  /** Removes history beyond its retention. */
  async prune(): Promise<void> {
    const { knex, stores, config, logger, now } = this.options;
    const removed = await stores.history.prune(knex, {
      history: now() - config.historyRetentionMs,
      daily: now() - config.dailyRetentionMs,
    });
    if (removed.steps + removed.snapshots > 0) {
      logger.info('Removed old history', removed);
    }
    const days = await stores.sloDays.prune(
      knex,
      dayOf(now() - config.sloHistoryRetentionMs),
    );
    const samples = await stores.sloSamples.prune(
      knex,
      now() - config.sloSampleRetentionMs,
    );
    if (days + samples > 0) {
      logger.info('Removed old history of SLOs', { days, samples });
    }
  }

  /** Tells people what happened, where there is a way to. */
  async notify(signal?: AbortSignal): Promise<void> {
    const { digests, logger } = this.options;
    const count = await digests.send(signal);
    if (count > 0) logger.info('Sent digests', { count });
  }

  /** Hands the tasks to the scheduler, whose lock lets one replica at a time run each. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    const scope = 'global' as const;
    await scheduler.scheduleTask({
      id: 'reliability-sweep',
      frequency: { seconds: 10 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 3 },
      scope,
      fn: signal => this.sweep(signal),
    });
    await scheduler.scheduleTask({
      id: 'reliability-reassess-due',
      frequency: { seconds: 30 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 5 },
      scope,
      fn: async signal => {
        await this.reassessDue(signal);
      },
    });
    await scheduler.scheduleTask({
      id: 'reliability-snapshot',
      frequency: { hours: 1 },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 1 },
      scope,
      fn: () => this.snapshot(),
    });
    await scheduler.scheduleTask({
      id: 'reliability-prune',
      frequency: { hours: 24 },
      timeout: { minutes: 30 },
      initialDelay: { minutes: 10 },
      scope,
      fn: () => this.prune(),
    });
    await this.options.sloTasks.schedule(scheduler);
    await this.options.oncallTasks.schedule(scheduler);
    await this.options.incidentTasks.schedule(scheduler);
    await this.options.ledgerTasks.schedule(scheduler);
    for (const task of this.options.programmeTasks) {
      await scheduler.scheduleTask({
        id: task.id,
        frequency: { seconds: task.everySeconds },
        timeout: { minutes: 30 },
        initialDelay: { seconds: 20 },
        scope,
        fn: signal => task.run(signal),
      });
    }
    if (this.options.digests.isConnected) {
      await scheduler.scheduleTask({
        id: 'reliability-notify',
        frequency: { minutes: 10 },
        timeout: { minutes: 30 },
        initialDelay: { minutes: 1 },
        scope,
        fn: signal => this.notify(signal),
      });
    }
  }
}
