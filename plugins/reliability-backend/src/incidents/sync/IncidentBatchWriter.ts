import { LoggerService } from '@backstage/backend-plugin-api';
import {
  incidentId,
  ReportedIncident,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { inBatches } from '../../database/sql';
import { Stores } from '../../database/stores';
import { placeOf } from '../../tasks/providerFailure';
import { IncidentAccountRecord } from '../IncidentAccountStore';
import { IncidentWriter } from '../IncidentWriter';

/** Incidents in one transaction. */
const AT_ONCE = 500;

/** Some incidents of an account, and those that it does not have any more. */
export interface ReadIncidents {
  readonly account: IncidentAccountRecord;
  readonly incidents: readonly ReportedIncident[];
  /** `externalId` of each. */
  readonly gone: readonly string[];
  /** Whether the account is stored with them, as after a batch of its history. */
  readonly isProgress?: boolean;
}

/** Whether an incident itself was refused, which is no matter of the database. */
const isUnsound = (error: unknown): boolean =>
  error instanceof Error && error.name === 'UnsoundIncident';

/** Writes what was read of accounts. One incident that cannot be written must not take the others with it. */
export class IncidentBatchWriter {
  constructor(
    private readonly options: {
      readonly stores: Stores;
      readonly incidentWriter: IncidentWriter;
      readonly logger: LoggerService;
      readonly now: () => number;
    },
  ) {}

  /**
   * Writes a batch, in one transaction with how far the account was read.
   *
   * @returns how many incidents cannot be kept
   * @throws whatever the database throws when not even one can be written
   */
  async write(batch: ReadIncidents): Promise<number> {
    const parts = inBatches(batch.incidents, AT_ONCE);
    // What is beyond the limit of the contract goes first, without the cursor.
    for (const incidents of parts.slice(0, -1)) {
      await this.writePart({ account: batch.account, incidents, gone: [] });
    }
    return this.writePart({ ...batch, incidents: parts.at(-1) ?? [] });
  }

  private async writePart(batch: ReadIncidents): Promise<number> {
    try {
      await this.writeWhole(batch);
      return 0;
    } catch (error) {
      if (batch.incidents.length === 0) throw error;
      return this.writeEach(batch, error);
    }
  }

  private async writeEach(
    batch: ReadIncidents,
    cause: unknown,
  ): Promise<number> {
    const { account, incidents } = batch;
    const bad: string[] = [];
    for (const incident of incidents) {
      try {
        await this.writeWhole({ account, incidents: [incident], gone: [] });
      } catch (error) {
        bad.push(`${incident.externalId} (${placeOf(error)})`);
      }
    }
    // Then it is not the incidents: the database is away, or something of ours is broken.
    if (bad.length === incidents.length && !isUnsound(cause)) throw cause;
    this.options.logger.error(
      `Could not keep incidents of "${account.name}": ${bad.join(', ')}`,
    );
    await this.writeWhole({ ...batch, incidents: [] });
    return bad.length;
  }

  private async writeWhole({
    account,
    incidents,
    gone,
    isProgress,
  }: ReadIncidents): Promise<void> {
    const { stores, incidentWriter, now } = this.options;
    const { name, provider } = account;
    await incidentWriter.run(async (tx: Knex.Transaction) => {
      const written = await incidentWriter.write(
        tx,
        incidents.map(reported => ({ account: name, provider, reported })),
        now(),
        gone.map(id => incidentId(name, id)),
      );
      if (isProgress) await stores.incidentAccounts.save(tx, account);
      return written;
    }, `source:incidents/${name}`);
  }
}
