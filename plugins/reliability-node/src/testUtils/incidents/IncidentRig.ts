import { ConfigReader } from '@backstage/config';
import {
  isOpen,
  ReportedIncident,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderError, ProviderFailure } from '../../http/ProviderError';
import { IncidentBatch, IncidentProvider } from '../../incidentProvider';
import { ContractConfig } from '../harness';
import { simulatedRuntime, SimulatedRuntime } from '../simulation';
import {
  ContractIncident,
  IncidentContractVendor,
  IncidentProviderHarness,
} from './harness';

export const HOUR_MS = 3600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A Monday noon, far from any change of clocks. */
export const NOW = Date.parse('2026-06-15T12:00:00Z');

/** How far back history is wanted, as by default. */
const HISTORY_MS = 365 * DAY_MS;

const ACCOUNT = 'main';

/** What one read gave. */
export interface ReadOutcome {
  readonly batches: readonly IncidentBatch[];
  readonly error?: unknown;
}

interface SyncOptions {
  /** Batches after which the process dies. */
  readonly most?: number;
  readonly signal?: AbortSignal;
  /** Called when a batch is stored, and how many are. */
  readonly afterBatch?: (count: number, batch: IncidentBatch) => void;
}

/** One account over one stand-in, and what a backend would have stored of it; made for each test. */
export class IncidentRig {
  readonly runtime: SimulatedRuntime = simulatedRuntime(NOW);
  /** What was put in and must come back, by id. */
  readonly wanted = new Map<string, ContractIncident>();
  readonly stored = new Map<string, ReportedIncident>();
  cursor: string | null = null;
  private readonly said: string[] = [];
  private made: IncidentProvider | undefined;

  private constructor(
    private readonly harness: IncidentProviderHarness,
    readonly vendor: IncidentContractVendor,
    now: { get: () => number },
  ) {
    now.get = this.runtime.now;
  }

  /** @param skew - how far the vendor's clock is ahead; milliseconds */
  static async start(
    harness: IncidentProviderHarness,
    skew = 0,
  ): Promise<IncidentRig> {
    const now = { get: () => NOW };
    const vendor = await harness.start(() => now.get() + skew);
    return new IncidentRig(harness, vendor, now);
  }

  /** Made with the first use, after the first incidents were put in. */
  get provider(): IncidentProvider {
    this.made ??= this.create(this.vendor.config());
    return this.made;
  }

  create(config: ContractConfig): IncidentProvider {
    const { factory } = this.harness;
    this.made = factory.create(
      new ConfigReader({ ...config, name: ACCOUNT, type: factory.type }),
      this.runtime,
    );
    return this.made;
  }

  /** Another process takes over: what was only in memory is lost. */
  restart(): void {
    this.made = undefined;
  }

  put(incident: ContractIncident): string {
    const id = this.vendor.put(incident);
    this.wanted.set(id, incident);
    return id;
  }

  change(id: string, changes: Partial<ContractIncident>): void {
    const incident = { ...this.wanted.get(id)!, ...changes };
    this.wanted.set(id, incident);
    this.vendor.change(id, incident);
  }

  remove(id: string): void {
    this.wanted.delete(id);
    this.vendor.remove(id);
  }

  /** Reads on from the stored cursor and stores each batch with its cursor, as the backend does. */
  async sync({
    most = Infinity,
    signal = new AbortController().signal,
    afterBatch,
  }: SyncOptions = {}): Promise<ReadOutcome> {
    const batches: IncidentBatch[] = [];
    try {
      for await (const batch of this.provider.read!({
        cursor: this.cursor,
        since: this.runtime.now() - HISTORY_MS,
        open: this.open(),
        signal,
      })) {
        batches.push(batch);
        this.store(batch);
        this.cursor = batch.cursor;
        this.note(batch.cursor);
        if (batches.length >= most) break;
        afterBatch?.(batches.length, batch);
      }
      return { batches };
    } catch (error) {
      this.note(`${error} ${(error as Error).stack}`);
      return { batches, error };
    }
  }

  /** Reads on, and fails the test with whatever went wrong. */
  async synced(): Promise<readonly IncidentBatch[]> {
    const { batches, error } = await this.sync();
    if (error) throw error;
    return batches;
  }

  /** Reads everything, and gives one incident as it was stored. */
  async reading(id: string): Promise<ReportedIncident> {
    await this.synced();
    const incident = this.stored.get(id);
    if (!incident) throw new Error(`"${id}" was not read`);
    return incident;
  }

  store({ incidents, gone }: Pick<IncidentBatch, 'incidents' | 'gone'>): void {
    for (const each of incidents) {
      const before = this.stored.get(each.externalId);
      if (!before || before.updatedAt <= each.updatedAt) {
        this.stored.set(each.externalId, each);
      }
      this.note(JSON.stringify(each));
    }
    for (const id of gone) this.stored.delete(id);
  }

  note(text: string): void {
    this.said.push(text);
  }

  /** All that a person, a log file or a table could hold. */
  shown(): string {
    const health = JSON.stringify(this.made?.health?.() ?? {});
    return [...this.said, ...this.runtime.logged, health].join('\n');
  }

  stop(): Promise<void> {
    return this.vendor.stop();
  }

  private open(): string[] {
    return [...this.stored.values()]
      .filter(({ status }) => isOpen(status))
      .map(({ externalId }) => externalId);
  }
}

/** The failure by which a read ended. */
export function readFailureOf({
  error,
}: ReadOutcome): ProviderFailure | string {
  if (error instanceof ProviderError) return error.failure;
  return error ? `thrown: ${error}` : 'none';
}
