const FAILURES_TO_OPEN = 5;
const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 5 * 60_000;

/** Leaves an account alone that failed several times in a row; after a rest one request goes ahead of the others. */
export class Circuit {
  private failures = 0;
  private restMs = FIRST_REST_MS;
  private until = 0;
  private probe: { done: Promise<void>; end: () => void } | undefined;

  constructor(private readonly now: () => number) {}

  /** Until when nothing is asked; milliseconds since the epoch, null: now something may be. */
  restsUntil(): number | null {
    return this.until > this.now() ? this.until : null;
  }

  /**
   * Waits while another request is the probe.
   *
   * @returns false when nothing may be asked; after true, `answered`, `failed` or `left` must follow
   */
  async enter(): Promise<boolean> {
    while (this.probe) await this.probe.done;
    if (this.restsUntil() !== null) return false;
    if (this.failures >= FAILURES_TO_OPEN) {
      let end = () => {};
      const done = new Promise<void>(resolve => {
        end = resolve;
      });
      this.probe = { done, end };
    }
    return true;
  }

  answered(): void {
    this.failures = 0;
    this.restMs = FIRST_REST_MS;
    this.until = 0;
    this.left();
  }

  /** @returns whether this failure opened the circuit */
  failed(): boolean {
    this.failures += 1;
    const probed = this.probe !== undefined;
    const opens = probed || this.failures === FAILURES_TO_OPEN;
    if (opens) {
      this.until = this.now() + this.restMs;
      this.restMs = Math.min(2 * this.restMs, LONGEST_REST_MS);
    }
    this.left();
    return opens;
  }

  /** The request ended without telling anything, such as one that was given up. */
  left(): void {
    this.probe?.end();
    this.probe = undefined;
  }
}
