import {
  concernsOneRotation,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { ReportAnswer } from './answers';
import { FirehydrantClient } from './FirehydrantClient';

const SKEW_MS = 10 * 60_000;

/**
 * The retrospectives of an account, by their incidents. All are read once and kept, then those that changed: what an
 * incident is told with must be whole.
 */
export class Reports {
  private readonly byId = new Map<string, ReportAnswer>();
  private readAt: number | undefined;
  private isHidden = false;

  constructor(
    private readonly client: FirehydrantClient,
    private readonly runtime: ProviderRuntime,
    private readonly account: string,
  ) {}

  of(incident: string): ReportAnswer[] {
    return [...this.byId.values()].filter(
      report => report.incident?.id === incident,
    );
  }

  /**
   * Reads what changed since the last time.
   *
   * @returns ids of the incidents whose retrospectives changed since a time, as far as can be told
   * @throws ProviderError
   */
  async refresh(since: number, signal: AbortSignal): Promise<string[]> {
    const now = this.runtime.now();
    const from = this.readAt === undefined ? 0 : this.readAt - SKEW_MS;
    const reports = await this.read(from, signal);
    for (const report of reports) this.byId.set(report.id, report);
    this.readAt = now;
    const changed = reports.filter(
      ({ updated_at: at }) => !at || Date.parse(at) >= since,
    );
    return [...new Set(changed.flatMap(({ incident }) => incident?.id ?? []))];
  }

  /** A token that may not read them leaves postmortems out. */
  private async read(
    since: number,
    signal: AbortSignal,
  ): Promise<ReportAnswer[]> {
    try {
      return await this.client.reports(since, signal);
    } catch (error) {
      const hidden =
        concernsOneRotation(error) &&
        ['forbidden', 'not-found'].includes(error.failure);
      if (!hidden) throw error;
      if (!this.isHidden) {
        this.runtime.logger.warn(
          `Account "${this.account}": retrospectives cannot be read, postmortems are left out`,
        );
      }
      this.isHidden = true;
      return [];
    }
  }
}
