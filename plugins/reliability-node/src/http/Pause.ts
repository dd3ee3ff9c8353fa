import { ProviderRuntime } from '../oncallProvider';
import { ProviderError } from './ProviderError';
import { ProviderMetrics } from './ProviderMetrics';

/** A provider cannot send us away for longer without being asked again. */
const LONGEST_PAUSE_MS = 60 * 60_000;

/** Waits of one request, which have an end together. */
export interface Patience {
  left: number;
}

/** Keeps the whole account still while its provider wants to be left alone. */
export class Pause {
  private until = 0;
  private count = 0;

  constructor(
    private readonly account: string,
    private readonly runtime: ProviderRuntime,
    private readonly metrics: Pick<ProviderMetrics, 'waited'>,
  ) {}

  /** Until when nothing is asked; milliseconds since the epoch. */
  pausedUntil(): number | null {
    return this.until > this.runtime.now() ? this.until : null;
  }

  /** How often the provider asked to wait. */
  waits(): number {
    return this.count;
  }

  /** @param ms - from now; a pause is never shortened */
  extend(ms: number): void {
    const until = this.runtime.now() + Math.min(ms, LONGEST_PAUSE_MS);
    if (until <= this.until) return;
    const begins = this.pausedUntil() === null;
    this.until = until;
    if (!begins) return;
    this.count += 1;
    this.metrics.waited();
  }

  /**
   * Waits until the pause is over, or for some time.
   *
   * @param least - milliseconds to wait in any case
   * @throws ProviderError `rate-limited` at once when the wait would be longer than the patience
   */
  async wait(
    patience: Patience,
    signal: AbortSignal,
    least = 0,
  ): Promise<void> {
    let ms = Math.max(least, this.until - this.runtime.now());
    while (ms > 0) {
      if (ms > patience.left) {
        throw new ProviderError(
          'rate-limited',
          `Account "${this.account}" wants to be left alone for ${Math.ceil(
            ms / 1000,
          )} s.`,
          ms,
        );
      }
      patience.left -= ms;
      await this.runtime.sleep(ms, signal);
      ms = this.until - this.runtime.now();
    }
  }
}
