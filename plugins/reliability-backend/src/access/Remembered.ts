const MAX_KEYS = 1000;

/**
 * Keeps answers for a short time. Callers that ask for the same key at once share one question; a question
 * that failed is asked again.
 */
export class Remembered<T> {
  private readonly entries = new Map<
    string,
    { value: Promise<T>; until: number }
  >();

  constructor(
    private readonly options: {
      readonly ttlMs: number;
      readonly now: () => number;
      /** Most keys kept; the one that was made first goes first. */
      readonly maxKeys?: number;
    },
  ) {}

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const { now, ttlMs } = this.options;
    const known = this.entries.get(key);
    if (known && known.until > now()) return known.value;
    const value = ask();
    this.entries.delete(key);
    this.entries.set(key, { value, until: now() + ttlMs });
    value.catch(() => {
      if (this.entries.get(key)?.value === value) this.entries.delete(key);
    });
    if (this.entries.size > (this.options.maxKeys ?? MAX_KEYS)) {
      const [oldest] = this.entries.keys();
      this.entries.delete(oldest);
    }
    return value;
  }

  /** Forgets everything, as after a write that changes the answers. */
  clear(): void {
    this.entries.clear();
  }
}
