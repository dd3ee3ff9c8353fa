import { LoggerService } from '@backstage/backend-plugin-api';
import { INCIDENT_FACTS_HOLD_MS } from '@plimsoll/backstage-plugin-reliability-common';
import { IncidentProvider } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { IncidentConfig } from '../../config/incidents';
import { Stores } from '../../database/stores';
import { KnownFailure } from '../../tasks/providerFailure';
import { RunLimit } from '../../tasks/RunLimit';
import { backOff } from '../../tasks/spread';
import { IncidentAccountRecord } from '../IncidentAccountStore';
import { IncidentBatchWriter } from './IncidentBatchWriter';
import { IncidentWriter } from '../IncidentWriter';
import { IncidentRun } from './IncidentRun';

const LONGEST_WAIT = 60 * 60_000;

export interface IncidentSyncOptions {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly config: { readonly incidents: IncidentConfig };
  /** One for each account. */
  readonly incidentProviders: readonly IncidentProvider[];
  readonly incidentBatches: IncidentBatchWriter;
  readonly incidentWriter: Pick<IncidentWriter, 'run'>;
  readonly logger: LoggerService;
  readonly now: () => number;
  /** Milliseconds; for tests. */
  readonly longestRun?: number;
}

/** What a run did. */
export interface IncidentSyncResult {
  /** Incidents that were told, changed or not. */
  readonly read: number;
  readonly failed: boolean;
}

const NOTHING: IncidentSyncResult = { read: 0, failed: false };

/** Reads incidents from their accounts: history once, then what changed. */
export class IncidentSync {
  private readonly providers: ReadonlyMap<string, IncidentProvider>;

  constructor(private readonly options: IncidentSyncOptions) {
    this.providers = new Map(
      options.incidentProviders.map(provider => [provider.account, provider]),
    );
  }

  /** Names of the accounts that can be asked. */
  get accounts(): string[] {
    return [...this.providers.values()]
      .filter(({ read }) => read)
      .map(({ account }) => account);
  }

  /** Reads an account if it is time to, unless it waits after a failure. */
  async syncDue(
    name: string,
    signal?: AbortSignal,
  ): Promise<IncidentSyncResult> {
    const { knex, stores, now } = this.options;
    const provider = this.providers.get(name);
    if (!provider?.read) return NOTHING;
    const account = await stores.incidentAccounts.get(
      knex,
      name,
      provider.type,
    );
    if ((account.nextDueAt ?? -Infinity) > now()) return NOTHING;
    return this.read(provider, account, signal);
  }

  private async read(
    provider: IncidentProvider,
    account: IncidentAccountRecord,
    signal: AbortSignal | undefined,
  ): Promise<IncidentSyncResult> {
    const { longestRun, logger } = this.options;
    const limit = new RunLimit(signal, longestRun);
    const run = new IncidentRun(this.options, provider, account);
    try {
      await run.readAll(limit.signal);
    } catch (error) {
      if (run.broken) throw error;
      // The task was stopped: that says nothing of the account, and the next run goes on where this one was.
      if (signal?.aborted) return { read: run.read, failed: false };
      // A long history is read in several runs.
      if (limit.isOver && run.batches > 0) {
        return { read: run.read, failed: false };
      }
      const cause = limit.causeOf(error, provider.account, logger);
      await this.giveUp(run.account, cause);
      return { read: run.read, failed: true };
    }
    await this.finish(run);
    return { read: run.read, failed: false };
  }

  private async finish({ account, skipped }: IncidentRun): Promise<void> {
    const { knex, stores, config, now } = this.options;
    const { successAt = -Infinity } = account;
    await stores.incidentAccounts.save(knex, {
      ...account,
      backfilledTo: undefined,
      backfillDone: true,
      successAt: now(),
      triedAt: now(),
      error:
        skipped > 0
          ? `${skipped} incidents could not be kept; the log of the backend says which`
          : undefined,
      failures: 0,
      nextDueAt: now() + config.incidents.syncEveryMs,
    });
    if (now() - successAt >= INCIDENT_FACTS_HOLD_MS) {
      await this.hurryServices(account.name);
    }
  }

  /** What was unknown of the services of an account is known now. */
  private async hurryServices(account: string): Promise<void> {
    const { knex, stores, incidentWriter } = this.options;
    const mappings = await stores.incidentMappings.all(knex);
    const refs = [
      ...(await stores.incidentLinks.linkedTo(knex, account)),
      ...(await stores.incidents.servicesOfAccount(knex, account)),
      ...mappings
        .filter(mapping => mapping.account === account)
        .flatMap(({ entityRefs }) => entityRefs),
    ];
    const services = [...new Set(refs)].sort();
    await incidentWriter.run(
      async () => ({ changed: [], services }),
      `source:incidents/${account}`,
    );
  }

  private async giveUp(
    account: IncidentAccountRecord,
    cause: KnownFailure,
  ): Promise<void> {
    const { knex, stores, config, now } = this.options;
    const failures = account.failures + 1;
    const wait = backOff(failures, config.incidents.syncEveryMs, LONGEST_WAIT);
    await stores.incidentAccounts.save(knex, {
      ...account,
      triedAt: now(),
      error: cause.message,
      failures,
      nextDueAt: now() + Math.max(wait, cause.retryAfterMs ?? 0),
    });
  }
}
