/** What a limit says after a request. */
export interface BucketState {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the whole limit is there again. */
  readonly resetMs: number;
  /** The same as milliseconds since the epoch. */
  readonly resetAt: number;
}

/** Counts requests in windows of a fixed length, the first of which begins with the first request. */
export class FakeBucket {
  private startedAt: number | undefined;
  private used = 0;

  constructor(
    private readonly limit: number,
    private readonly perMs: number,
    private readonly now: () => number,
  ) {}

  take(): BucketState {
    const now = this.now();
    if (this.startedAt === undefined || now >= this.startedAt + this.perMs) {
      this.startedAt = now;
      this.used = 0;
    }
    const allowed = this.used < this.limit;
    if (allowed) this.used += 1;
    const resetAt = this.startedAt + this.perMs;
    return {
      allowed,
      limit: this.limit,
      remaining: this.limit - this.used,
      resetMs: resetAt - now,
      resetAt,
    };
  }
}
