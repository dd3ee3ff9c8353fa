import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { SloBudgets } from '../maturity/SloBudgets';
import { BudgetReviewFinder } from './ledger/BudgetReviewFinder';
import { LedgerTasks } from './ledger/LedgerTasks';
import { ServiceLedgers } from './ledger/ServiceLedgers';
import { SpendMeasurer } from './ledger/SpendMeasurer';

/** What incidents took out of error budgets: measuring, finding and telling, put together. */
export function createLedger(
  options: ConstructorParameters<typeof SloBudgets>[0] & {
    readonly knex: Knex;
    readonly stores: Stores;
    readonly config: ReliabilityConfig;
    readonly logger: LoggerService;
    readonly now: () => number;
  },
) {
  const sloBudgets = new SloBudgets(options);
  const base = { ...options, sloBudgets };
  const budgetReviewFinder = new BudgetReviewFinder(base);
  const spendMeasurer = new SpendMeasurer({ ...base, budgetReviewFinder });
  return {
    sloBudgets,
    serviceLedgers: new ServiceLedgers(base),
    spendMeasurer,
    budgetReviewFinder,
    ledgerTasks: new LedgerTasks({
      ...base,
      spendMeasurer,
      budgetReviewFinder,
    }),
  };
}
