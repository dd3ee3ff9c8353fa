import { LoggerService } from '@backstage/backend-plugin-api';
import {
  IncidentProvider,
  ProviderError,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { inBatches } from '../../database/sql';
import { Stores } from '../../database/stores';
import {
  failureOf,
  isProviderError,
  placeOf,
} from '../../tasks/providerFailure';
import { backOff } from '../../tasks/spread';
import { IncidentBatchWriter } from '../sync/IncidentBatchWriter';
import { Delivery } from './DeliveryStore';

const MINUTE = 60_000;

/** Deliveries that are dealt with together. */
const AT_ONCE = 50;

/** Incidents in a question to an account. */
const ASKED_AT_ONCE = 50;

/** A question that is not answered within this time has failed. */
const PATIENCE = MINUTE;

const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 30 * MINUTE;

/** After so many tries it is left to the next reading of the account. */
const MOST_TRIES = 20;

/** After so many tries each is dealt with alone: one that always fails must not take the others with it. */
const TRIED_TOGETHER = 3;

/** Those of some that are dealt with next. */
const togetherOf = (deliveries: readonly Delivery[]): readonly Delivery[] => {
  const fresh = deliveries.filter(({ tries }) => tries < TRIED_TOGETHER);
  return fresh.length > 0 ? fresh : deliveries.slice(0, 1);
};

export interface DeliveryWorkerOptions {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly incidentProviders: readonly IncidentProvider[];
  readonly incidentBatches: Pick<IncidentBatchWriter, 'write'>;
  readonly logger: LoggerService;
  readonly now: () => number;
  /** Milliseconds; for tests. */
  readonly patience?: number;
}

/**
 * Deals with webhooks that were kept: reads the incidents again that they name. To do it twice, in two replicas,
 * changes nothing: an older reading never replaces a newer one.
 */
export class DeliveryWorker {
  private readonly providers: ReadonlyMap<string, IncidentProvider>;
  /** What each account is busy with in this process. */
  private readonly running = new Map<string, Promise<void>>();
  /** Accounts that got more while they were. */
  private readonly again = new Set<string>();

  constructor(private readonly options: DeliveryWorkerOptions) {
    this.providers = new Map(
      options.incidentProviders.map(provider => [provider.account, provider]),
    );
  }

  /** Has the webhooks of an account dealt with now; returns at once, and throws nothing. */
  nudge(account: string): void {
    if (this.running.has(account)) {
      this.again.add(account);
      return;
    }
    const work = this.workSafely(account).finally(() => {
      this.running.delete(account);
      if (this.again.delete(account)) this.nudge(account);
    });
    this.running.set(account, work);
  }

  /** Waits until nothing is under way in this process; for tests. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  /** Deals with what is left of all accounts, as after a failure or a restart. */
  async workOff(signal?: AbortSignal): Promise<void> {
    const { knex, stores, now } = this.options;
    const accounts = await stores.incidentDeliveries.dueAccounts(knex, now());
    await Promise.all(
      accounts.map(account => this.workSafely(account, signal)),
    );
  }

  private async workSafely(
    account: string,
    signal?: AbortSignal,
  ): Promise<void> {
    try {
      await this.work(account, signal);
    } catch (error) {
      this.options.logger.error(
        `Could not deal with webhooks of "${account}": ${placeOf(error)}`,
      );
    }
  }

  private async work(account: string, signal?: AbortSignal): Promise<void> {
    const { knex, stores, now } = this.options;
    while (!signal?.aborted) {
      const deliveries = await stores.incidentDeliveries.due(
        knex,
        account,
        now(),
        AT_ONCE,
      );
      if (deliveries.length === 0) return;
      const some = togetherOf(deliveries);
      const ids = some.map(({ id }) => id);
      try {
        await this.deal(account, some, signal);
        await stores.incidentDeliveries.done(knex, account, ids, now());
      } catch (error) {
        if (signal?.aborted) return;
        await this.fail(account, some, error);
      }
    }
  }

  /** @throws ProviderError, or whatever the database throws */
  private async deal(
    name: string,
    deliveries: readonly Delivery[],
    signal?: AbortSignal,
  ): Promise<void> {
    const { knex, stores, incidentBatches } = this.options;
    const provider = this.providers.get(name);
    // The account is not configured any more.
    if (!provider) return;
    const account = { name, provider: provider.type, backfillDone: false };
    const told = deliveries.flatMap(({ incidents }) => incidents);
    const ids = [...new Set(deliveries.flatMap(({ refresh }) => refresh))];
    await incidentBatches.write({
      account: { ...account, failures: 0 },
      incidents: told,
      gone: [],
    });
    if (ids.length === 0) return;
    if (!provider.readSome) {
      await stores.incidentAccounts.hurry(knex, name);
      return;
    }
    for (const batch of inBatches(ids, ASKED_AT_ONCE)) {
      const { incidents, gone } = await this.ask(provider, batch, signal);
      await incidentBatches.write({
        account: { ...account, failures: 0 },
        incidents,
        gone,
      });
    }
  }

  /** @throws ProviderError also where a module does not heed the signal */
  private async ask(
    provider: IncidentProvider,
    ids: readonly string[],
    signal?: AbortSignal,
  ) {
    const { patience = PATIENCE } = this.options;
    const late = AbortSignal.timeout(patience);
    const stop = signal ? AbortSignal.any([signal, late]) : late;
    const stopped = new Promise<never>((_, reject) => {
      stop.addEventListener(
        'abort',
        () =>
          reject(
            new ProviderError(
              'timeout',
              `The account "${provider.account}" did not answer in time`,
            ),
          ),
        { once: true },
      );
    });
    return Promise.race([provider.readSome!(ids, stop), stopped]);
  }

  private async fail(
    account: string,
    deliveries: readonly Delivery[],
    error: unknown,
  ): Promise<void> {
    const { knex, stores, logger, now } = this.options;
    if (!isProviderError(error)) {
      logger.error(
        `Could not deal with webhooks of "${account}": ${placeOf(error)}`,
      );
    }
    const cause = failureOf(error, account);
    const over = deliveries.filter(({ tries }) => tries + 1 >= MOST_TRIES);
    await stores.incidentDeliveries.done(
      knex,
      account,
      over.map(({ id }) => id),
      now(),
      cause.message,
    );
    for (const { id, tries } of deliveries) {
      if (tries + 1 >= MOST_TRIES) continue;
      const wait = backOff(tries + 1, FIRST_WAIT, LONGEST_WAIT);
      await stores.incidentDeliveries.fail(knex, account, [id], {
        error: cause.message,
        nextTryAt: now() + Math.max(wait, cause.retryAfterMs ?? 0),
      });
    }
  }
}
