import {
  IncidentBatch,
  IncidentProvider,
  ProviderError,
} from '@plimsoll/backstage-plugin-reliability-node';
import { stoppable } from '../../tasks/stoppable';
import { IncidentAccountRecord } from '../IncidentAccountStore';
import { IncidentSyncOptions } from './IncidentSync';

const LONGEST_CURSOR = 10_000;

/** One reading of an account. */
export class IncidentRun {
  /** An error of ours, which says nothing of the account. */
  broken = false;
  /** Incidents that were told. */
  read = 0;
  /** Batches that were stored. */
  batches = 0;
  /** Incidents that cannot be kept. */
  skipped = 0;

  constructor(
    private readonly options: IncidentSyncOptions,
    private readonly provider: IncidentProvider,
    /** As it is stored with the last batch. */
    public account: IncidentAccountRecord,
  ) {}

  /** @throws whatever the provider throws, or the reason of the signal; what was stored before stands */
  async readAll(signal: AbortSignal): Promise<void> {
    const { knex, stores, config, now } = this.options;
    const { provider, account } = this;
    const open = await stores.incidents.openOf(knex, account.name);
    const batches = provider.read!({
      cursor: account.cursor ?? null,
      since: now() - config.incidents.historyMs,
      open,
      signal,
    });
    for await (const batch of stoppable(batches, signal)) {
      await this.keep(batch);
    }
  }

  /** Stores a batch and how far it goes in one transaction: a process that is killed goes on after it. */
  private async keep(batch: IncidentBatch): Promise<void> {
    const { incidentBatches, now } = this.options;
    if (batch.cursor.length > LONGEST_CURSOR) {
      throw new ProviderError(
        'bad-answer',
        `The account "${this.account.name}" wants more remembered than can be`,
      );
    }
    const account: IncidentAccountRecord = {
      ...this.account,
      cursor: batch.cursor,
      backfilledTo: this.account.backfillDone ? undefined : batch.backfilledTo,
      triedAt: now(),
      nextDueAt: undefined,
    };
    try {
      this.skipped += await incidentBatches.write({
        account,
        incidents: batch.incidents,
        gone: batch.gone,
        isProgress: true,
      });
    } catch (error) {
      this.broken = true;
      throw error;
    }
    this.account = account;
    this.batches += 1;
    this.read += batch.incidents.length;
  }
}
