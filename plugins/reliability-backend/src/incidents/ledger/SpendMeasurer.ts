import { LoggerService } from '@backstage/backend-plugin-api';
import { impactWindow } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { groupBy } from '../../database/groupBy';
import { Stores } from '../../database/stores';
import { SloBudget, SloBudgets } from '../../maturity/SloBudgets';
import { BudgetReviewFinder } from './BudgetReviewFinder';
import { ImpactIncident } from './ImpactStore';
import { DueSpend, failedSpend, finished, measuredSpend } from './spendOutcome';
import { StoredSpend } from './SpendStore';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Older incidents are not measured: sources do not keep their data, and their budget is long back. */
const LOOK_BACK_MS = 90 * DAY;

const PLANNED_AT_ONCE = 1000;
const SLOS_AT_ONCE = 50;
/** Windows in one question to a source. */
const WINDOWS_AT_ONCE = 20;

const DEADLINE = 2 * MINUTE;

/** Longer impact is measured in its first part: no source answers for more. */
const LONGEST_IMPACT = 30 * DAY;

/** The objectives of an SLO that are counted; the whole of a composite is made of its members. */
const measurable = ({ objectives }: SloBudget): string[] =>
  objectives.map(({ id }) => id).filter(id => id !== 'composite');

/**
 * Measures what incidents took out of error budgets, in the background and never for a page: while an incident
 * goes on every few minutes, once it is over to its end, and again when its times change.
 */
export class SpendMeasurer {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly sloBudgets: SloBudgets;
      readonly budgetReviewFinder: BudgetReviewFinder;
      readonly logger: LoggerService;
      readonly now: () => number;
    },
  ) {}

  /** Measures what it is time for. @returns how many spends were tried */
  async measureDue(signal?: AbortSignal): Promise<number> {
    const { knex, stores, now } = this.options;
    await this.plan();
    let count = 0;
    const seen = new Set<string>();
    while (!signal?.aborted) {
      const due = await stores.incidentSpends.dueSlos(
        knex,
        now(),
        SLOS_AT_ONCE,
      );
      // One that is due again was postponed to a time that has come meanwhile; it waits for the next run.
      const fresh = due.filter(id => !seen.has(id));
      if (fresh.length === 0) break;
      fresh.forEach(id => seen.add(id));
      const budgets = await this.options.sloBudgets.of(knex, fresh);
      for (const id of fresh) {
        if (signal?.aborted) break;
        count += await this.measureSlo(id, budgets.get(id), signal);
      }
    }
    return count;
  }

  /** Makes spends of incidents that have none yet, and takes out those that mean nothing any more. */
  private async plan(): Promise<void> {
    const { knex, stores, sloBudgets, now } = this.options;
    await knex.transaction(async tx => {
      const orphaned = await stores.incidentSpends.removeOrphans(tx);
      await stores.incidentSpends.keepLargest(tx, orphaned);
    });
    await stores.incidentSpends.reopenChanged(knex, now());
    const missing = await stores.incidentSpends.missing(
      knex,
      now() - LOOK_BACK_MS,
      PLANNED_AT_ONCE,
    );
    if (missing.length === 0) return;
    const budgets = await sloBudgets.of(knex, [
      ...new Set(missing.map(({ sloId }) => sloId)),
    ]);
    const impacts = await stores.incidentImpacts.of(
      knex,
      missing.map(({ incidentId }) => incidentId),
    );
    const planned = missing.flatMap(({ sloId, incidentId, entityRef }) => {
      const budget = budgets.get(sloId);
      const incident = impacts.get(incidentId);
      if (!budget || !incident) return [];
      return measurable(budget).map(objectiveId =>
        this.planned({ sloId, objectiveId, incidentId, entityRef }, incident),
      );
    });
    await stores.incidentSpends.save(knex, planned);
  }

  private planned(
    key: Pick<
      StoredSpend,
      'sloId' | 'objectiveId' | 'incidentId' | 'entityRef'
    >,
    incident: ImpactIncident,
  ): StoredSpend {
    const now = this.options.now();
    const impact = impactWindow(incident, now);
    const { from, to } = impact ?? { from: now, to: now };
    return {
      ...key,
      from,
      to,
      bad: null,
      total: null,
      share: null,
      final: false,
      nextTryAt: now,
    };
  }

  private async measureSlo(
    sloId: string,
    budget: SloBudget | undefined,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    const { knex, stores, budgetReviewFinder } = this.options;
    // An incident that changes while its source is asked has to count as changed since.
    const at = this.options.now();
    const spends = await stores.incidentSpends.dueOf(
      knex,
      sloId,
      at,
      WINDOWS_AT_ONCE * 10,
    );
    const ids = [...new Set(spends.map(({ incidentId }) => incidentId))];
    const impacts = await stores.incidentImpacts.of(knex, ids);
    const { due, over } = this.sort(spends, { impacts, budget, at });
    const written: StoredSpend[] = [...over];
    const byIncident = [...groupBy(due, ({ spend }) => spend.incidentId)];
    for (let n = 0; n < byIncident.length; n += WINDOWS_AT_ONCE) {
      const some = byIncident.slice(n, n + WINDOWS_AT_ONCE);
      const batch = some.flatMap(([, group]) => group);
      written.push(...(await this.measure(budget!, { batch, at, signal })));
    }
    await knex.transaction(async tx => {
      await stores.incidentSpends.save(tx, written);
      await stores.incidentSpends.keepLargest(tx, ids);
    });
    await budgetReviewFinder.findBlindSpots(
      written.map(({ incidentId }) => incidentId),
    );
    return spends.length;
  }

  /** What can be measured, and what never can be. */
  private sort(
    spends: readonly StoredSpend[],
    {
      impacts,
      budget,
      at,
    }: {
      readonly impacts: ReadonlyMap<string, ImpactIncident>;
      readonly budget: SloBudget | undefined;
      readonly at: number;
    },
  ): { due: DueSpend[]; over: StoredSpend[] } {
    const due: DueSpend[] = [];
    const over: StoredSpend[] = [];
    for (const spend of spends) {
      const incident = impacts.get(spend.incidentId);
      const impact = incident && impactWindow(incident, at);
      if (impact && budget?.counts) {
        const to = Math.min(impact.to, impact.from + LONGEST_IMPACT);
        due.push({ spend, from: impact.from, to, open: impact.open });
      } else {
        over.push(finished(spend, { bad: null, total: null }, null, at));
      }
    }
    return { due, over };
  }

  private async measure(
    budget: SloBudget,
    {
      batch,
      at,
      signal,
    }: {
      readonly batch: readonly DueSpend[];
      readonly at: number;
      readonly signal: AbortSignal | undefined;
    },
  ): Promise<StoredSpend[]> {
    const { knex, sloBudgets, logger } = this.options;
    const timer = AbortSignal.timeout(DEADLINE);
    const windows = [
      ...new Map(
        batch.map(({ spend, from, to }) => [
          spend.incidentId,
          { key: spend.incidentId, from, to },
        ]),
      ).values(),
    ];
    try {
      const counts = await sloBudgets.measure(
        knex,
        budget.id,
        windows,
        signal ? AbortSignal.any([signal, timer]) : timer,
      );
      return batch.map(due => measuredSpend(due, budget, counts, at));
    } catch (error) {
      const { message } = error as Error;
      logger.debug(`Could not measure incidents of ${budget.id}: ${message}`);
      return batch.map(due => failedSpend(due, message, at));
    }
  }
}
