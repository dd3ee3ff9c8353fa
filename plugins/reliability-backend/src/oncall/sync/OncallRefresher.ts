import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { groupBy } from '../../database/groupBy';
import { Stores } from '../../database/stores';
import { RotationReads } from '../rotationRow';
import { OncallSync } from './OncallSync';
import { placeOf } from '../../tasks/providerFailure';

const MINUTE = 60_000;

/** A rotation that was read since is not read again because somebody asks. */
export const FRESH_FOR = MINUTE;

/** So many rotations of an account are read within a minute because somebody asks, in this replica. */
const READS_A_MINUTE = 10;

/** Nobody waits longer for the providers of a service; milliseconds. */
const PATIENCE = 10_000;

/** Reads the rotations of one service because somebody asks. */
export class OncallRefresher {
  /** When rotations were read because somebody asked, by account. */
  private readonly reads = new Map<string, number[]>();

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly oncallSync: OncallSync;
      readonly logger: LoggerService;
      readonly now: () => number;
      /** Milliseconds; for tests. */
      readonly patience?: number;
    },
  ) {}

  /** What cannot be read in time stays as it was. */
  async refresh(entityRef: string): Promise<void> {
    const { knex, stores, logger, patience = PATIENCE } = this.options;
    try {
      const signal = AbortSignal.timeout(patience);
      const links = await stores.oncallLinks.ofServices(knex, [entityRef]);
      const reads = await stores.oncallRotations.reads(
        knex,
        (links.get(entityRef) ?? []).map(({ rotationId }) => rotationId),
      );
      const byAccount = groupBy([...reads.values()], ({ ref }) => ref.account);
      await Promise.all(
        [...byAccount].map(([account, rotations]) =>
          this.refreshAccount(account, rotations, signal),
        ),
      );
    } catch (error) {
      logger.error(
        `Could not read the rotations of ${entityRef}: ${placeOf(error)}`,
      );
    }
  }

  private async refreshAccount(
    account: string,
    rotations: readonly RotationReads[],
    signal: AbortSignal,
  ): Promise<void> {
    const { oncallSync, now } = this.options;
    const old = rotations.filter(
      ({ triedAt }) => now() - (triedAt ?? -Infinity) >= FRESH_FOR,
    );
    if (old.length === 0 || (await oncallSync.isWaiting(account))) return;
    await oncallSync.read(account, this.allowed(account, old), signal);
  }

  private allowed(
    account: string,
    rotations: readonly RotationReads[],
  ): readonly RotationReads[] {
    const now = this.options.now();
    const recent = (this.reads.get(account) ?? []).filter(
      at => now - at < MINUTE,
    );
    const allowed = rotations.slice(
      0,
      Math.max(0, READS_A_MINUTE - recent.length),
    );
    this.reads.set(account, [...recent, ...allowed.map(() => now)]);
    return allowed;
  }
}
