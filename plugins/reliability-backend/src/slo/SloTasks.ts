import { SchedulerService } from '@backstage/backend-plugin-api';
import { SliSources } from './SliSources';
import { SloDefinitions } from './SloDefinitions';
import { SloDrift } from './SloDrift';
import { SloEvaluator } from './SloEvaluator';
import { SloHistory } from './SloHistory';

/** The scheduled work on SLOs. Every source has tasks of its own, so that a slow one holds up no other. */
export class SloTasks {
  constructor(
    private readonly options: {
      readonly sliSources: SliSources;
      readonly sloDefinitions: SloDefinitions;
      readonly sloEvaluator: SloEvaluator;
      readonly sloHistory: SloHistory;
      readonly sloDrift: SloDrift;
    },
  ) {}

  /** Hands the tasks to the scheduler, whose lock lets one replica at a time run each. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    const { sliSources, sloDefinitions } = this.options;
    await scheduler.scheduleTask({
      id: 'reliability-slo-read',
      frequency: { seconds: 10 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 4 },
      scope: 'global',
      fn: async signal => {
        await sloDefinitions.readDue(signal);
      },
    });
    for (const name of sliSources.names) {
      await this.scheduleSource(scheduler, name);
    }
  }

  private async scheduleSource(
    scheduler: SchedulerService,
    source: string,
  ): Promise<void> {
    const { sliSources, sloEvaluator, sloHistory, sloDrift } = this.options;
    const scope = 'global' as const;
    await scheduler.scheduleTask({
      id: `reliability-slo-evaluate-${source}`,
      frequency: { seconds: 10 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 6 },
      scope,
      fn: async signal => {
        await sloEvaluator.evaluateDue(source, signal);
      },
    });
    await scheduler.scheduleTask({
      id: `reliability-slo-history-${source}`,
      frequency: { minutes: 1 },
      timeout: { hours: 2 },
      initialDelay: { seconds: 20 },
      scope,
      fn: async signal => {
        await sloHistory.workDue(source, signal);
      },
    });
    const found = sliSources.find(source);
    if (found?.kind !== 'counts' || !found.rules) return;
    await scheduler.scheduleTask({
      id: `reliability-slo-drift-${source}`,
      frequency: { hours: 1 },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 1 },
      scope,
      fn: async signal => {
        await sloDrift.compare(source, signal);
      },
    });
  }
}
