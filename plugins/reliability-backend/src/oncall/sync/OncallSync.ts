import { LoggerService } from '@backstage/backend-plugin-api';
import { OncallProvider } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { OncallConfig } from '../../config/oncall';
import { Stores } from '../../database/stores';
import { RankingService } from '../../maturity/RankingService';
import { RotationReads } from '../rotationRow';
import { RunLimit } from '../../tasks/RunLimit';
import { RotationWriter } from './RotationWriter';
import { SyncRun } from './SyncRun';

/** Rotations that are asked for at once; their answers come one by one. */
const ASKED_AT_ONCE = 2000;

export interface OncallSyncOptions {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly config: { readonly oncall: OncallConfig };
  /** One for each account. */
  readonly oncallProviders: readonly OncallProvider[];
  readonly rotationWriter: RotationWriter;
  readonly ranking: Pick<RankingService, 'changed'>;
  readonly logger: LoggerService;
  readonly now: () => number;
  /** Milliseconds; for tests. */
  readonly longestRun?: number;
}

/** What a run did. */
export interface SyncResult {
  readonly read: number;
  readonly failed: number;
}

const NOTHING: SyncResult = { read: 0, failed: 0 };

/** Reads rotations from their providers and keeps what they say. */
export class OncallSync {
  private readonly providers: ReadonlyMap<string, OncallProvider>;

  constructor(private readonly options: OncallSyncOptions) {
    this.providers = new Map(
      options.oncallProviders.map(provider => [provider.account, provider]),
    );
  }

  /** Names of accounts. */
  get accounts(): string[] {
    return [...this.providers.keys()];
  }

  /** Reads the rotations of an account that it is time for, unless the account waits after a failure. */
  async syncDue(account: string, signal?: AbortSignal): Promise<SyncResult> {
    const { knex, stores, now } = this.options;
    let result = NOTHING;
    while (!signal?.aborted) {
      if (await this.isWaiting(account)) break;
      const due = await stores.oncallRotations.due(
        knex,
        account,
        now(),
        ASKED_AT_ONCE,
      );
      const done = await this.read(account, due, signal);
      result = {
        read: result.read + done.read,
        failed: result.failed + done.failed,
      };
      if (due.length < ASKED_AT_ONCE || done.read + done.failed === 0) break;
    }
    return result;
  }

  /** Whether an account is not asked for now because it failed. */
  async isWaiting(account: string): Promise<boolean> {
    const { knex, stores, now } = this.options;
    const record = await stores.oncallAccounts.get(knex, account);
    return (record?.nextDueAt ?? -Infinity) > now();
  }

  /** Reads certain rotations of an account now. */
  async read(
    account: string,
    rotations: readonly RotationReads[],
    signal?: AbortSignal,
  ): Promise<SyncResult> {
    const provider = this.providers.get(account);
    if (!provider || rotations.length === 0) return NOTHING;
    const { longestRun, logger } = this.options;
    const limit = new RunLimit(signal, longestRun);
    const run = new SyncRun(this.options, provider, rotations);
    try {
      await run.readAll(limit.signal);
    } catch (error) {
      if (run.broken) throw error;
      // The task was stopped: that says nothing of the account.
      if (signal?.aborted) return run.result;
      await run.giveUp(limit.causeOf(error, account, logger));
      return run.result;
    }
    await run.finish();
    return run.result;
  }
}
