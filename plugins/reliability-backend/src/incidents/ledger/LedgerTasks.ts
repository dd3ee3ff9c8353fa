import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { BudgetReviewFinder } from './BudgetReviewFinder';
import { SpendMeasurer } from './SpendMeasurer';

/** The scheduled work on what incidents took out of error budgets. */
export class LedgerTasks {
  constructor(
    private readonly options: {
      readonly spendMeasurer: SpendMeasurer;
      readonly budgetReviewFinder: BudgetReviewFinder;
      readonly logger: LoggerService;
    },
  ) {}

  /** Hands the tasks to the scheduler, whose lock lets one replica at a time run each. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    const { spendMeasurer, budgetReviewFinder, logger } = this.options;
    const scope = 'global' as const;
    await scheduler.scheduleTask({
      id: 'reliability-incident-spends',
      frequency: { minutes: 1 },
      timeout: { minutes: 30 },
      initialDelay: { seconds: 30 },
      scope,
      fn: async signal => {
        await spendMeasurer.measureDue(signal);
      },
    });
    await scheduler.scheduleTask({
      id: 'reliability-dark-burns',
      frequency: { minutes: 15 },
      timeout: { minutes: 30 },
      initialDelay: { minutes: 2 },
      scope,
      fn: async signal => {
        const count = await budgetReviewFinder.findDarkBurns(signal);
        if (count > 0) {
          logger.info('Error budget went without an incident', { count });
        }
      },
    });
  }
}
